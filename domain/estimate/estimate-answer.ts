import { Type } from 'typebox';
import {
  DateSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  ToothSchema,
} from '../kernel/schema.ts';
import { factSchemas, strict } from './plan-facts.ts';
import { orderReasons } from './order-of-pair.ts';
import { supposedKinds } from './suppositions.ts';

/** Whole cents; sums know no limit. */
const Amount = Type.Integer({ minimum: 0 });
const Range = Type.Object({ low: Amount, high: Amount }, strict);
const Reach = Type.Object({ low: Amount, high: Amount, isOpenBelow: Type.Boolean() }, strict);
const amounts = { fee: Amount, plans: Range, writeOff: Range, patient: Range };
const Year = Type.Object({ from: DateSchema, through: DateSchema }, strict);

/** The id of a text, and what fills its gaps. */
const Said = Type.Object(
  {
    id: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  },
  strict,
);

const PlanShare = Type.Object(
  {
    planId: IdSchema,
    allowed: Amount,
    deductible: Amount,
    pays: Amount,
    payments: Type.Array(Type.Object({ date: DateSchema, pays: Amount, deductible: Amount }, strict)),
    explanation: Type.Array(Said),
  },
  strict,
);

const LineEstimate = Type.Object(
  {
    lineId: IdSchema,
    startedOn: Type.Optional(DateSchema),
    fee: Amount,
    plans: Type.Array(PlanShare),
    writeOff: Amount,
    patient: Amount,
    explanation: Type.Array(Said),
  },
  strict,
);

const standing = { paid: Amount, pending: Amount, reserved: Amount };

const LedgerAccount = Type.Object(
  {
    planId: IdSchema,
    kind: oneOf(['deductible', 'maximum']),
    about: Type.String(),
    codes: Type.Array(Type.String()),
    eatsGeneral: Type.Boolean(),
    of: oneOf(['individual', 'family']),
    /** Absent: for life. */
    year: Type.Optional(Year),
    limit: Amount,
    ...standing,
    planned: Amount,
    left: Amount,
    over: Amount,
    offices: Type.Array(
      Type.Object(
        {
          /** Absent: elsewhere. */
          office: Type.Optional(Type.String()),
          ...standing,
          sources: Type.Array(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
);

const { times, window, every, per } = factSchemas.frequency.properties;

const FrequencyAccount = Type.Object(
  {
    planId: IdSchema,
    about: Type.String(),
    times,
    window,
    every,
    per,
    uses: Type.Array(
      Type.Object(
        {
          code: ProcedureCodeSchema,
          date: DateSchema,
          state: oneOf(['paid', 'pending', 'reserved', 'planned']),
          quantity: Type.Integer({ minimum: 1 }),
          tooth: Type.Optional(ToothSchema),
          area: Type.Optional(OralAreaSchema),
          office: Type.Optional(IdSchema),
          source: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
);

/** What `archway estimate --json` prints: an `EstimateWithOutlook`, for whoever reads it elsewhere. */
export const EstimateAnswer = Type.Object(
  {
    lines: Type.Array(
      Type.Object({ lineId: IdSchema, ...amounts, least: LineEstimate, most: LineEstimate }, strict),
    ),
    total: Type.Object(amounts, strict),
    years: Type.Array(Type.Object({ from: DateSchema, through: DateSchema, ...amounts }, strict)),
    order: Type.Array(
      Type.Object(
        {
          planId: IdSchema,
          coordinates: Type.Boolean(),
          /** Why it comes before the next one. */
          before: Type.Optional(oneOf(orderReasons)),
        },
        strict,
      ),
    ),
    questions: Type.Array(
      Type.Object(
        { fact: Said, candidates: Type.Integer({ minimum: 2 }), widestThen: Amount, isSure: Type.Boolean() },
        strict,
      ),
    ),
    complete: Type.Boolean(),
    cautions: Type.Array(Type.Object({ said: Said, about: Type.Optional(Said) }, strict)),
    ledger: Type.Array(LedgerAccount),
    frequencies: Type.Array(FrequencyAccount),
    outlook: Type.Object(
      {
        patient: Reach,
        supposed: Type.Array(
          Type.Object(
            { planId: IdSchema, kind: oneOf(supposedKinds), condition: Said, patient: Reach },
            strict,
          ),
        ),
        complete: Type.Boolean(),
      },
      strict,
    ),
    lineOutlooks: Type.Array(Type.Object({ lineId: IdSchema, patient: Reach }, strict)),
  },
  strict,
);
