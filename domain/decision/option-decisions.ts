import type { CoordinationCase } from '../case/case.ts';
import type { NewCaseEvent } from '../case/case-events.ts';
import { repeats, type Deciding } from '../case/deciding.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { message } from '../kernel/message.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { OptionCost, OptionSheet, OptionText, SheetText } from './option-sheet.ts';
import type { RecordedSheet } from './recorded-sheet.ts';
import { planAfterDecision } from './plan-after-decision.ts';
import type { PatientDecision, Revisit } from './patient-decision.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

export interface RecordingSheet {
  /** What an option costs, from the plan and the estimate: a cost is never typed in. */
  readonly costOf: (option: OptionText, language: SheetText['language']) => OptionCost;
  /** Text to lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** A new sheet, or the next version of one. A version that says the same as the one before is not recorded. */
export function decideRecordOptions(
  state: CoordinationCase,
  { sheet }: { readonly sheet: SheetText },
  { now }: Pick<Deciding, 'now'>,
  { costOf, sha256 }: RecordingSheet,
): Decided {
  const refusal = refuseKinds(sheet) ?? refuseNames(sheet) ?? refuseOptions(state, sheet);
  if (refusal) return refusal;
  const recorded = state.optionSheets.get(sheet.sheetId);
  if (recorded?.withdrawn) return refuse('decision/withdrawn', {}, '/sheet/sheetId');
  const before = recorded?.versions.at(-1)?.sheet;
  const options = sheet.options.map((option) => ({ ...option, cost: costOf(option, sheet.language) }));
  if (before && contentOf({ ...sheet, options }, before.version) === contentOf(before, before.version))
    return [];
  const version = (before?.version ?? 0) + 1;
  const hash = sha256(contentOf({ ...sheet, options }, version));
  return [
    {
      type: 'decision.options-recorded',
      occurredAt: now,
      data: { sheet: { ...sheet, options, version, sha256: hash } },
    },
  ];
}

/** The text whose SHA-256 a version carries. */
export function contentOf(sheet: Omit<OptionSheet, 'sha256' | 'version'>, version: number): string {
  const { sheetId, language, question, values, questions, options } = sheet;
  return canonicalJson({ sheetId, version, language, question, values, questions, options });
}

function refuseKinds({ options }: SheetText): Refusal | undefined {
  const lacks = (kind: OptionText['kind']) => !options.some((option) => option.kind === kind);
  if (lacks('treatment')) return refuse('decision/nothing-to-choose', {}, '/sheet/options');
  const missing = (['do-nothing', 'in-phases'] as const).find(lacks);
  if (!missing) return undefined;
  return refuse(
    'decision/option-missing',
    { kind: message(`web.word.optionKind.${missing}`) },
    '/sheet/options',
  );
}

/** A decision names option and value by id, so that an id stands for one of them. */
function refuseNames({ options, values }: SheetText): Refusal | undefined {
  const ids = [...options.map(({ optionId }) => optionId), ...values.map(({ valueId }) => valueId)];
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  return twice === undefined ? undefined : refuse('decision/id-twice', { id: twice }, '/sheet');
}

function refuseOptions(state: CoordinationCase, { options }: SheetText): Refusal | undefined {
  for (const [index, option] of options.entries()) {
    const at = `/sheet/options/${index}`;
    const unknown = option.itemIds.findIndex((id) => !state.planItems.has(id));
    if (unknown >= 0) return refuse('absent/plan-item', {}, `${at}/itemIds/${unknown}`);
    for (const name of ['visits', 'weeks'] as const)
      if (isReversed(option[name])) return refuse('decision/range-reversed', {}, `${at}/${name}`);
    const risk = option.risks.findIndex(({ ofHundred }) => isReversed(ofHundred));
    if (risk >= 0) return refuse('decision/range-reversed', {}, `${at}/risks/${risk}/ofHundred`);
  }
  return undefined;
}

function isReversed(range: { readonly least: number; readonly most: number } | undefined): boolean {
  return range !== undefined && range.least > range.most;
}

export interface RecordDecision {
  readonly decision: PatientDecision;
  /** Whether the steps of the plan follow: those chosen are accepted, those of the other options declined. */
  readonly planFollows: boolean;
}

/** The first decision on a sheet. A later one revisits it. */
export function decideRecordDecision(
  state: CoordinationCase,
  asked: RecordDecision,
  { now }: Pick<Deciding, 'now'>,
): Decided {
  const { decision } = asked;
  return decidedOn(state, asked, now, ({ decisions }) =>
    decisions.length > 0
      ? refuse('decision/already-made', {}, '/decision/sheetId')
      : { type: 'decision.made', occurredAt: now, data: { decision } },
  );
}

/** A new decision in place of the latest one, which it names. */
export function decideRevisitDecision(
  state: CoordinationCase,
  asked: RecordDecision & { readonly revisit: Revisit },
  { now }: Pick<Deciding, 'now'>,
): Decided {
  const { decision, revisit } = asked;
  return decidedOn(state, asked, now, ({ decisions }) =>
    decisions.at(-1)?.decision.decisionId === revisit.earlierDecisionId
      ? { type: 'decision.revisited', occurredAt: now, data: { decision, revisit } }
      : refuse('decision/not-the-latest', {}, '/revisit/earlierDecisionId'),
  );
}

/** A decision on what was seen, once, and what follows from it for the plan. */
function decidedOn(
  state: CoordinationCase,
  { decision, planFollows }: RecordDecision,
  now: Instant,
  eventOn: (sheet: RecordedSheet) => NewCaseEvent | Refusal,
): Decided {
  const again = repeats(recordedDecision(state, decision.decisionId), decision);
  if (again !== undefined) return again === 'repeated' ? [] : again;
  const recorded = state.optionSheets.get(decision.sheetId);
  if (!recorded) return refuse('absent/option-sheet', {}, '/decision/sheetId');
  if (recorded.withdrawn) return refuse('decision/withdrawn', {}, '/decision/sheetId');
  const seen = seenVersion(recorded, decision);
  if ('refused' in seen) return seen;
  const event = eventOn(recorded);
  if ('refused' in event) return event;
  return [event, ...(planFollows ? planAfterDecision(state, seen, decision.optionId, now) : [])];
}

/** Takes out options that were recorded in error. What was decided about stays: it is revisited. */
export function decideWithdrawOptions(
  state: CoordinationCase,
  { sheetId, reason }: { readonly sheetId: string; readonly reason: string },
  { now }: Pick<Deciding, 'now'>,
): Decided {
  const recorded = state.optionSheets.get(sheetId);
  if (!recorded) return refuse('absent/option-sheet', {}, '/sheetId');
  if (recorded.withdrawn) return [];
  if (recorded.decisions.length > 0) return refuse('decision/decided-on-it', {}, '/sheetId');
  return [{ type: 'decision.options-withdrawn', occurredAt: now, data: { sheetId, reason } }];
}

function recordedDecision(state: CoordinationCase, decisionId: string): PatientDecision | undefined {
  return [...state.optionSheets.values()]
    .flatMap(({ decisions }) => decisions)
    .find(({ decision }) => decision.decisionId === decisionId)?.decision;
}

/** The version that was seen, with the option and the values of it that the decision names. */
function seenVersion(
  { versions }: RecordedSheet,
  { seenVersion: version, seenSha256, optionId, weights }: PatientDecision,
): OptionSheet | Refusal {
  const seen = versions.find(({ sheet }) => sheet.version === version)?.sheet;
  if (seen?.sha256 !== seenSha256) return refuse('decision/not-what-was-shown', {}, '/decision/seenVersion');
  if (!seen.options.some((option) => option.optionId === optionId))
    return refuse('absent/option', {}, '/decision/optionId');
  const stray = weights.findIndex(({ valueId }) => !seen.values.some((value) => value.valueId === valueId));
  if (stray >= 0) return refuse('absent/value', {}, `/decision/weights/${stray}/valueId`);
  return seen;
}
