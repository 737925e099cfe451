import { flagsOfActivities, type FlagKind } from '../../activity/plausibility.ts';
import { sumSeconds } from '../../activity/seconds.ts';
import type { Dossier } from '../dossier.ts';
import { finding, inCase, type ReadinessCheck } from '../readiness-check.ts';

/** Flags that say that the time cannot be right; the others only make somebody ask. */
const impossible: readonly FlagKind[] = [
  'ends-before-start',
  'seconds-exceed-interval',
  'starts-after-recording',
  'ends-after-recording',
  'other-service-date',
  'by-hand-without-reason',
];

export const minutes: ReadinessCheck = {
  id: 'minutes',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['counted', 'underMinute', 'noTime', 'noWork'],
  mend: { screen: 'contacts', action: 'amend-activity' },
  assess: (dossier) => {
    const { work, seconds, lines } = dossier;
    if (work.length === 0) return finding('not-applicable', 'minutes.noWork');
    const timeless = work.filter(({ activity }) => activity.time.seconds === 0);
    const total = sumSeconds(seconds.values());
    if (timeless.length > 0 || total === 0)
      return finding('blocks', 'minutes.noTime', { count: timeless.length }, timeless);
    const flags = flagsOf(dossier);
    const worst = flags.find(({ kind }) => impossible.includes(kind)) ?? flags[0];
    // No rule that we know names a least time, so this warns: whoever bills sees it, and decides.
    const empty = lines.find((line) => line.minutes === 0);
    if (empty && !(worst && impossible.includes(worst.kind)))
      return finding('warns', 'minutes.underMinute', { date: empty.serviceDate }, empty.work);
    if (!worst)
      return finding(
        'passes',
        'minutes.counted',
        { minutes: sumSeconds(lines.map((line) => line.minutes)) },
        work,
      );
    return {
      outcome: impossible.includes(worst.kind) ? 'blocks' : 'warns',
      message: worst.message,
      evidence: inCase(flags.map(({ recorded }) => recorded)),
    };
  },
};

function flagsOf({ state, work, timeZone }: Dossier) {
  const byId = new Map(work.map((recorded) => [recorded.activity.activityId, recorded]));
  return flagsOfActivities(state.activities, timeZone).flatMap((flag) => {
    const recorded = byId.get(flag.activityId);
    return recorded ? [{ ...flag, recorded }] : [];
  });
}
