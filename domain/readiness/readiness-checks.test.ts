import { assessReadiness } from './assess-readiness.ts';
import { readinessChecks } from './readiness-checks.ts';
import { sampleContact } from '../activity/activity.samples.ts';
import { buildClaim } from '../claim/build-claim.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  logged,
  readyInput,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleNow,
  sampleCase,
  sampleRule,
  sampleRulebook,
  withRules,
} from './ready-case.samples.ts';
import { rowsOfAgreementAndNeed } from './rows/agreement-and-need.samples.ts';
import { rowsOfCharge } from './rows/charge.samples.ts';
import { rowsOfClaim } from './rows/claim.samples.ts';
import { rowsOfPayer } from './rows/payer.samples.ts';
import { type Row, noWork, without } from './rows/row.samples.ts';
import { rowsOfWork } from './rows/work.samples.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Each changes one thing of a case that is ready. */
const rows: readonly Row[] = [
  ...rowsOfAgreementAndNeed,
  ...rowsOfWork,
  ...rowsOfPayer,
  ...rowsOfCharge,
  ...rowsOfClaim,
];

test.each(rows)('%s %s, saying %s: %s', (check, outcome, says, _name, change) => {
  const { results } = assessReadiness(readyInput(change));
  const result = results.find(({ checkId }) => checkId === check);
  const id = result?.reason.message.id.replace(`readiness.${check}.`, '');
  expect({ outcome: result?.result, says: id }).toEqual({ outcome, says });
});

test('every outcome of every check has a row, and no check finds what it does not declare', () => {
  for (const check of readinessChecks) {
    const own = rows.filter(([id]) => id === check.id);
    expect([check.id, ...new Set(own.map(([, outcome]) => outcome))].sort()).toEqual(
      [check.id, ...check.outcomes].sort(),
    );
  }
  expect(rows.map(([id]) => id).filter((id) => !readinessChecks.some((check) => check.id === id))).toEqual(
    [],
  );
});

test('every check has its file, its page, and its words in both languages', () => {
  const files = readdirSync(new URL('./checks', import.meta.url)).map((name) => name.replace('.ts', ''));
  const pages = readdirSync(new URL('../../docs/reference/readiness', import.meta.url)).map((name) =>
    name.replace('.md', ''),
  );
  const ids = readinessChecks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(files.sort()).toEqual(ids.toSorted());
  expect(pages.sort()).toEqual(ids.toSorted());
  for (const language of ['en', 'es']) {
    const texts: unknown = JSON.parse(
      readFileSync(new URL(`../../contract/messages/${language}.json`, import.meta.url), 'utf8'),
    );
    for (const check of readinessChecks)
      for (const word of ['title', 'rule', 'source', ...check.says])
        expect([language, check.id, word, typeof textAt(texts, `readiness.${check.id}.${word}`)]).toEqual([
          language,
          check.id,
          word,
          'string',
        ]);
  }
});

test('what a check says is what it declares', () => {
  const byId = new Map(readinessChecks.map((check) => [check.id, check]));
  for (const [id, , says] of rows)
    if (!says.startsWith('coverage.') && !says.startsWith('minutes.flag.'))
      expect([id, byId.get(id)?.says]).toEqual([id, expect.arrayContaining([says])]);
});

function textAt(texts: unknown, id: string): unknown {
  return id.split('.').reduce<unknown>((inner, key) => {
    const found = Object.entries(typeof inner === 'object' && inner !== null ? inner : {}).find(
      ([name]) => name === key,
    );
    return found?.[1];
  }, texts);
}

test('a dated rule waives a check, and says so', () => {
  const alone = {
    state: sampleCase(readySteps(sampleCalls).filter((step) => step.type !== 'necessity.factor-recorded')),
    rulebook: withRules(sampleRule({ kind: 'waived-check', checks: ['necessity'] })),
  };
  const { answer, results } = assessReadiness(readyInput(alone));
  const necessity = results.find(({ checkId }) => checkId === 'necessity');
  expect(necessity).toMatchObject({
    result: 'waived',
    mend: undefined,
    reason: { message: { id: 'readiness.waived' } },
  });
  expect(necessity?.reason.source.params['rule']).toBe('sample-payer/waived-check');
  expect(answer).toBe('payable');
});

test.each([
  ['the sample', {}, 'payable', true],
  ['an unknown payer', { rulebook: sampleRulebook([]) }, 'valid-payer-unknown', true],
  [
    'a plan that denies',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'denied-patient-liable' }),
        sampleRule({ kind: 'who-may-perform', performers: ['coordinator'] }),
      ]),
    },
    'valid-not-payable',
    true,
  ],
  [
    'dentists only',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'paid' }),
        sampleRule({ kind: 'who-may-perform', performers: ['dentist'] }),
      ]),
    },
    'valid-not-payable',
    false,
  ],
  ['nothing logged', noWork, 'incomplete', false],
  [
    'not signed, and dentists only',
    {
      ...without('activity.signed'),
      rulebook: sampleRulebook([sampleRule({ kind: 'who-may-perform', performers: ['dentist'] })]),
    },
    'incomplete',
    false,
  ],
] as const)('%s: %s', (_name, change, answer, ready) => {
  const readiness = assessReadiness(readyInput(change));
  expect({ answer: readiness.answer, ready: readiness.ready }).toEqual({ answer, ready });
});

test.each([
  ['nothing since', [], true],
  [
    'a message that was left since',
    [logged({ ...sampleCall('since', '2026-03-10'), contact: sampleContact({ reached: 'message-left' }) })],
    true,
  ],
  ['a call since', [logged(sampleCall('since', '2026-03-10'))], false],
] as const)('everything is claimed: %s', (_name, since, claimed) => {
  const claim = buildClaim({
    ...readyInput(),
    coverageId: 'coverage-1',
    claimId: 'claim-1',
    controlNumber: 'AW0000001',
    createdAt: sampleNow,
    frequency: 'original',
  });
  if (isRefusal(claim)) throw new Error(claim.code);
  const state = sampleCase([
    ...readySteps(sampleCalls),
    { type: 'claim.created', data: { claim } },
    ...since,
  ]);
  const readiness = assessReadiness(readyInput({ state }));
  expect({ claimed: readiness.claimed, ready: readiness.ready }).toEqual({ claimed, ready: claimed });
});

test('everything on the way has its rule and source, and every gap a button', () => {
  const { results } = assessReadiness(readyInput(noWork));
  for (const { reason, result, mend } of results) {
    expect(reason.source.id).not.toBe('');
    expect(mend !== undefined).toBe(result === 'blocks' || result === 'warns');
  }
});
