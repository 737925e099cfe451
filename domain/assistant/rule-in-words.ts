import { message, type Message } from '../kernel/message.ts';
import { dollars } from '../kernel/money.ts';
import type { Rule } from '../rulebook/rule.ts';
import type { RulebookPayer } from '../rulebook/rulebook.ts';
import type { Filled, Passage, Wording } from './draft.ts';

/** A rule of the rulebook as a passage that an answer can rest on. */
export function passageOf(payer: RulebookPayer, rule: Rule): Passage {
  return {
    id: `rulebook/${rule.id}`,
    text: ruleWording(payer, rule),
    source: { kind: 'published', source: rule.source, mark: rule.mark, fictional: payer.fictional },
  };
}

/** One rule in words, with the days of service for which it is confirmed. */
export function ruleWording(payer: RulebookPayer, rule: Rule): Wording {
  const { from, through } = rule.period;
  const period =
    through === 'open'
      ? message('assistant.rule.periodOpen', { from })
      : message(from === through ? 'assistant.rule.periodDay' : 'assistant.rule.period', { from, through });
  const { said, filling } = bodyOf(rule);
  return {
    message: { id: said.id, params: { payer: payer.name, code: rule.code ?? '', ...said.params } },
    filling: { ...filling, period: [period] },
  };
}

interface Body {
  readonly said: Message;
  readonly filling?: Filled['filling'];
}

function bodyOf(rule: Rule): Body {
  switch (rule.kind) {
    case 'coverage-status':
      return {
        said: message('assistant.rule.status'),
        filling: { status: [message(`coverage.status.${rule.status}`)] },
      };
    case 'fee':
      return { said: message(`assistant.rule.fee.${rule.per}`, { amount: dollars(rule.amount) }) };
    case 'frequency-limit': {
      const { times, window, days = 0 } = rule.limit;
      return {
        said: message('assistant.rule.limit'),
        filling: { limit: [message(`coverage.limit.${window}`, { times, days })] },
      };
    }
    case 'claim-unit':
      return { said: message(`assistant.rule.unit.${rule.unit}`) };
    case 'same-day-exclusion':
      return { said: message('assistant.rule.exclusion', { codes: rule.with.join(', ') }) };
    case 'deadline':
      return { said: message(`assistant.rule.deadline.${rule.for}`, { days: rule.days }) };
    case 'place-of-service':
      return { said: message('assistant.rule.place', { places: rule.allowed.join(', ') }) };
    case 'who-may-perform':
      return {
        said: message(rule.under === 'dentist' ? 'assistant.rule.whoUnder' : 'assistant.rule.who'),
        filling: { performers: rule.performers.map((each) => message(`coverage.performer.${each}`)) },
      };
    case 'required-documentation':
      return {
        said: message('assistant.rule.documentation'),
        filling: { items: rule.items.map((item) => message(`coverage.documentation.${item}`)) },
      };
    case 'modality':
      return {
        said: message('assistant.rule.modality'),
        filling: { work: rule.activityKinds.map((kind) => message(`pdf.activityKind.${kind}`)) },
      };
    case 'excluded-activity':
      return {
        said: message('assistant.rule.excluded'),
        filling: { work: rule.activityKinds.map((kind) => message(`pdf.activityKind.${kind}`)) },
      };
    case 'encounter-rate':
      return { said: message('assistant.rule.encounter') };
    case 'linked-procedure-modifier':
      return { said: message('assistant.rule.modifier', { modifier: rule.modifier }) };
    case 'waiting-period':
      return { said: message('assistant.rule.waiting', { days: rule.days }) };
    case 'quantity-stated':
      return { said: message('assistant.rule.quantity') };
    case 'waived-check':
      return { said: message('assistant.rule.waived') };
  }
}
