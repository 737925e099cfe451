import { message } from '#domain/kernel/message.ts';
import type { RecordedEvent } from '#domain/audit/event.ts';
import type { PracticeCommand, PracticeCommandName } from '#contract/patient-commands.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { parseNpi } from '#domain/kernel/npi.ts';
import type { NewPracticeEvent, StaffMember } from '#domain/practice/practice-events.ts';
import { refuseContactPoints } from '#domain/practice/contact-point.ts';
import { refuseLastAdministrator } from '#domain/practice/last-administrator.ts';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import type { Archway } from '../archway.ts';
import { addressTaken, recordAccount, setAccountActive, whoCanSignIn } from '../identity/account.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';
import { refuseTimeZone } from './refuse-time-zone.ts';
import { isRepeated, mentions, refuseStale } from '../record/stale.ts';

type Deciders = {
  [Name in PracticeCommandName]: (
    command: PracticeCommand<Name>,
    writing: Writing,
  ) => NewPracticeEvent | Refusal | Promise<NewPracticeEvent | Refusal>;
};

const deciders: Deciders = {
  'set-profile': ({ profile }, { now }) =>
    refuseTimeZone(profile.timeZone, '/profile/timeZone') ??
    badNpi(profile.billingNpi, '/profile/billingNpi') ?? {
      type: 'practice.profile-set',
      occurredAt: now,
      data: { profile },
    },
  'record-provider': async ({ provider }, writing) => {
    const before = (await writing.practice()).providers.get(provider.providerId);
    return (
      badNpi(provider.npi, '/provider/npi') ??
      refuseContactPoints(provider.contacts, before?.contacts, '/provider/contacts') ?? {
        type: 'practice.provider-recorded',
        occurredAt: writing.now,
        data: { provider },
      }
    );
  },
  'record-payer': ({ payer }, { now }) => ({
    type: 'practice.payer-recorded',
    occurredAt: now,
    data: { payer },
  }),
  'set-fee': ({ fee }, { now }) => ({ type: 'practice.fee-set', occurredAt: now, data: { fee } }),
  'record-staff': ({ staff }, { now }) => ({
    type: 'practice.staff-recorded',
    occurredAt: now,
    data: { staff },
  }),
};

/** Changes the practice, where the person's role may. */
export async function changePractice<Name extends PracticeCommandName>(
  archway: Archway,
  person: Person,
  name: Name,
  command: PracticeCommand<Name>,
): Promise<number | Refusal> {
  if (!mayChangePractice(person.staff.role, name))
    return refuse('permission/practice', { role: message(`web.word.staffRole.${person.staff.role}`) });
  return archway.record.write(person.organizationId, person.who, { practice: true }, async (writing) => {
    const events = await writing.events({ kind: 'practice', id: 'practice' });
    const event = await deciders[name](command, writing);
    if (isRefusal(event)) return event;
    const concerns = concerning(event);
    const repeated = isRepeated(events, event, concerns);
    const stale = repeated ? undefined : refuseStale(events, command.expectedPosition, concerns);
    if (stale) return stale;
    const account = 'account' in command ? command.account : undefined;
    if (event.type === 'practice.staff-recorded') {
      const { staff } = event.data;
      const refused =
        refuseLastAdministrator(
          await writing.practice(),
          staff,
          await whoCanSignIn(writing.tenant, writing),
        ) ?? (await changeAccount(writing, staff, account));
      if (refused) return refused;
    }
    return repeated ? events.length : writing.appendToPractice([event]);
  });
}

/** Which events are about the same thing: a newer one refuses a write that has not seen it. */
function concerning(event: NewPracticeEvent): (earlier: RecordedEvent) => boolean {
  switch (event.type) {
    case 'practice.founded':
    case 'practice.profile-set':
    case 'practice.checkpoint-recorded':
    case 'practice.licensed-list-imported':
      return (earlier) => earlier.type === event.type;
    case 'practice.provider-recorded':
      return mentionsOf(event.type, event.data.provider.providerId);
    case 'practice.payer-recorded':
      return mentionsOf(event.type, event.data.payer.payerId);
    case 'practice.staff-recorded':
      return mentionsOf(event.type, event.data.staff.staffId);
    case 'practice.fee-set':
      return mentionsOf(event.type, event.data.fee.code);
  }
}

function mentionsOf(type: string, id: string): (earlier: RecordedEvent) => boolean {
  const mentioned = mentions([id]);
  return (earlier) => earlier.type === type && mentioned(earlier);
}

async function changeAccount(
  writing: Writing,
  { staffId, active }: StaffMember,
  account: PracticeCommand<'record-staff'>['account'],
): Promise<Refusal | undefined> {
  const who = { organizationId: writing.organizationId, staffId };
  if (account) {
    if (await addressTaken(writing.tenant, who, account.email))
      return refuse('duplicate/email', {}, '/account/email');
    await recordAccount(writing.tenant, { ...who, ...account });
  }
  await setAccountActive(writing.tenant, who, active);
  return undefined;
}

function badNpi(npi: string | undefined, at: string): Refusal | undefined {
  const parsed = npi === undefined ? undefined : parseNpi(npi);
  return isRefusal(parsed) ? { ...parsed, at } : undefined;
}
