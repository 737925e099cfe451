import { Type, type Static } from 'typebox';
import { activityKinds } from '../activity/activity.ts';
import { performers } from '../activity/performer.ts';
import { coverageStatuses, FrequencyLimit } from '../coverage/benefit-fact.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { CentsSchema, DateSchema, IdSchema, oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';
import { payerLines, routes } from '../practice/practice-events.ts';
import { documentationItems, ruleMarks, RuleSource, type Rule, type RuleKind } from '../rulebook/rule.ts';
import { inPeriod, type RulebookPayer } from '../rulebook/rulebook.ts';

/**
 * What a payer's rules say about a code on a span of days of service, for anybody to read: nothing in it depends on
 * a patient, a plan or a practice. Whether a piece of work is paid is another question (`answerCoverage`).
 */
export const PayerRuling = Type.Object({
  from: DateSchema,
  /** False: the rules began on or before `from`. */
  startEstablished: Type.Boolean(),
  /** 'open' where the source sets no end. */
  through: Type.Union([DateSchema, Type.Literal('open')]),
  status: oneOf(coverageStatuses),
  fee: Type.Optional(Type.Object({ amount: CentsSchema, per: oneOf(['client-day', 'claim-line']) })),
  limits: Type.Array(FrequencyLimit),
  performers: Type.Array(oneOf(performers)),
  underDentist: Type.Boolean(),
  /** What the work must be, and by which routes; empty: the rules do not say. */
  work: Type.Array(oneOf(activityKinds)),
  routes: Type.Array(oneOf(routes)),
  notFor: Type.Array(oneOf(activityKinds)),
  documentation: Type.Array(oneOf(documentationItems)),
  notWith: Type.Array(ProcedureCodeSchema),
  places: Type.Array(Type.String()),
  claimDays: Type.Optional(Type.Integer()),
  reconsiderationDays: Type.Optional(Type.Integer()),
  encounterRate: Type.Boolean(),
  /** Every rule that speaks, to be cited as `rulebook/<id>`. */
  rules: Type.Array(Type.Object({ id: Type.String(), mark: oneOf(ruleMarks) })),
  sources: Type.Array(RuleSource),
});
export type PayerRuling = Static<typeof PayerRuling>;

/** A payer of the rulebook, with what its rules say about one code by date of service, the newest first. */
export const PayerRulings = Type.Object({
  payer: IdSchema,
  name: Type.String(),
  line: oneOf(payerLines),
  fictional: Type.Boolean(),
  note: Type.String(),
  rulings: Type.Array(PayerRuling),
});
export type PayerRulings = Static<typeof PayerRulings>;

/** The spans of days in which the same rules of a payer speak of a code, the newest first. */
export function payerRulings(payer: RulebookPayer, code: string): PayerRulings {
  const rules = payer.rules.filter((rule) => rule.code === code && rule.kind !== 'waived-check');
  const begins = rules.flatMap(({ period: { from, through } }) =>
    through === 'open' ? [from] : [from, addDays(through, 1)],
  );
  const starts = [...new Set(begins)].sort();
  const rulings = starts.flatMap((from, index): PayerRuling[] => {
    const speaking = rules.filter((rule) => inPeriod(rule.period, from));
    const next = starts[index + 1];
    const through = next === undefined ? 'open' : addDays(next, -1);
    return speaking.length === 0 ? [] : [rulingOf(speaking, from, through)];
  });
  const { payer: id, name, line, fictional, note } = payer;
  return { payer: id, name, line, fictional, note, rulings: rulings.reverse() };
}

/** What a payer's rules say on a day of service; undefined where they say nothing, which is unknown and not "no". */
export function rulingOn(
  { rulings }: Pick<PayerRulings, 'rulings'>,
  day: CalendarDate,
): PayerRuling | undefined {
  return rulings.find(({ from, through }) => from <= day && (through === 'open' || day <= through));
}

function rulingOf(rules: readonly Rule[], from: CalendarDate, through: PayerRuling['through']): PayerRuling {
  const [status] = ofKind(rules, 'coverage-status');
  const [fee] = ofKind(rules, 'fee');
  const deadline = (about: 'claim' | 'reconsideration') =>
    ofKind(rules, 'deadline').find((rule) => rule.for === about)?.days;
  const claimDays = deadline('claim');
  const reconsiderationDays = deadline('reconsideration');
  const who = ofKind(rules, 'who-may-perform');
  const modalities = ofKind(rules, 'modality');
  return {
    from,
    startEstablished: rules.every(({ period }) => period.from < from || period.startEstablished),
    through,
    status: status?.status ?? 'unknown',
    ...(fee ? { fee: { amount: fee.amount, per: fee.per } } : {}),
    limits: ofKind(rules, 'frequency-limit').map(({ limit }) => limit),
    performers: who.flatMap((rule) => rule.performers),
    underDentist: who.some((rule) => rule.under === 'dentist'),
    work: modalities.flatMap((rule) => rule.activityKinds),
    routes: modalities.flatMap((rule) => rule.routes),
    notFor: ofKind(rules, 'excluded-activity').flatMap((rule) => rule.activityKinds),
    documentation: ofKind(rules, 'required-documentation').flatMap((rule) => rule.items),
    notWith: ofKind(rules, 'same-day-exclusion').flatMap((rule) => rule.with),
    places: ofKind(rules, 'place-of-service').flatMap((rule) => rule.allowed),
    ...(claimDays === undefined ? {} : { claimDays }),
    ...(reconsiderationDays === undefined ? {} : { reconsiderationDays }),
    encounterRate: ofKind(rules, 'encounter-rate').length > 0,
    rules: rules.map(({ id, mark }) => ({ id, mark })),
    sources: distinctSources(rules),
  };
}

function ofKind<Kind extends RuleKind>(
  rules: readonly Rule[],
  kind: Kind,
): readonly Extract<Rule, { kind: Kind }>[] {
  return rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind);
}

function distinctSources(rules: readonly Rule[]): RuleSource[] {
  return [...new Map(rules.map(({ source }) => [`${source.title.en} ${source.seen}`, source])).values()];
}
