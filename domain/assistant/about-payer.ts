import type { Performer } from '../activity/performer.ts';
import { answerCoverage } from '../coverage/answer-coverage.ts';
import type { Obstacle, PayerAnswer } from '../coverage/payer-answer.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { dollars } from '../kernel/money.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { inPeriod, type RulebookPayer } from '../rulebook/rulebook.ts';
import type { Rule, RuleKind } from '../rulebook/rule.ts';
import { emptyPart, listed, sentence, type Filled, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { notInRulebook, onDays, withGeneral } from './payer-elsewhere.ts';
import type { PayerQuestion, PayerTopic } from './payer-topics.ts';
import { passageOf, ruleWording } from './rule-in-words.ts';

const kindsOf: Record<PayerTopic, readonly RuleKind[]> = {
  coverage: ['coverage-status', 'modality'],
  fee: ['fee'],
  frequency: ['frequency-limit', 'claim-unit'],
  who: ['who-may-perform'],
  claimDeadline: ['deadline'],
  appealDeadline: ['deadline'],
  document: ['required-documentation'],
  place: ['place-of-service'],
  chargePatient: ['coverage-status'],
  exclusion: ['same-day-exclusion'],
  encounter: ['encounter-rate'],
};

/** "Is it covered by payer X on date Y" and what else only the rulebook can say; unknown where it is silent. */
export function aboutPayer(knowledge: Knowledge, question: PayerQuestion, topic: PayerTopic): Part {
  const { payer, code } = question;
  if (payer.kind === 'elsewhere') return notInRulebook(knowledge, question, payer.name, topic);
  const rules = rulesOf(payer.payer, code, topic, question);
  const first = rules.filter(({ kind }) => kind === kindsOf[topic][0]);
  const share = shareOfDays(first, question);
  if (share === 'none') return unknownOnDay(knowledge, question, payer.payer, rules, topic);
  const day = firstDay(first, question);
  const answer = ask(knowledge, question, payer.payer, day);
  const against = topic === 'coverage' ? answer.obstacles.filter(isCircumstance) : [];
  const standing = rulesOf(payer.payer, code, topic, question).filter((rule) => inPeriod(rule.period, day));
  const passages = standing.map((rule) => passageOf(payer.payer, rule));
  const rests = passages.map(({ id }) => id);
  return {
    ...emptyPart,
    status: share === 'all' ? 'answered' : 'partly',
    codes: [code],
    sentences: [
      sentence(
        onDays(
          against.length > 0
            ? message('assistant.payer.notForThis', { code, payer: payer.payer.name })
            : answerMessage(answer, topic, payer.payer.name, question.performer),
          day,
          share === 'all' ? question.through : day,
        ),
        rests,
      ),
      ...against.map((each) => sentence(wordingOf(each, answer), rests)),
      ...standing.map((rule) => listed(ruleWording(payer.payer, rule), [`rulebook/${rule.id}`])),
      ...(topic === 'chargePatient' ? [sentence(answer.mayChargePatient.why, rests)] : []),
    ],
    passages,
    missing: share === 'all' ? [] : [message('assistant.missing.dayInside', { payer: payer.payer.name })],
    safety: safetyOf(payer.payer),
  };
}

/** The rules that a topic rests on; with a circumstance also those that the payer has on such work, and those first. */
function rulesOf(
  payer: RulebookPayer,
  code: ProcedureCode,
  topic: PayerTopic,
  { work, performer }: Pick<PayerQuestion, 'work' | 'performer'>,
): readonly Rule[] {
  const kinds: readonly RuleKind[] =
    topic === 'coverage'
      ? [
          ...(work === undefined ? [] : (['excluded-activity'] as const)),
          ...(performer === undefined ? [] : (['who-may-perform'] as const)),
          ...kindsOf.coverage,
        ]
      : kindsOf[topic];
  return kinds.flatMap((kind) =>
    payer.rules.filter((rule) => rule.code === code && rule.kind === kind && fitsTopic(rule, topic)),
  );
}

/** What speaks against payment because of what was done or who did it, for certain. */
function isCircumstance({ kind, certain }: Obstacle): boolean {
  return certain && (kind === 'who-may-perform' || kind === 'modality' || kind === 'excluded-activity');
}

function wordingOf(obstacle: Obstacle, { whoMayPerform }: PayerAnswer): Filled | Message {
  return obstacle.kind === 'who-may-perform'
    ? {
        message: message('assistant.payer.onlyBy'),
        filling: {
          performers: whoMayPerform.performers.map((each) => message(`coverage.performer.${each}`)),
        },
      }
    : obstacle.message;
}

function fitsTopic(rule: Rule, topic: PayerTopic): boolean {
  if (rule.kind !== 'deadline') return true;
  return topic === 'claimDeadline' ? rule.for === 'claim' : rule.for === 'reconsideration';
}

/** Whether the rules hold on all of the days that were asked about, on some, or on none. */
function shareOfDays(
  rules: readonly Rule[],
  { from, through }: Pick<PayerQuestion, 'from' | 'through'>,
): 'all' | 'some' | 'none' {
  const holds = (day: CalendarDate) => rules.some(({ period }) => inPeriod(period, day));
  let some = false;
  let all = true;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    if (holds(day)) some = true;
    else all = false;
  }
  return all ? 'all' : some ? 'some' : 'none';
}

function firstDay(rules: readonly Rule[], { from, through }: PayerQuestion): CalendarDate {
  for (let day = from; day <= through; day = addDays(day, 1))
    if (rules.some(({ period }) => inPeriod(period, day))) return day;
  return from;
}

function ask(
  knowledge: Knowledge,
  { code, performer, work }: PayerQuestion,
  payer: RulebookPayer,
  day: CalendarDate,
): PayerAnswer {
  return answerCoverage({
    code,
    serviceDate: day,
    payer: {
      payerId: payer.payer,
      name: payer.name,
      claimPayerId: '',
      line: payer.line,
      rulebookPayer: payer.payer,
      filingIndicator: 'CI',
    },
    coverage: undefined,
    alongside: [],
    facts: [],
    planAnswers: [],
    uses: [],
    rulebook: knowledge.rulebook,
    timeZone: 'UTC',
    performer: { role: performer ?? 'dentist' },
    activityKinds: work === undefined ? [] : [work],
    history: [],
  });
}

function answerMessage(
  answer: PayerAnswer,
  topic: PayerTopic,
  payer: string,
  performer: Performer | undefined,
): Message {
  const params = { code: answer.code, payer };
  switch (topic) {
    case 'coverage':
    case 'chargePatient':
      return message(`assistant.payer.status.${answer.status}`, params);
    case 'fee':
      return message('assistant.payer.fee', {
        ...params,
        amount: answer.fee ? dollars(answer.fee.amount) : '',
      });
    case 'who':
      return performer === undefined
        ? message('assistant.payer.who', params)
        : message(`assistant.payer.whoMay.${answer.whoMayPerform.allowed}.${performer}`, params);
    case 'frequency':
    case 'claimDeadline':
    case 'appealDeadline':
    case 'document':
    case 'place':
    case 'exclusion':
    case 'encounter':
      return message(`assistant.payer.${topic}`, params);
  }
}

/** Nothing was said for the day: the dated rule of another day is shown, and what the guide says for every payer. */
function unknownOnDay(
  knowledge: Knowledge,
  question: PayerQuestion,
  payer: RulebookPayer,
  otherDays: readonly Rule[],
  topic: PayerTopic,
): Part {
  const { code, from, through } = question;
  const passages = otherDays.map((rule) => passageOf(payer, rule));
  const rests = passages.map(({ id }) => id);
  const own: Part = {
    ...emptyPart,
    status: 'not-known',
    codes: [code],
    sentences: [
      sentence(
        onDays(message(`assistant.payer.unknown.${topic}`, { code, payer: payer.name }), from, through),
      ),
      ...(passages.length > 0 ? [sentence(message('assistant.payer.otherDays'), rests)] : []),
      ...otherDays.map((rule) => listed(ruleWording(payer, rule), [`rulebook/${rule.id}`])),
    ],
    passages,
    missing: [onDays(message('assistant.missing.payerRule', { code, payer: payer.name }), from, through)],
    safety: safetyOf(payer),
  };
  return withGeneral(knowledge, code, topic, own);
}

function safetyOf(payer: RulebookPayer): readonly Message[] {
  return payer.fictional ? [message('assistant.safety.fictional', { payer: payer.name })] : [];
}
