import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { minuteStandings } from '#domain/activity/minute-standing.ts';
import { performers } from '#domain/activity/performer.ts';
import { flagKinds } from '#domain/activity/plausibility.ts';
import { choosableCodes } from '#domain/code-guide/code-decision.ts';
import { conditionNames } from '#domain/code-guide/choice-table.ts';
import { occasions } from '#domain/code-guide/work-facts.ts';
import { coverageStatuses } from '#domain/coverage/benefit-fact.ts';
import { documentationItems, ruleMarks } from '#domain/rulebook/rule.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** Ids that are put together from a list; those that stand as they are in the source are found there. */
const fromLists = [
  ...['yes', 'no', 'unknown', 'notInForce', 'notInForceUnknown'].map((word) => `coverage.answer.${word}`),
  ...coverageStatuses.map((status) => `coverage.status.${status}`),
  ...ruleMarks.map((mark) => `coverage.mark.${mark}`),
  ...performers.map((performer) => `coverage.performer.${performer}`),
  ...choosableCodes.map((code) => `codeChoice.because.${code}`),
  ...conditionNames.flatMap((name) =>
    ['for', 'against', 'missing', 'need'].map((side) => `codeChoice.${side}.${name}`),
  ),
  ...occasions.map((occasion) => `codeChoice.against.occasion.${occasion}`),
  ...['D0190', 'D0191', 'D9430', 'D9450', 'D9986', 'D9987', 'D9990', 'D9995', 'D9999'].map(
    (code) => `codeChoice.pointer.${code}`,
  ),
  ...minuteStandings.map((word) => `minutes.standing.${word}`),
  ...flagKinds.map((kind) => `minutes.flag.${kind}`),
  ...documentationItems.map((item) => `minutes.documentation.${item}`),
];

const domain = path.join(import.meta.dirname, '..', '..', 'domain');

function idsInSource(folder: string): string[] {
  const files = readdirSync(path.join(domain, folder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return files.flatMap((name) =>
    [...readFileSync(path.join(domain, folder, name), 'utf8').matchAll(/message\(\s*'([A-Za-z.-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}

const ids = [
  ...new Set([...['coverage', 'code-guide', 'activity'].flatMap(idsInSource), ...fromLists]),
].sort();

function textOf(texts: unknown, id: string): unknown {
  let found = texts;
  for (const part of id.split('.'))
    found = new Map(Object.entries(found !== null && typeof found === 'object' ? found : {})).get(part);
  return found;
}

/** What comes in both languages has a gap for each, called after it. */
function gapsIn(text: unknown, own: RegExp): readonly string[] {
  return [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name.replace(own, '')).sort();
}

test('the scan finds ids', () => {
  expect(ids.length).toBeGreaterThan(150);
});

test.each(ids)('%s is said in English and in Spanish, with the same gaps', (id) => {
  const forms = textOf(en, id) === undefined ? [`${id}_one`, `${id}_other`] : [id];
  for (const form of forms) {
    const english = textOf(en, form);
    const spanish = textOf(es, form);
    expect(typeof english, form).toBe('string');
    expect(typeof spanish, form).toBe('string');
    expect(spanish, form).not.toBe('');
    expect(gapsIn(spanish, /Es$/)).toEqual(gapsIn(english, /En$/));
  }
});
