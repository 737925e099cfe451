import { performers } from '../activity/performer.ts';
import { coordinationVariants, limitCounts, planFrequencyWindows } from '../estimate/plan-facts.ts';
import { refuseFacts } from '../estimate/refuse-facts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { coverageStatuses, frequencyWindows, limitScopes, type BenefitFact } from './benefit-fact.ts';
import type { CallQuestion } from './call-question.ts';
import { paysNothing } from './pays-nothing.ts';
import type { PlanStatement } from './plan-answer.ts';
import { readOrthodontics } from './read-orthodontics.ts';
import { readPlace } from './read-place.ts';
import { refuseAmounts } from './refuse-amounts.ts';
import { AnswerReader, isSilent, isTyped, type TypedAnswer } from './typed-answer.ts';
import { unsaidCount } from './whole-mouth.ts';

export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** What was said of D9992: the part of a benefit fact that questions fill. */
export type CoordinationSaid = Partial<
  Pick<
    BenefitFact,
    'status' | 'bundledInto' | 'allowed' | 'frequency' | 'performers' | 'whoMayPerform' | 'documentation'
  >
>;

export interface ReadAnswer {
  readonly questionId: string;
  readonly statements: readonly PlanStatement[];
  readonly coordination: CoordinationSaid;
}

/**
 * What was typed, as facts; questions without an answer, and those the representative did not answer, say nothing.
 * Refused, each with its place: what cannot be read, half an answer, amounts that contradict each other.
 */
export function readCallAnswers(
  questions: readonly CallQuestion[],
  typed: TypedAnswers,
): readonly ReadAnswer[] | Refusal {
  const read: ReadAnswer[] = [];
  for (const question of questions) {
    const answer = typed[question.id];
    if (!isTyped(answer) || isMoot(question, typed)) continue;
    const reader = new AnswerReader(`/questions/${question.id}`, answer);
    const said = readers[question.kind](reader, question);
    if (reader.refusal) return reader.refusal;
    read.push({ questionId: question.id, statements: [], coordination: {}, ...said });
  }
  return refuseTogether(read) ?? read;
}

/** Amounts are compared over the whole call, ages with each other, and the refusal names the field that was typed. */
function refuseTogether(read: readonly ReadAnswer[]): Refusal | undefined {
  const placed = read.flatMap(({ questionId, statements }) =>
    statements.map((statement) => ({ questionId, statement })),
  );
  const statements = placed.map(({ statement }) => statement);
  const refusal = refuseAmounts(statements, '') ?? refuseAges(statements);
  if (!refusal) return undefined;
  const wrong = placed[Number(refusal.at?.split('/')[1])];
  return wrong ? { ...refusal, at: `/questions/${wrong.questionId}/${fieldOf(wrong.statement)}` } : refusal;
}

function refuseAges(statements: readonly PlanStatement[]): Refusal | undefined {
  for (const [index, statement] of statements.entries()) {
    const refusal = statement.kind === 'age-limit' ? refuseFacts([statement], '') : undefined;
    if (refusal) return { ...refusal, at: `/${index}` };
  }
  return undefined;
}

function fieldOf(statement: PlanStatement): string {
  const isOfFamily = 'per' in statement && statement.per === 'family';
  switch (statement.kind) {
    case 'remaining':
      if (!isOfFamily) return 'left';
      return statement.of === 'maximum' ? 'familyMaximumLeft' : 'familyDeductibleLeft';
    case 'maximum':
      return isOfFamily ? 'familyMaximum' : 'amount';
    case 'age-limit':
      return 'through';
    case 'copay':
      return 'copay';
    default:
      return isOfFamily ? 'family' : 'amount';
  }
}

/** A question that an earlier answer of this call has made pointless: nothing is paid, or nobody is covered. */
export function isMoot({ kind, code, topic }: CallQuestion, typed: TypedAnswers): boolean {
  if (kind === 'in-force') return false;
  if (typed['in-force']?.['active'] === 'no') return true;
  const nothing = (questionId: string) => paysNothing(typed[questionId]?.['status'] ?? '');
  if (topic === 'coordination') return kind !== 'coordination-paid' && nothing('coordination-paid');
  return code !== undefined && kind !== 'code-terms' && nothing(`code-terms.${code}`);
}

/** Questions that still want an answer from somebody: not known, not answered, not pointless, not for spare time. */
export function leftOpen<Planned extends { readonly question: CallQuestion; readonly open: boolean }>(
  planned: readonly Planned[],
  typed: TypedAnswers,
): readonly Planned[] {
  return planned.filter(
    ({ question, open }) =>
      open && question.topic !== 'besides' && !isMoot(question, typed) && !isTyped(typed[question.id]),
  );
}

/** The questions of a call that got no answer although they were asked. */
export function saidNothing(questions: readonly CallQuestion[], typed: TypedAnswers) {
  return questions.filter((question) => isSilent(typed[question.id]) && !isMoot(question, typed));
}

/** Asked in vain, as what this source said: the next caller sees it, and it stays unknown. */
export function notSaid({ kind, code, category }: CallQuestion): PlanStatement {
  return { kind: 'not-said', question: kind, ...(code && { code }), ...(category && { category }) };
}

type Said = Partial<Omit<ReadAnswer, 'questionId'>>;

const yesNo = ['yes', 'no'] as const;
/** Plans begin their year on the first of a month; another day is recorded by the file that names it. */
export const yearBeginnings = Array.from(
  { length: 12 },
  (_, month) => `${String(month + 1).padStart(2, '0')}-01`,
);

const readers: Record<CallQuestion['kind'], (reader: AnswerReader, question: CallQuestion) => Said> = {
  'in-force': (reader) => {
    const active = reader.needed(reader.word(yesNo, 'active'), 'active');
    return {
      statements: [{ kind: 'in-force', active: active === 'yes', ...reader.period('from', 'through') }],
    };
  },
  'benefit-year': (reader) => {
    const begins = reader.needed(reader.word(yearBeginnings, 'begins'), 'begins');
    return { statements: begins === undefined ? [] : [{ kind: 'benefit-year', begins }] };
  },
  'coordination-paid': (reader) => ({ coordination: readStatus(reader) }),
  'coordination-often': (reader, { code }) => {
    const limited = reader.word(yesNo, 'limited');
    if (limited === 'no') return { coordination: { frequency: 'none' } };
    const last = lastService(reader, code);
    const times = reader.whole('times', 1, 99);
    if (limited === undefined && times === undefined) return { statements: last };
    const window = reader.needed(reader.word(frequencyWindows, 'window'), 'window');
    const days = window === 'rolling-days' ? reader.needed(reader.whole('days', 1, 3660), 'days') : undefined;
    const per = reader.word(limitScopes, 'per');
    const counted = reader.needed(times, 'times');
    return {
      statements: last,
      coordination:
        counted === undefined || window === undefined
          ? {}
          : { frequency: { times: counted, window, ...(days && { days }), ...(per && { per }) } },
    };
  },
  'who-may-perform': (reader) => {
    const named = (reader.text('performers') ?? '').split(',');
    const chosen = performers.filter((performer) => named.includes(performer));
    const text = reader.text('text');
    return {
      coordination: {
        ...(chosen.length > 0 && { performers: chosen }),
        ...(text !== undefined && { whoMayPerform: text.slice(0, 200) }),
      },
    };
  },
  documentation: (reader) => {
    const text = reader.text('text');
    return { coordination: text === undefined ? {} : { documentation: text.slice(0, 500) } };
  },
  'coordination-fee': (reader) => {
    const amount = reader.money('amount');
    return { coordination: amount === undefined ? {} : { allowed: amount } };
  },
  deductible: (reader) => {
    const [amount, family] = [reader.money('amount'), reader.money('family')];
    return {
      statements: [
        ...(amount === undefined ? [] : [{ kind: 'deductible', ...ofYear, amount } as const]),
        ...(family === undefined
          ? []
          : [{ kind: 'deductible', ...ofYear, per: 'family', amount: family } as const]),
        ...left(reader, 'deductible', ofYear),
      ],
    };
  },
  maximum: (reader) => {
    if (reader.text('unlimited') === 'yes')
      return { statements: [{ kind: 'maximum', ...ofYear, amount: 'none' }] };
    const amount = reader.money('amount');
    return {
      statements: [
        ...(amount === undefined ? [] : [{ kind: 'maximum', ...ofYear, amount } as const]),
        ...left(reader, 'maximum', ofYear),
      ],
    };
  },
  'code-terms': (reader, { code }) => {
    const about = { for: code === undefined ? {} : { code } };
    const { status, bundledInto } = readStatus(reader);
    const [percent, copay] = [reader.whole('percent', 0, 100), reader.money('copay')];
    return {
      statements: [
        ...(status === undefined
          ? []
          : [{ kind: 'status', ...about, status, ...(bundledInto && { bundledInto }) } as const]),
        ...(percent === undefined ? [] : [{ kind: 'percentage', ...about, percent } as const]),
        ...(copay === undefined ? [] : [{ kind: 'copay', ...about, amount: copay } as const]),
      ],
    };
  },
  'waiting-period': (reader, { category }) => {
    const months = reader.needed(reader.whole('months', 0, 120), 'months');
    return {
      statements:
        months === undefined
          ? []
          : [{ kind: 'waiting-period', ...(category && { for: { category } }), months }],
    };
  },
  frequency: (reader, { code }) => {
    const last = lastService(reader, code);
    const limited = reader.word(yesNo, 'limited');
    const times = reader.whole('times', 1, 99);
    const about = code === undefined ? {} : { for: { code } };
    if (limited === 'no') return { statements: [{ kind: 'no-frequency-limit', ...about }, ...last] };
    if (limited === undefined && times === undefined) return { statements: last };
    const counted = reader.needed(times, 'times');
    const window = reader.needed(reader.word(planFrequencyWindows, 'window'), 'window');
    const counts = window === 'every-years' || window === 'every-months';
    const every = counts ? reader.needed(reader.whole('every', 1, 120), 'every') : undefined;
    const per = reader.word(limitCounts, 'per') ?? unsaidCount(code);
    if (counted === undefined || window === undefined) return {};
    return {
      statements: [
        {
          kind: 'frequency',
          ...about,
          times: counted,
          window,
          per,
          ...(every && { every }),
        },
        ...last,
      ],
    };
  },
  'missing-tooth': (reader, { code }) => {
    const excluded = reader.needed(reader.word(yesNo, 'excluded'), 'excluded') === 'yes';
    return { statements: [{ kind: 'missing-tooth', ...(code && { for: { code } }), excluded }] };
  },
  'alternate-benefit': (reader, { code }) => {
    const applies = reader.needed(reader.word(yesNo, 'applies'), 'applies') === 'yes';
    const substitute = applies ? reader.needed(reader.code('substitute'), 'substitute') : undefined;
    return {
      statements:
        code === undefined || (applies && substitute === undefined)
          ? []
          : [{ kind: 'alternate-benefit', code, applies, ...(substitute && { substitute }) }],
    };
  },
  'orthodontic-maximum': (reader) => {
    const amount = reader.money('amount');
    return {
      statements: [
        ...(amount === undefined ? [] : [{ kind: 'maximum', ...ofLife, amount } as const]),
        ...left(reader, 'maximum', ofLife),
      ],
    };
  },
  'coordination-of-benefits': (reader) => {
    const variant = reader.word(coordinationVariants, 'variant');
    const place = readPlace(reader);
    return {
      statements: [
        ...(variant === undefined ? [] : [{ kind: 'coordination', variant } as const]),
        ...(place ? [place] : []),
      ],
    };
  },
  network: (reader) => {
    const participates = reader.needed(reader.word(yesNo, 'participates'), 'participates') === 'yes';
    return { statements: [{ kind: 'network', participates }] };
  },
  'family-limits': (reader) => {
    const amount = reader.money('familyMaximum');
    return {
      statements: [
        ...(amount === undefined ? [] : [{ kind: 'maximum', ...ofFamily, amount } as const]),
        ...left(reader, 'maximum', ofFamily, 'familyMaximumLeft'),
        ...left(reader, 'deductible', ofFamily, 'familyDeductibleLeft'),
      ],
    };
  },
  'category-percentage': (reader, { category }) => {
    const percent = reader.needed(reader.whole('percent', 0, 100), 'percent');
    return {
      statements:
        percent === undefined
          ? []
          : [{ kind: 'percentage', ...(category && { for: { category } }), percent }],
    };
  },
  'age-limit': (reader, { category }) => {
    const about = { kind: 'age-limit', ...(category && { for: { category } }) } as const;
    // Paid at every age is what "from age 0" says.
    if (reader.word(yesNo, 'limited') === 'no') return { statements: [{ ...about, from: 0 }] };
    const [from, through] = [reader.whole('fromAge', 0, 120), reader.whole('through', 0, 120)];
    if (from === undefined) reader.needed(through, 'through');
    return {
      statements: [
        { ...about, ...(from !== undefined && { from }), ...(through !== undefined && { through }) },
      ],
    };
  },
  'orthodontic-instalments': (reader) => {
    const said = readOrthodontics(reader);
    return { statements: said ? [said] : [] };
  },
};

const ofYear = { per: 'individual', period: 'benefit-year' } as const;
const ofFamily = { per: 'family', period: 'benefit-year' } as const;
const ofLife = { for: { category: 'orthodontics' }, per: 'individual', period: 'lifetime' } as const;

function readStatus(reader: AnswerReader): Pick<CoordinationSaid, 'status' | 'bundledInto'> {
  const status = reader.word(coverageStatuses, 'status');
  if (status !== 'bundled-into') return status === undefined ? {} : { status };
  const bundledInto = reader.needed(reader.code('bundledInto'), 'bundledInto');
  return { status, ...(bundledInto && { bundledInto }) };
}

function left(
  reader: AnswerReader,
  of: 'deductible' | 'maximum',
  limited: typeof ofYear | typeof ofLife | typeof ofFamily,
  field = 'left',
): readonly PlanStatement[] {
  const amount = reader.money(field);
  return amount === undefined ? [] : [{ kind: 'remaining', of, ...limited, amount }];
}

function lastService(reader: AnswerReader, code: CallQuestion['code']): readonly PlanStatement[] {
  const on = reader.date('last');
  return on === undefined || code === undefined ? [] : [{ kind: 'last-service', code, on }];
}
