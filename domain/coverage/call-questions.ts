import { categoryOf, replacesTeeth, type CodeCategory } from '../estimate/code-category.ts';
import { closeness } from '../estimate/scope.ts';
import type { FactOf } from '../estimate/plan-facts.ts';
import { dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { callQuestion, type CallQuestion, type QuestionKind } from './call-question.ts';
import { speaksOf } from './question-answered.ts';
import { paysNothing } from './pays-nothing.ts';
import type { Basis, PayerAnswer } from './payer-answer.ts';
import type { PlanKnowledge, SaidOfPlan } from './plan-knowledge.ts';

export interface CallAbout {
  /** What is known of this coverage today. */
  readonly knowledge: PlanKnowledge;
  /** What is known of D9992 under it today. */
  readonly coordination: PayerAnswer;
  /** Codes of the plan that are still to be done, in its order. */
  readonly codes: readonly ProcedureCode[];
  /** Whether another coverage of the same kind is in force, so that the order and the way of coordinating matter. */
  readonly coveredTwice: boolean;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** A question with what already answers it. `open` is false where that is fresh enough not to ask again. */
export interface PlannedQuestion {
  readonly question: CallQuestion;
  readonly open: boolean;
  /** Statements of the plan that answer it, or part of it. */
  readonly known: readonly SaidOfPlan[];
  /** What the answer about D9992 rests on, where that answers it. */
  readonly basis: Basis | undefined;
  /** Who was asked already and could not say; undefined where it is known, or nobody was asked. */
  readonly askedInVain: SaidOfPlan | undefined;
}

/** Waiting periods are usual for major work and rare for these [general knowledge]. */
const withoutWaiting: readonly CodeCategory[] = ['diagnostic', 'preventive', 'adjunctive'];

/** Limits of age are usual for these [general knowledge]. */
const withAges: readonly CodeCategory[] = ['preventive', 'orthodontics'];

/**
 * What to ask the payer of one coverage for D9992 and for the items of the plan, in the order of a call: the plan
 * itself, D9992, then money and items, at last what may be left out. What is known and fresh is marked, so that it can be passed over and said.
 */
export function callQuestions(about: CallAbout): readonly PlannedQuestion[] {
  const codes = [...new Set(about.codes)].filter((code) => code !== about.coordination.code);
  const categories = [...new Set(codes.map(categoryOf))];
  const coordination = { code: about.coordination.code };
  const questions = [
    callQuestion('in-force'),
    callQuestion('benefit-year'),
    callQuestion('coordination-paid', coordination),
    callQuestion('coordination-often', coordination),
    callQuestion('who-may-perform', coordination),
    callQuestion('documentation', coordination),
    callQuestion('coordination-fee', coordination),
    ...(codes.length > 0 ? [callQuestion('deductible'), callQuestion('maximum')] : []),
    ...codes.flatMap(questionsOfCode),
    ...categories
      .filter((category) => !withoutWaiting.includes(category))
      .map((category) => callQuestion('waiting-period', { category })),
    ...(categories.includes('orthodontics') ? [callQuestion('orthodontic-maximum')] : []),
    ...(about.coveredTwice ? [callQuestion('coordination-of-benefits')] : []),
    callQuestion('network'),
    ...(codes.length > 0 ? [callQuestion('family-limits')] : []),
    ...categories.map((category) => callQuestion('category-percentage', { category })),
    ...withAges
      .filter((category) => categories.includes(category))
      .map((category) => callQuestion('age-limit', { category })),
    ...(categories.includes('orthodontics') ? [callQuestion('orthodontic-instalments')] : []),
  ];
  return questions.map((question) => ({
    ...weigh(question, about),
    askedInVain: about.knowledge.unanswered.find((one) => one.question.id === question.id)?.said,
  }));
}

function questionsOfCode(code: ProcedureCode): readonly CallQuestion[] {
  const category = categoryOf(code);
  return [
    callQuestion('code-terms', { code }),
    callQuestion('frequency', { code }),
    ...(replacesTeeth(category) ? [callQuestion('missing-tooth', { code })] : []),
    // Cheaper alternatives are usual for these [general knowledge].
    ...(replacesTeeth(category) || category === 'restorative'
      ? [callQuestion('alternate-benefit', { code })]
      : []),
  ];
}

type Weighed = Omit<PlannedQuestion, 'askedInVain'>;

function weigh(question: CallQuestion, about: CallAbout): Weighed {
  if (question.topic === 'coordination') return weighCoordination(question, about.coordination);
  const groups = groupsOf(about);
  const followed = about.knowledge.subjects.flatMap((subject) => subject.followed ?? []);
  const known = followed.filter(({ statement }) => speaksOf(statement, question, groups));
  const { code } = question;
  // How often, and for which teeth, does not matter where the code is not paid at all.
  const refused = followed.filter(
    ({ statement }) =>
      code !== undefined &&
      statement.kind === 'status' &&
      paysNothing(statement.status) &&
      closeness(statement.for, code, groups) > 0,
  );
  return refused.length > 0
    ? { question, known: refused, basis: undefined, open: false }
    : { question, known, basis: undefined, open: !isAnswered(question, known, about) };
}

function weighCoordination(question: CallQuestion, answer: PayerAnswer): Weighed {
  const refused = paysNothing(answer.status) && !isGuess(answer.basis);
  const basis = refused ? answer.basis : coordinationBasis(question, answer);
  return { question, known: [], basis, open: basis === undefined || isGuess(basis) };
}

function groupsOf({ knowledge }: CallAbout): readonly FactOf<'group'>[] {
  return knowledge.subjects.flatMap(({ followed }) =>
    followed?.statement.kind === 'group' ? followed.statement : [],
  );
}

/** What D9992's part of the answer rests on; undefined where nobody says anything. */
function coordinationBasis({ kind }: CallQuestion, answer: PayerAnswer): Basis | undefined {
  const bases: Partial<Record<QuestionKind, Basis | undefined>> = {
    'coordination-paid': answer.basis,
    'coordination-often': answer.limits[0]?.basis ?? answer.unlimited,
    'who-may-perform': answer.whoMayPerform.basis,
    documentation: answer.documentation.basis,
    'coordination-fee': answer.fee?.basis,
  };
  const basis = bases[kind];
  return basis === undefined || basis.kind === 'none' ? undefined : basis;
}

/** A rule that nobody saw in a source is worth a question. */
function isGuess(basis: Basis): boolean {
  return basis.kind === 'rule' && basis.mark !== 'confirmed';
}

/**
 * Whether it need not be asked again. What the plan promises for its year holds as long as its source does; whether
 * somebody is covered changes by the month, and what is left of a benefit by the day. The rule is ours.
 */
function isAnswered({ kind }: CallQuestion, known: readonly SaidOfPlan[], about: CallAbout): boolean {
  const heardSince = (from: string) => (said: SaidOfPlan) =>
    said.basis.kind === 'fact' && dayOf(said.basis.learnedAt, about.timeZone) >= from;
  const month = about.today.slice(0, 7);
  switch (kind) {
    case 'in-force':
      return known.some(heardSince(`${month}-01`));
    case 'deductible':
    case 'maximum':
    case 'orthodontic-maximum':
      return (
        known.some(({ statement }) => statement.kind !== 'remaining') &&
        (known.some(
          ({ statement }) =>
            statement.kind !== 'remaining' && 'amount' in statement && isNothing(statement.amount),
        ) ||
          known.filter(({ statement }) => statement.kind === 'remaining').some(heardSince(about.today)))
      );
    case 'frequency':
      return known.some(({ statement }) => statement.kind !== 'last-service');
    case 'coordination-of-benefits':
      return known.some(({ statement }) => statement.kind === 'coordination');
    default:
      return known.length > 0;
  }
}

/** No deductible and no maximum leave nothing to be counted. */
function isNothing(amount: number | 'none' | undefined): boolean {
  return amount === 'none' || amount === 0;
}
