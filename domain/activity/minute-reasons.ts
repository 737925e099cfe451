import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { decisionOf } from '../case/standing-activities.ts';
import type { CodeChoice } from '../code-guide/choose-code.ts';
import { missingDocumentation } from '../coverage/documentation-on-file.ts';
import type { Basis, PayerAnswer } from '../coverage/payer-answer.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Patient } from '../patient/patient.ts';
import { isLate } from './late.ts';
import type { Overlap } from './overlaps.ts';
import type { Flag, FlagKind } from './plausibility.ts';
import { saysEnough } from './says-enough.ts';
import type { CountedSeconds } from './seconds.ts';
import { neverServiceBecause } from './service-seconds.ts';

/** One sentence of the answer to "Why does this minute count?". */
export interface MinuteReason {
  /** What it does to the answer; the strongest decides, in this order, and 'supports' and 'warns' decide nothing. */
  readonly effect: 'keeps-out' | 'incomplete' | 'not-payable' | 'payer-unknown' | 'warns' | 'supports';
  readonly message: Message;
  readonly basis: Basis;
  /** What its author does about it, on the entry itself. */
  readonly mend?: 'sign-activities' | 'amend-activity';
}

/** What the times say about one activity, beside the others. */
export interface TimeEvidence {
  readonly counted: CountedSeconds | undefined;
  readonly flags: readonly Flag[];
  readonly overlaps: readonly Overlap[];
}

const none: Basis = { kind: 'none' };

function reason(effect: MinuteReason['effect'], said: Message, basis: Basis = none): MinuteReason {
  return { effect, message: said, basis };
}

/** What is never time of service, whoever pays (field-facts 5). */
export function neverService(recorded: RecordedActivity): readonly MinuteReason[] {
  return neverServiceBecause(recorded).map((said) => reason('keeps-out', said));
}

/** Time that another entry of the same person has already. */
export function countedElsewhere({ counted }: TimeEvidence): readonly MinuteReason[] {
  const all = counted && counted.counted === 0 && counted.alreadyCounted > 0 && counted.sharedWith.length > 0;
  return all ? [reason('keeps-out', message('minutes.keptOut.countedElsewhere'))] : [];
}

/** The latest decision that a person took about this activity, else what the table chooses. */
export function codeReasons(
  theCase: CoordinationCase,
  recorded: RecordedActivity,
  choice: CodeChoice,
  code: ProcedureCode,
): readonly MinuteReason[] {
  const decided = decisionOf(theCase, recorded.activity.activityId)?.decision;
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

/** Flags that somebody can mend by an amendment before the time can stand. */
const mendable: readonly FlagKind[] = [
  'ends-before-start',
  'starts-after-recording',
  'ends-after-recording',
  'by-hand-without-reason',
];

/** What somebody must still do before the time can stand. */
export function gaps(
  { activity, signed }: RecordedActivity,
  { flags }: TimeEvidence,
): readonly MinuteReason[] {
  const unsigned = reason('incomplete', message('minutes.incomplete.unsigned'));
  const amendable = [
    ...(activity.time.seconds > 0 ? [] : [message('minutes.incomplete.noTime')]),
    ...(saysEnough(activity)
      ? []
      : [message(activity.contact ? 'minutes.incomplete.noAnswer' : 'minutes.incomplete.noContent')]),
    ...flags.filter((flag) => mendable.includes(flag.kind)).map((flag) => flag.message),
  ];
  return [
    ...(signed ? [] : [{ ...unsigned, mend: 'sign-activities' as const }]),
    ...amendable.map((said) => ({ ...reason('incomplete', said), mend: 'amend-activity' as const })),
  ];
}

/** What this payer wants in the chart and the record of this activity lacks. */
export function payerGaps(
  recorded: RecordedActivity,
  { documentation: { items, basis } }: PayerAnswer,
  patient: Patient,
  timeZone: string,
): readonly MinuteReason[] {
  return missingDocumentation(items, recorded, patient, timeZone).map((item) =>
    reason('incomplete', message(`minutes.documentation.${item}`), basis),
  );
}

export function payerReasons(answer: PayerAnswer): readonly MinuteReason[] {
  if (answer.payable === 'yes') return [reason('supports', answer.message, answer.basis)];
  return answer.obstacles.map((obstacle) =>
    reason(obstacle.certain ? 'not-payable' : 'payer-unknown', obstacle.message, obstacle.basis),
  );
}

/** What decides nothing and an auditor would ask about. */
export function warnings(
  { activity, recordedAt, late, amendments }: RecordedActivity,
  { counted, flags, overlaps }: TimeEvidence,
  timeZone: string,
): readonly MinuteReason[] {
  const said: Message[] = [];
  if (late || isLate(activity.serviceDate, recordedAt, timeZone))
    said.push(message('minutes.warns.late', { recordedOn: dayOf(recordedAt, timeZone) }));
  if (amendments.length > 0) said.push(message('minutes.warns.amended', { count: amendments.length }));
  if (counted && counted.counted > 0 && counted.sharedWith.length > 0)
    said.push(message('minutes.warns.overlap', { seconds: counted.alreadyCounted }));
  for (const overlap of overlaps) {
    if (overlap.kind === 'two-patients')
      said.push(message('minutes.warns.twoPatients', { seconds: overlap.seconds }));
    if (overlap.kind === 'two-codes')
      said.push(message('minutes.warns.twoCodes', { codes: overlap.codes.join(', ') }));
  }
  const odd = flags.filter((flag) => !mendable.includes(flag.kind) && flag.kind !== 'note-writing');
  return [...said, ...odd.map((flag) => flag.message)].map((each) => reason('warns', each));
}
