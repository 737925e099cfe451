import { timeZoneOf } from '#domain/case/deciding.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUnderWay, type EligibilityInquiryView } from '#contract/eligibility.ts';
import { say } from '#contract/say.ts';
import { inOneLine } from '#contract/say-refusal.ts';
import { dayOf, parseCalendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '#server/archway.ts';
import { askPayer } from '#server/coverage/ask-payer.ts';
import { inquiryView } from '#server/coverage/inquiry-views.ts';
import { findInquiry, type SentInquiry } from '#server/coverage/inquiry.store.ts';
import type { Person } from '#server/http/signed-in.ts';
import { actingPerson, dataFolderOf, withArchway } from './acting.ts';
import {
  exitCodes,
  nothingPositional,
  option,
  tellRefusal,
  UsageError,
  wantsJson,
  type Arguments,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { reportText } from './eligibility-text.ts';
import { withGateways } from './gateways.ts';

interface Asking {
  readonly gateway: string;
  readonly patientId: string;
  readonly coverageId: string;
}

const longestWaitSeconds = 3600;
const betweenLooks = 500;

/** Asks a payer, sends the inquiry from here where no running server is faster, and waits for the answer if asked to. */
export async function askPayerHere(args: Arguments, terminal: Terminal, asking: Asking): Promise<ExitCode> {
  nothingPositional(args);
  const wait = readWait(option(args, 'wait'));
  const date = readDate(option(args, 'date'));
  return withGateways(dataFolderOf(args, terminal), terminal, (gateways) =>
    withArchway(
      args,
      terminal,
      async (archway) => {
        const person = await actingPerson(archway, args, terminal, 'eligibility');
        const asked = isRefusal(person) ? person : await ask(archway, person, asking, date, terminal, wait);
        return isRefusal(asked)
          ? tellRefusal(asked, wantsJson(args), terminal)
          : tell(asked, wait !== undefined, args, terminal);
      },
      gateways,
    ),
  );
}

function readWait(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text) || Number(text) > longestWaitSeconds)
    throw new UsageError(`"${text}" is no number of seconds up to ${longestWaitSeconds}`);
  return Number(text);
}

function readDate(text: string | undefined): CalendarDate | undefined {
  const date = text === undefined ? undefined : parseCalendarDate(text);
  if (isRefusal(date)) throw new UsageError(`"${text ?? ''}" is no day such as 2026-03-05`);
  return date;
}

async function ask(
  archway: Archway,
  person: Person,
  { patientId, coverageId, gateway }: Asking,
  date: CalendarDate | undefined,
  terminal: Terminal,
  wait = 0,
): Promise<EligibilityInquiryView | Refusal> {
  const { organizationId, practice } = person;
  const serviceDate = date ?? dayOf(archway.record.now(), timeZoneOf(practice));
  const asked = await askPayer(archway, person, patientId, { coverageId, serviceDate, by: gateway });
  if (isRefusal(asked)) return asked;
  // Of what waits in the database, this process does what it asked for: it may not know the ways of the rest.
  const only = { organizationId, keys: [asked.inquiryId, asked.gateway] };
  const { backgroundWork } = await import('#server/background-work.ts');
  const worker = backgroundWork(archway, { say: terminal.say, only });
  const until = performance.now() + wait * 1000;
  for (;;) {
    await worker.drain();
    const stands = await inquiryNow(archway, organizationId, asked);
    if (!isUnderWay(stands) || performance.now() >= until) return inquiryView(stands, practice, 'en');
    await sleep(betweenLooks);
  }
}

async function inquiryNow(
  archway: Archway,
  organizationId: string,
  asked: SentInquiry,
): Promise<SentInquiry> {
  const found = await archway.record.read(organizationId, (reading) => findInquiry(reading, asked.inquiryId));
  if (!found) throw new Error(`the inquiry ${asked.inquiryId} is gone`);
  return found;
}

function tell(
  inquiry: EligibilityInquiryView,
  waited: boolean,
  args: Arguments,
  terminal: Terminal,
): ExitCode {
  const { state, trace } = inquiry;
  terminal.result(wantsJson(args) ? JSON.stringify(inquiry, null, 2) : inWords(inquiry));
  if (waited && isUnderWay(inquiry)) {
    tellRefusal(refuse('eligibility/still-open', { trace }), false, terminal);
    return exitCodes.refused;
  }
  return state === 'refused' ? exitCodes.refused : exitCodes.fine;
}

function inWords({ payerName, gateway, trace, state, problem, report }: EligibilityInquiryView): string {
  const words = say('en', { id: `coverage.inquiry.state.${state}`, params: {} });
  return [
    `${payerName}, by ${gateway} (${trace}): ${words}`,
    ...(problem ? [`  ${inOneLine(problem)}`] : []),
    ...(report ? [reportText(report)] : []),
  ].join('\n');
}
