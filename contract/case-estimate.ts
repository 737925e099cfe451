import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  ToothSchema,
} from '#domain/kernel/schema.ts';
import { waysToDate } from '#domain/treatment-plan/day-of-item.ts';
import { Message } from './views.ts';

/** GET /api/cases/{caseId}/estimate: what the plan of a case is expected to cost the patient. Never a promise. */

const Range = Type.Object({ low: CentsSchema, high: CentsSchema });

/** How far what nobody has told may take a sum; open below: how much less nobody can say, `low` is only a bound. */
const Reach = Type.Object({ low: CentsSchema, high: CentsSchema, isOpenBelow: Type.Boolean() });

const Amounts = {
  fee: CentsSchema,
  plans: Range,
  writeOff: Range,
  patient: Range,
};

/** Why the figures of a line are what they are: plan by plan, then what is written off and left. */
const Explanation = Type.Object({
  plans: Type.Array(Type.Object({ plan: Type.String(), pays: CentsSchema, said: Type.Array(Message) })),
  rest: Type.Array(Message),
});

const EstimatedStep = Type.Object({
  itemId: IdSchema,
  text: Type.String(),
  code: ProcedureCodeSchema,
  tooth: Type.Optional(ToothSchema),
  area: Type.Optional(OralAreaSchema),
  date: DateSchema,
  datedBy: oneOf(waysToDate),
  ...Amounts,
  /** What the patient may pay once what nobody has told is known. */
  outlook: Reach,
  /** In the case in which the patient pays most for the whole plan; `least` where it differs. */
  most: Explanation,
  least: Type.Optional(Explanation),
});
export type EstimatedStep = Static<typeof EstimatedStep>;

/** What nobody has told yet, the one that narrows the range most first. */
const Question = Type.Object({
  fact: Message,
  widestThen: CentsSchema,
  /** Whatever turns out true the range is narrower then; otherwise it may be. */
  isSure: Type.Boolean(),
  /** Of which coverage it is to be asked; absent: it is not about one of them. */
  coverageId: Type.Optional(IdSchema),
  /** The step of the plan where it is entered. */
  itemId: Type.Optional(IdSchema),
});

/** Beside the figures by what is known: how far what nobody has told may take what the patient pays. */
const Outlook = Type.Object({
  patient: Reach,
  /** "If the plan has a waiting period, which nobody has asked yet", and what the patient pays then; widest first. */
  supposed: Type.Array(Type.Object({ condition: Message, patient: Reach })),
  complete: Type.Boolean(),
});

const Said = Type.Object({ said: Message, about: Type.Optional(Message) });

export const CaseEstimate = Type.Object({
  asOf: DateSchema,
  steps: Type.Array(EstimatedStep),
  total: Type.Object(Amounts),
  outlook: Outlook,
  years: Type.Array(Type.Object({ from: DateSchema, through: DateSchema, ...Amounts })),
  /** The plans in the order in which they pay, with the rule that puts each before the next. */
  order: Type.Array(
    Type.Object({ coverageId: IdSchema, plan: Type.String(), because: Type.Optional(Message) }),
  ),
  questions: Type.Array(Question),
  /** False: too many things are unknown to try all of them together, so the range may be wider. */
  complete: Type.Boolean(),
  cautions: Type.Array(Said),
});
export type CaseEstimate = Static<typeof CaseEstimate>;

export const CaseEstimateView = Type.Object({
  position: Type.Integer(),
  /** Absent where no step has a code and a fee. */
  estimate: Type.Optional(CaseEstimate),
  leftOut: Type.Array(Type.Object({ itemId: IdSchema, text: Type.String(), lacks: oneOf(['code', 'fee']) })),
});
export type CaseEstimateView = Static<typeof CaseEstimateView>;
