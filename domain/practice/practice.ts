import type { LicensedListImport } from '../code-guide/licensed-list.ts';
import type { CalendarDate, Instant } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { unreachable } from '../kernel/refusal.ts';
import type {
  Checkpoint,
  Fee,
  Payer,
  PracticeEvent,
  PracticeProfile,
  Provider,
  StaffMember,
} from './practice-events.ts';

/** The practice as its events leave it. */
export interface Practice {
  readonly organizationId: string;
  readonly position: number;
  readonly profile: PracticeProfile | undefined;
  /** As it was chosen when the practice was set up; its profile may say otherwise. */
  readonly foundingTimeZone: string | undefined;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly payers: ReadonlyMap<string, Payer>;
  readonly staff: ReadonlyMap<string, StaffMember>;
  /** In order of recording. */
  readonly fees: readonly Fee[];
  /** By code year: what was imported last, by whom and when. */
  readonly licensedLists: ReadonlyMap<number, ImportedList>;
  readonly lastCheckpoint: Checkpoint | undefined;
}

export interface ImportedList extends LicensedListImport {
  readonly by: string;
  readonly at: Instant;
}

export function foldPractice(organizationId: string, events: readonly PracticeEvent[]): Practice {
  let profile: PracticeProfile | undefined;
  let foundingTimeZone: string | undefined;
  const providers = new Map<string, Provider>();
  const payers = new Map<string, Payer>();
  const staff = new Map<string, StaffMember>();
  const fees: Fee[] = [];
  const licensedLists = new Map<number, ImportedList>();
  let lastCheckpoint: Checkpoint | undefined;
  for (const event of events)
    switch (event.type) {
      case 'practice.founded':
        foundingTimeZone = event.data.timeZone;
        break;
      case 'practice.profile-set':
        profile = event.data.profile;
        break;
      case 'practice.provider-recorded':
        providers.set(event.data.provider.providerId, event.data.provider);
        break;
      case 'practice.payer-recorded':
        payers.set(event.data.payer.payerId, event.data.payer);
        break;
      case 'practice.fee-set':
        fees.push(event.data.fee);
        break;
      case 'practice.staff-recorded':
        staff.set(event.data.staff.staffId, event.data.staff);
        break;
      case 'practice.licensed-list-imported':
        licensedLists.set(event.data.list.year, {
          ...event.data.list,
          by: event.who.name,
          at: event.recordedAt,
        });
        break;
      case 'practice.checkpoint-recorded':
        lastCheckpoint = event.data.checkpoint;
        break;
      default:
        unreachable(event);
    }
  return {
    organizationId,
    position: events.at(-1)?.position ?? 0,
    profile,
    foundingTimeZone,
    providers,
    payers,
    staff,
    fees,
    licensedLists,
    lastCheckpoint,
  };
}

/** The practice's full fee in force on a day of service; undefined where none is set. The later start wins, then the later entry. */
export function feeOn(practice: Practice, code: ProcedureCode, day: CalendarDate): Cents | undefined {
  let best: Fee | undefined;
  for (const fee of practice.fees)
    if (fee.code === code && fee.from <= day && (!best || fee.from >= best.from)) best = fee;
  return best?.amount;
}
