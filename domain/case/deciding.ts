import { message } from '#domain/kernel/message.ts';
import type { Actor, StaffRole } from '../audit/event.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { dayOf, type CalendarDate, type Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';

/** What every decision about a case may look at besides the case itself. */
export interface Deciding {
  readonly now: Instant;
  /** Staff id in `who.id`. */
  readonly who: Actor;
  readonly role: StaffRole;
  readonly practice: Practice;
  readonly patient: Patient;
}

/** The practice's day. */
export function todayOf({ now, practice }: Pick<Deciding, 'now' | 'practice'>): CalendarDate {
  return dayOf(now, timeZoneOf(practice));
}

/** The zone of the profile, until then the one chosen at the set-up; UTC where neither is on record. */
export function timeZoneOf({
  profile,
  foundingTimeZone,
}: Pick<Practice, 'profile' | 'foundingTimeZone'>): string {
  return profile?.timeZone ?? foundingTimeZone ?? 'UTC';
}

/**
 * Whether a request repeats one that was recorded: then nothing is recorded twice. The same id with other
 * content is refused with 'id/in-use'. Undefined: the id is new.
 */
export function repeats(recorded: unknown, requested: unknown): 'repeated' | Refusal | undefined {
  if (recorded === undefined) return undefined;
  if (canonicalJson(recorded) === canonicalJson(requested)) return 'repeated';
  return refuse('id/in-use');
}

/** Nobody has seen a state of the case that is still to come: a signature under one would cover what it never read. */
export function refuseUnseen(
  { position }: { readonly position: number },
  expectedPosition: number,
): Refusal | undefined {
  if (expectedPosition <= position) return undefined;
  return refuse('signature/unseen', { expected: expectedPosition, position }, '/expectedPosition');
}

/** What a case may lack when somebody names it; said as `thing.<name>`. */
type Thing =
  'activity' | 'consent' | 'contact' | 'coverage' | 'factor' | 'member' | 'referral' | 'step' | 'task';

export function refuseAbsent(thing: Thing, at: string): Refusal {
  return refuse('case/not-there', { thing: message(`thing.${thing}`) }, at);
}
