import type { RecordedActivity } from '../case/case.ts';
import type { Activity } from './activity.ts';
import { isContact } from '../code-guide/work-facts.ts';
import { message, type Message } from '../kernel/message.ts';
import { isNoteWriting } from './plausibility.ts';
import { countSeconds, type CountedSeconds, type TimedWork } from './seconds.ts';

/** An activity as the record or a screen has it. */
interface Performed {
  readonly activity: Activity;
  readonly withdrawn?: { readonly reason: string } | undefined;
}

/** Why an activity is never time of service, whoever pays (field-facts 5); empty where it may be. */
export function neverServiceBecause({ activity, withdrawn }: Performed): readonly Message[] {
  if (withdrawn) return [message('minutes.keptOut.withdrawn', { reason: withdrawn.reason })];
  return [
    ...(activity.kind === 'routine-office-function'
      ? [message('minutes.keptOut.routineOfficeFunction')]
      : []),
    ...(isContact(activity.contact?.reached ?? 'none') ? [] : [message('minutes.keptOut.nobodyReached')]),
    ...(isNoteWriting(activity) ? [message('minutes.keptOut.noteWriting')] : []),
  ];
}

export function isNeverService(recorded: Performed): boolean {
  return neverServiceBecause(recorded).length > 0;
}

/**
 * Seconds of service for the screens and the claim alike, each second of a person once. What is never service is
 * left out, so that it takes no second from what is. `otherWork` is service of other cases.
 */
export function countServiceSeconds(
  activities: Iterable<RecordedActivity>,
  otherWork: readonly TimedWork[] = [],
): ReadonlyMap<string, CountedSeconds> {
  const service = [...activities].filter((recorded) => !isNeverService(recorded));
  return countSeconds([...service.map(({ activity }) => activity), ...otherWork]);
}
