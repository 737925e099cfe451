import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { Rule, RuleHead } from './rule.ts';
import type { Rulebook, RulebookPayer } from './rulebook.ts';

/** Made-up rules for tests: a payer that pays coordination by a coordinator, once in 30 days, $60, during 2026. */

const head = {
  payer: 'sample',
  code: procedureCode('D9992'),
  period: {
    from: calendarDate('2026-01-01'),
    startEstablished: true,
    through: calendarDate('2026-12-31'),
  },
  source: {
    title: { en: 'Made up for tests', es: 'Inventado para pruebas' },
    seen: calendarDate('2025-12-01'),
  },
  mark: 'confirmed',
} satisfies Omit<RuleHead, 'id'>;

export const sampleRules = {
  status: { ...head, id: 'sample/status', kind: 'coverage-status', status: 'paid' },
  fee: { ...head, id: 'sample/fee', kind: 'fee', amount: cents(6000), per: 'claim-line' },
  limit: {
    ...head,
    id: 'sample/limit',
    kind: 'frequency-limit',
    limit: { times: 1, window: 'rolling-days', days: 30 },
  },
  who: {
    ...head,
    id: 'sample/who',
    kind: 'who-may-perform',
    performers: ['dentist', 'coordinator'],
    under: 'dentist',
  },
  waiting: { ...head, id: 'sample/waiting', kind: 'waiting-period', days: 90 },
} satisfies Record<string, Rule>;

export function samplePayer(rules: readonly Rule[], change: Partial<RulebookPayer> = {}): RulebookPayer {
  return {
    payer: 'sample',
    name: 'Sample Dental',
    line: 'commercial',
    fictional: true,
    note: 'Made up',
    rules,
    ...change,
  };
}

export function sampleRulebook(rules: readonly Rule[], change: Partial<RulebookPayer> = {}): Rulebook {
  return {
    version: 'sha256:sample',
    payers: new Map([['sample', samplePayer(rules, change)]]),
    guide: new Map(),
    pathways: new Map(),
    codeSets: [
      {
        codeSet: 'cdt',
        editionBegins: '01-01',
        namedAfter: 'year-it-begins',
        firstEdition: 2017,
        inForceSince: new Map([['D9992', 2017]]),
      },
      {
        codeSet: 'icd-10-cm',
        editionBegins: '10-01',
        namedAfter: 'year-it-ends',
        firstEdition: 2016,
        inForceSince: new Map(),
      },
    ],
  };
}
