import type { RecordedActivity } from '../../case/case.ts';
import type { ConsentKind, DataCategory, RecordedConsent } from '../../consent/consent.ts';
import { standingOf } from '../../consent/standing.ts';
import type { Dossier } from '../dossier.ts';
import { allAnswers, finding, inPatient, type ReadinessCheck } from '../readiness-check.ts';

/** What may never be told without the patient's written word, and what that word is (45 CFR 164.508(a)(2), 42 CFR 2.31). */
const lawAsks: readonly (readonly [DataCategory, ConsentKind])[] = [
  ['substance-use-treatment', 'part2-consent'],
  ['psychotherapy-notes', 'hipaa-authorization'],
];

export const consent: ReadinessCheck = {
  id: 'consent',
  belongsTo: 'code',
  source: '45 CFR 164.506, 164.508; 42 CFR 2.31; what reviewers of D9992 expect',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['given', 'missing', 'required', 'unlawful', 'noWork'],
  waivableAs: 'consent',
  mend: { screen: 'patient', action: 'record-consent' },
  assess: (dossier) => {
    const { work } = dossier;
    if (work.length === 0) return finding('not-applicable', 'consent.noWork');
    const unlawful = work.filter((recorded) => tellsWithoutConsent(recorded, dossier));
    if (unlawful.length > 0)
      return finding('blocks', 'consent.unlawful', { count: unlawful.length }, unlawful);
    const missing = work.filter((recorded) => !standing(dossier, recorded, 'coordination-agreement'));
    if (missing.length > 0) {
      const asking = allAnswers(dossier).find(({ documentation }) =>
        documentation.items.includes('consent-on-file'),
      );
      const found = finding(
        asking ? 'blocks' : 'warns',
        asking ? 'consent.required' : 'consent.missing',
        { count: missing.length },
        missing,
      );
      return asking ? { ...found, basis: asking.documentation.basis } : found;
    }
    const given = work.flatMap(
      (recorded) => standing(dossier, recorded, 'coordination-agreement')?.position ?? [],
    );
    return { ...finding('passes', 'consent.given', { count: work.length }), evidence: inPatient(given) };
  },
};

/** The consent of a kind that stood when the contact began. */
function standing(
  { patient, timeZone }: Dossier,
  { activity }: RecordedActivity,
  kind: ConsentKind,
  category?: DataCategory,
): RecordedConsent | undefined {
  const moment = { asOf: activity.time.startedAt, timeZone, birthDate: patient.demographics?.birthDate };
  return [...patient.consents.values()].findLast(
    (recorded) =>
      recorded.consent.kind === kind &&
      (category === undefined || recorded.consent.categories.includes(category)) &&
      standingOf(recorded, moment) === 'active',
  );
}

function tellsWithoutConsent(recorded: RecordedActivity, dossier: Dossier): boolean {
  const disclosed = recorded.activity.contact?.disclosed ?? [];
  return lawAsks.some(
    ([category, kind]) => disclosed.includes(category) && !standing(dossier, recorded, kind, category),
  );
}
