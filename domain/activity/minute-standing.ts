import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { factReader, type FactReader } from '../code-guide/case-facts.ts';
import { chooseCode, type CodeChoice } from '../code-guide/choose-code.ts';
import type { CodeDecision } from '../code-guide/code-decision.ts';
import { payerUsesOn } from '../code-guide/payer-uses.ts';
import { isContact } from '../code-guide/work-facts.ts';
import { answerCoverage } from '../coverage/answer-coverage.ts';
import { billedServices, codesBesides, coverageOnDay } from '../coverage/coverage-on-day.ts';
import { missingDocumentation } from '../coverage/documentation-on-file.ts';
import type { Basis, PayerAnswer } from '../coverage/payer-answer.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { isLate } from './late.ts';
import { isNoteWriting, plausibilityFlags, type Flag, type FlagKind } from './plausibility.ts';
import { countSeconds, type CountedSeconds } from './seconds.ts';

export const minuteStandings = ['payable', 'valid-not-payable', 'valid-payer-unknown', 'incomplete'] as const;
export type MinuteStandingWord = (typeof minuteStandings)[number];

/** One sentence of the answer to "Why does this minute count?". */
export interface MinuteReason {
  /** What it does to the answer; the strongest decides, in this order, and 'supports' and 'warns' decide nothing. */
  readonly effect: 'keeps-out' | 'incomplete' | 'not-payable' | 'payer-unknown' | 'warns' | 'supports';
  readonly message: Message;
  readonly basis: Basis;
}

export interface MinuteStanding {
  readonly activityId: string;
  readonly standing: MinuteStandingWord;
  readonly code: ProcedureCode;
  readonly serviceDate: CalendarDate;
  /** Seconds as entered. */
  readonly recordedSeconds: number;
  /** Seconds that may stand behind the code: none when kept out, and each second of a person once. */
  readonly countedSeconds: number;
  readonly reasons: readonly MinuteReason[];
  readonly choice: CodeChoice;
  readonly answer: PayerAnswer;
}

export interface MinuteQuestion {
  readonly theCase: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
  readonly rulebook: Rulebook;
  /** Other cases in which the same people worked, of this and of other patients. */
  readonly otherCases: readonly CoordinationCase[];
  /** D9992 when absent. */
  readonly code?: ProcedureCode;
  readonly coverageId?: string;
}

const none: Basis = { kind: 'none' };
const coordination = procedureCode('D9992');

/** The standing of every activity of the case, withdrawn ones included. */
export function standMinutes(question: MinuteQuestion): ReadonlyMap<string, MinuteStanding> {
  const counted = countInAllCases(question);
  const read = factReader(question.theCase, question.practice);
  const flags = plausibilityFlags([...question.theCase.activities.values()], timeZoneOf(question));
  return new Map(
    [...question.theCase.activities].map(([activityId, recorded]) => {
      const own = flags.filter((flag) => flag.activityId === activityId);
      return [activityId, standMinute(question, read, recorded, counted.get(activityId), own)];
    }),
  );
}

function standMinute(
  question: MinuteQuestion,
  read: FactReader,
  recorded: RecordedActivity,
  counted: CountedSeconds | undefined,
  flags: readonly Flag[],
): MinuteStanding {
  const { activity } = recorded;
  const code = question.code ?? coordination;
  const answer = answerFor(question, recorded, code);
  const uses = payerUsesOn(question.rulebook, answer.rulebookPayer, activity.serviceDate);
  const choice = chooseCode(read(recorded, uses));
  const reasons = [
    ...keptOut(recorded, counted),
    ...codeReasons(question.theCase, recorded, choice, code),
    ...gaps(recorded, flags),
    ...payerGaps(question, recorded, answer),
    ...payerReasons(answer),
    ...warnings(question, recorded, counted, flags),
  ];
  const isOut = reasons.some((each) => each.effect === 'keeps-out');
  return {
    activityId: activity.activityId,
    standing: wordOf(reasons),
    code,
    serviceDate: activity.serviceDate,
    recordedSeconds: activity.time.seconds,
    countedSeconds: isOut ? 0 : (counted?.counted ?? 0),
    reasons,
    choice,
    answer,
  };
}

/** The strongest reason decides: what keeps out, what is missing, what the payer refuses, what nobody knows. */
function wordOf(reasons: readonly MinuteReason[]): MinuteStandingWord {
  const has = (effect: MinuteReason['effect']) => reasons.some((each) => each.effect === effect);
  if (has('keeps-out')) return 'valid-not-payable';
  if (has('incomplete')) return 'incomplete';
  if (has('not-payable')) return 'valid-not-payable';
  return has('payer-unknown') ? 'valid-payer-unknown' : 'payable';
}

function reason(effect: MinuteReason['effect'], said: Message, basis: Basis = none): MinuteReason {
  return { effect, message: said, basis };
}

/** What is never time of service, whoever pays (field-facts 5). */
function isNeverService({ activity, withdrawn }: RecordedActivity): boolean {
  return (
    withdrawn !== undefined ||
    activity.kind === 'routine-office-function' ||
    !isContact(activity.contact?.reached ?? 'none') ||
    isNoteWriting(activity)
  );
}

function keptOut(recorded: RecordedActivity, counted: CountedSeconds | undefined): readonly MinuteReason[] {
  const { activity, withdrawn } = recorded;
  if (withdrawn)
    return [reason('keeps-out', message('minutes.keptOut.withdrawn', { reason: withdrawn.reason }))];
  const out: MinuteReason[] = [];
  if (activity.kind === 'routine-office-function')
    out.push(reason('keeps-out', message('minutes.keptOut.routineOfficeFunction')));
  if (!isContact(activity.contact?.reached ?? 'none'))
    out.push(reason('keeps-out', message('minutes.keptOut.nobodyReached')));
  if (isNoteWriting(activity)) out.push(reason('keeps-out', message('minutes.keptOut.noteWriting')));
  if (counted && counted.counted === 0 && counted.alreadyCounted > 0 && counted.sharedWith.length > 0)
    out.push(reason('keeps-out', message('minutes.keptOut.countedElsewhere')));
  return out;
}

/** The latest decision that a person took about this activity, else what the table chooses. */
function codeReasons(
  theCase: CoordinationCase,
  recorded: RecordedActivity,
  choice: CodeChoice,
  code: ProcedureCode,
): readonly MinuteReason[] {
  if (isNeverService(recorded)) return [];
  const decided = decisionOn(theCase, recorded.activity.activityId);
  const chosen = decided?.code ?? choice.code;
  if (chosen === code)
    return [reason('supports', decided ? message('minutes.code.decided', { code }) : choice.because)];
  if (chosen !== 'none')
    return [reason('keeps-out', message('minutes.keptOut.otherCode', { code, other: chosen }))];
  if (decided) return [reason('keeps-out', message('minutes.keptOut.decidedNone'))];
  const near = choice.neighbors.find((neighbor) => neighbor.code === code);
  return near?.needs.length === 1
    ? near.needs.map((need) => reason('incomplete', need))
    : [reason('keeps-out', choice.because)];
}

function decisionOn(theCase: CoordinationCase, activityId: string): CodeDecision | undefined {
  return theCase.codeDecisions.findLast(({ decision }) => decision.activityIds.includes(activityId))
    ?.decision;
}

/** Flags that somebody can mend by an amendment before the time can stand. */
const mendable: readonly FlagKind[] = [
  'ends-before-start',
  'starts-after-recording',
  'ends-after-recording',
  'by-hand-without-reason',
];

function gaps({ activity, signed }: RecordedActivity, flags: readonly Flag[]): readonly MinuteReason[] {
  const said = [activity.contact?.asked, activity.contact?.answered, activity.note];
  return [
    ...(signed ? [] : [reason('incomplete', message('minutes.incomplete.unsigned'))]),
    ...(activity.time.seconds > 0 ? [] : [reason('incomplete', message('minutes.incomplete.noTime'))]),
    ...(said.some((text) => (text ?? '').trim() !== '')
      ? []
      : [reason('incomplete', message('minutes.incomplete.noContent'))]),
    ...flags.filter((flag) => mendable.includes(flag.kind)).map((flag) => reason('incomplete', flag.message)),
  ];
}

/** What this payer wants in the chart and the record of this activity lacks. */
function payerGaps(
  question: MinuteQuestion,
  recorded: RecordedActivity,
  answer: PayerAnswer,
): readonly MinuteReason[] {
  const { items, basis } = answer.documentation;
  return missingDocumentation(items, recorded, question.patient, timeZoneOf(question)).map((item) =>
    reason('incomplete', message(`minutes.documentation.${item}`), basis),
  );
}

function payerReasons(answer: PayerAnswer): readonly MinuteReason[] {
  if (answer.payable === 'yes') return [reason('supports', answer.message, answer.basis)];
  return answer.obstacles.map((obstacle) =>
    reason(obstacle.certain ? 'not-payable' : 'payer-unknown', obstacle.message, obstacle.basis),
  );
}

function warnings(
  question: MinuteQuestion,
  { activity, recordedAt, late, amendments }: RecordedActivity,
  counted: CountedSeconds | undefined,
  flags: readonly Flag[],
): readonly MinuteReason[] {
  const isLateNow = late || isLate(activity.serviceDate, recordedAt, timeZoneOf(question));
  const partly = counted !== undefined && counted.counted > 0 && counted.sharedWith.length > 0;
  return [
    ...(isLateNow
      ? [reason('warns', message('minutes.warns.late', { recordedOn: recordedAt.slice(0, 10) }))]
      : []),
    ...(amendments.length > 0
      ? [reason('warns', message('minutes.warns.amended', { count: amendments.length }))]
      : []),
    ...(partly
      ? [reason('warns', message('minutes.warns.overlap', { seconds: counted.alreadyCounted }))]
      : []),
    ...flags
      .filter((flag) => !mendable.includes(flag.kind) && flag.kind !== 'note-writing')
      .map((flag) => reason('warns', flag.message)),
  ];
}

function answerFor(
  question: MinuteQuestion,
  { activity, who }: RecordedActivity,
  code: ProcedureCode,
): PayerAnswer {
  const { theCase, otherCases, patient, practice, rulebook } = question;
  const coverage = coverageOnDay(patient, activity.serviceDate, question.coverageId);
  const staff = practice.staff.get(activity.staffId);
  const cases = [theCase, ...otherCases];
  const history = billedServices(cases, theCase.patientId, [activity.activityId]);
  return answerCoverage({
    code,
    serviceDate: activity.serviceDate,
    payer: coverage?.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
    coverage,
    facts: patient.benefitFacts,
    rulebook,
    timeZone: timeZoneOf(question),
    performer: { role: staff?.role ?? who.role, credential: staff?.credential ?? who.credential },
    activityKinds: [activity.kind],
    ...(activity.contact ? { routes: [activity.contact.route] } : {}),
    history,
    sameDayCodes: codesBesides(billedServices(cases, theCase.patientId, []), code, activity.serviceDate),
  });
}

/** Seconds of everybody in all cases, what is never service left out, so that it takes no second from what is. */
function countInAllCases({ theCase, otherCases }: MinuteQuestion): ReadonlyMap<string, CountedSeconds> {
  return countSeconds(
    [theCase, ...otherCases]
      .flatMap((each) => [...each.activities.values()])
      .filter((recorded) => !isNeverService(recorded))
      .map(({ activity }) => activity),
  );
}

function timeZoneOf({ practice }: Pick<MinuteQuestion, 'practice'>): string {
  return practice.profile?.timeZone ?? 'UTC';
}
