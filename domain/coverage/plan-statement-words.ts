import { codesOf } from '../estimate/code-category.ts';
import { scopeWords } from '../estimate/scope.ts';
import type { FactOf, Scope } from '../estimate/plan-facts.ts';
import { message, type Message } from '../kernel/message.ts';
import { money } from '../estimate/money-words.ts';
import { cents, type Cents } from '../kernel/money.ts';
import type { PlanStatement } from './plan-answer.ts';

const say = (what: string, params: Message['params'] = {}) => message(`planStatement.${what}`, params);

/** A statement in a sentence. Scopes are named by their codes, which read the same in every language. */
export function planStatementWords(statement: PlanStatement): Message {
  const about = scopeWords('for' in statement ? statement.for : undefined);
  switch (statement.kind) {
    case 'in-force':
      return inForceWords(statement);
    case 'place':
      return say(`place.${statement.place}`);
    case 'last-service':
      return say('last-service', { about: statement.code, on: statement.on });
    case 'remaining':
      return limited(`remaining.${statement.of}`, statement);
    case 'deductible':
      return limited('deductible', statement);
    case 'maximum':
      return statement.amount === 'none'
        ? say('maximum.none', { about })
        : limited('maximum', { ...statement, amount: statement.amount });
    case 'status':
      return say(`status.${statement.status}`, { about, code: statement.bundledInto ?? '' });
    case 'percentage':
      return say('percentage', { about, percent: statement.percent });
    case 'allowed':
      return say('allowed', { about: statement.code, amount: money(statement.amount) });
    case 'copay':
      return say('copay', { about, amount: money(statement.amount) });
    case 'network':
      return say(statement.participates ? 'network.yes' : 'network.no');
    case 'waiting-period':
      return say(statement.months === 0 ? 'waiting-period.none' : 'waiting-period.some', {
        about,
        months: statement.months,
      });
    case 'frequency':
      return frequencyWords(about, statement);
    case 'no-frequency-limit':
      return say('no-frequency-limit', { about });
    case 'not-said':
      return message(`call.ask.${statement.question}`, {
        code: statement.code ?? '',
        codes: codesOf(statement.category),
      });
    case 'age-limit':
      return ageWords(about, statement);
    case 'missing-tooth':
      return say(statement.excluded ? 'missing-tooth.yes' : 'missing-tooth.no', { about });
    case 'alternate-benefit':
      return statement.substitute === undefined
        ? say('alternate-benefit.none', { code: statement.code })
        : say(statement.applies ? 'alternate-benefit.yes' : 'alternate-benefit.no', {
            code: statement.code,
            substitute: statement.substitute,
          });
    case 'benefit-year':
      return say('benefit-year', {
        month: statement.begins.slice(0, 2),
        day: Number(statement.begins.slice(3)),
      });
    case 'orthodontics':
      return say('orthodontics', { percent: statement.bandingPercent });
    case 'group':
      return say('group', { name: statement.name, codes: statement.codes.join(', ') });
    case 'write-off':
      return say(`write-off.${statement.when}.${statement.holds ? 'yes' : 'no'}`);
    case 'date-that-counts':
      return say(`date-that-counts.${statement.on}`, { about });
    case 'predetermination':
      return say(`predetermination.${statement.outcome}`, {
        about: statement.code,
        amount: money(statement.pays ?? cents(0)),
      });
    case 'coordination':
      return say(`coordination.${statement.variant}`);
  }
}

/** Where nobody said what counts together that is said, too. */
export function frequencyWords(
  about: string,
  { window, times, every = 1, per }: Pick<FactOf<'frequency'>, 'window' | 'times' | 'every' | 'per'>,
): Message {
  return say(`${per === 'not-said' ? 'frequencyNotSaid' : 'frequency'}.${window}`, { about, times, every });
}

function ageWords(about: string, { from, through }: FactOf<'age-limit'>): Message {
  if (through === undefined) return say('age-limit.from', { about, from: from ?? 0 });
  return from === undefined
    ? say('age-limit.through', { about, through })
    : say('age-limit.between', { about, from, through });
}

interface Limited {
  readonly for?: Scope;
  readonly per: 'individual' | 'family';
  readonly period: 'benefit-year' | 'lifetime';
  readonly amount: Cents;
}

function limited(what: string, { for: scope, per, period, amount }: Limited): Message {
  return say(`${what}.${per}.${period}`, { about: scopeWords(scope), amount: money(amount) });
}

function inForceWords({ active, from, through }: Extract<PlanStatement, { kind: 'in-force' }>): Message {
  if (!active) return say('in-force.no');
  if (from === undefined && through === undefined) return say('in-force.yes');
  return say('in-force.between', { from: from ?? '…', through: through ?? '…' });
}
