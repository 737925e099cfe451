import { dayOf } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { RecordedConsent } from './consent.ts';
import { isSignedByMinorAlone, lapseDay, type Moment } from './standing.ts';

/**
 * What a reader of a consent has to be told besides how it stands: a minor who signed alone, a signature that was
 * written down on a later day than it is dated, and the day on which it ends of itself.
 */
export function consentConcerns(
  recorded: RecordedConsent,
  moment: Pick<Moment, 'timeZone' | 'birthDate'>,
): readonly Message[] {
  const { consent, recordedAt } = recorded;
  const signedOn = dayOf(consent.signedAt, moment.timeZone);
  const recordedOn = recordedAt === undefined ? signedOn : dayOf(recordedAt, moment.timeZone);
  const lapses = lapseDay(consent, moment);
  return [
    ...(isSignedByMinorAlone(consent, moment) ? [message('release.concern.minorAlone')] : []),
    ...(recordedOn > signedOn ? [message('release.concern.recordedLater', { signedOn, recordedOn })] : []),
    ...(lapses === undefined ? [] : [message('release.concern.lapses', { on: lapses })]),
  ];
}
