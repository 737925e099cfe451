import { calendarDate, instant } from '../../kernel/calendar-date.ts';
import { procedureCode } from '../../kernel/procedure-code.ts';
import { sampleRule, sampleRulebook, withRules } from '../ready-case.samples.ts';
import {
  type Row,
  noWork,
  calls,
  patient,
  same,
  coverage,
  noCoverage,
  monthly,
  past,
  teledentistry,
  deadline,
  wants,
  first,
  second,
} from './row.samples.ts';

/** About what the payer does with the code, and what it asks for. */
export const rowsOfPayer: readonly Row[] = [
  ['coverage-active', 'passes', 'active', 'in force', {}],
  [
    'coverage-active',
    'passes',
    'active',
    'ends on the day of service',
    coverage({ through: calendarDate('2026-03-09') }),
  ],
  [
    'coverage-active',
    'blocks',
    'coverage.obstacle.noLongerCovered',
    'ended the day before',
    coverage({ through: calendarDate('2026-03-08') }),
  ],
  [
    'coverage-active',
    'blocks',
    'coverage.obstacle.notYetCovered',
    'begins the day after',
    coverage({ from: calendarDate('2026-03-10') }),
  ],
  [
    'coverage-active',
    'warns',
    'doubtful',
    'flagged by an import',
    coverage({ flags: ['coverage of one day'] }),
  ],
  ['coverage-active', 'blocks', 'none', 'none', noCoverage],

  ['coverage-status', 'passes', 'paid', 'paid', {}],
  [
    'coverage-status',
    'warns',
    'coverage.obstacle.statusUnknown',
    'unknown',
    { rulebook: sampleRulebook([]) },
  ],
  [
    'coverage-status',
    'warns',
    'coverage.obstacle.disallowed',
    'disallowed',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]) },
  ],
  ['coverage-status', 'not-applicable', 'noWork', 'no work', noWork],

  ['author-allowed', 'passes', 'allowed', 'a coordinator where one is allowed', {}],
  [
    'author-allowed',
    'warns',
    'coverage.obstacle.performerUnknown',
    'no rule',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'paid' })]) },
  ],
  [
    'author-allowed',
    'blocks',
    'coverage.obstacle.performer',
    'dentists only',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'paid' }),
        sampleRule({ kind: 'who-may-perform', performers: ['dentist'] }),
      ]),
    },
  ],
  ['author-allowed', 'not-applicable', 'noWork', 'no work', noWork],

  ['work-covered', 'passes', 'covered', 'no rule against it', {}],
  [
    'work-covered',
    'blocks',
    'coverage.obstacle.excludedActivity',
    'all of it excluded',
    {
      rulebook: withRules(
        sampleRule({ kind: 'excluded-activity', activityKinds: ['coordination-with-provider'] }),
      ),
    },
  ],
  [
    'work-covered',
    'warns',
    'coverage.obstacle.excludedActivity',
    'part of it excluded',
    {
      ...calls(first, { ...second, kind: 'coordination-with-payer' }),
      rulebook: withRules(
        sampleRule({ kind: 'excluded-activity', activityKinds: ['coordination-with-payer'] }),
      ),
    },
  ],
  ['work-covered', 'not-applicable', 'noWork', 'no work', noWork],

  ['frequency', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'frequency',
    'passes',
    'free',
    '30 days after the last',
    { rulebook: withRules(monthly), ...past('2026-02-07') },
  ],
  [
    'frequency',
    'blocks',
    'coverage.obstacle.frequency',
    '29 days after the last',
    { rulebook: withRules(monthly), ...past('2026-02-08') },
  ],
  [
    'frequency',
    'warns',
    'coverage.obstacle.frequencyUnknown',
    'a year whose beginning nobody knows',
    {
      rulebook: withRules(
        sampleRule({ kind: 'frequency-limit', limit: { times: 1, window: 'benefit-year' } }),
      ),
      ...past('2026-02-08'),
    },
  ],

  ['exclusions', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'exclusions',
    'passes',
    'none',
    'the other code on the day before',
    { rulebook: withRules(teledentistry), ...past('2026-03-08', 'D9995') },
  ],
  [
    'exclusions',
    'blocks',
    'coverage.obstacle.sameDay',
    'the other code on the same day',
    { rulebook: withRules(teledentistry), ...past('2026-03-09', 'D9995') },
  ],

  ['payer-documentation', 'not-applicable', 'noRule', 'no rule', {}],
  ['payer-documentation', 'passes', 'onFile', 'on file', { rulebook: wants('start-and-stop-times') }],
  [
    'payer-documentation',
    'blocks',
    'lacks.start-and-stop-times',
    'by hand',
    {
      ...calls({ ...first, time: { ...first.time, basis: 'by-hand', byHandReason: 'Corridor.' } }),
      rulebook: wants('start-and-stop-times'),
    },
  ],
  [
    'payer-documentation',
    'warns',
    'inWords',
    'a representative’s words',
    patient(same, [
      {
        type: 'patient.benefit-fact-recorded',
        data: {
          fact: {
            factId: 'fact-1',
            coverageId: 'coverage-1',
            code: procedureCode('D9992'),
            status: 'paid',
            documentation: 'Send the log',
            source: { kind: 'telephone-call', representative: 'Rae', reference: 'R-1' },
            learnedAt: instant('2026-03-03T18:00:00.000Z'),
          },
        },
      },
    ]),
  ],

  ['timely-filing', 'not-applicable', 'noRule', 'no rule', {}],
  ['timely-filing', 'passes', 'inTime', 'on the last day', { rulebook: withRules(deadline) }],
  [
    'timely-filing',
    'warns',
    'coverage.obstacle.deadline',
    'the day after',
    { rulebook: withRules(deadline), now: instant('2026-03-13T18:00:00.000Z') },
  ],

  ['place-of-service', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'place-of-service',
    'passes',
    'allowed',
    'allowed',
    { rulebook: withRules(sampleRule({ kind: 'place-of-service', allowed: ['11', '02'] })) },
  ],
  [
    'place-of-service',
    'blocks',
    'notAllowed',
    'not allowed',
    { rulebook: withRules(sampleRule({ kind: 'place-of-service', allowed: ['02'] })) },
  ],
];
