import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { GuidePage } from '../guide-page.ts';
import type { Locale } from '../../kernel/both-languages.ts';
import { expandQuery } from './expand-query.ts';
import { indexGuide, searchGuide } from './search-guide.ts';

const folder = new URL('../../../rulebook/code-guide/', import.meta.url);
const pages = readdirSync(folder).map((file) =>
  Value.Parse(GuidePage, load(readFileSync(new URL(file, folder), 'utf8'))),
);
const indexes = { en: indexGuide(pages, 'en'), es: indexGuide(pages, 'es') };
const find = (locale: Locale, query: string) =>
  searchGuide(indexes[locale], query).map(({ code, anchor }) => `${code}${anchor ? `#${anchor}` : ''}`);

test.each<[Locale, string, string]>([
  ['en', 'D9992', 'D9992'],
  ['en', 'd-9311', 'D9311'],
  ['en', '9450', 'D9450'],
  ['es', 'd0191', 'D0191'],
  ['en', 'interpreter', 'D9990'],
  ['en', 'interpretter', 'D9990'],
  ['en', 'sign language', 'D9990'],
  ['es', 'interprete', 'D9990'],
  ['en', 'patient has no ride', 'D9991'],
  ['es', 'transporte', 'D9991'],
  ['en', 'motivational interviewing', 'D9993'],
  ['en', 'no-show', 'D9986'],
  ['en', 'store and forward', 'D9996'],
  ['en', 'CHW benefit California', 'D9994'],
  ['es', 'promotora', 'D9994'],
  ['en', 'physician consultation', 'D9311'],
  ['en', 'second opinion', 'D9310'],
  ['es', 'segunda opinión', 'D9310'],
])('%s: "%s" leads to %s', (locale, query, code) => {
  expect(find(locale, query)[0]?.slice(0, 5)).toBe(code);
});

test.each<[Locale, string, string]>([
  ['en', 'what must I document for D9992', 'D9992#record-activity'],
  ['es', 'qué debo documentar para el D9992', 'D9992#record-activity'],
  ['en', 'D9992 voicemail', 'D9992#voicemail'],
  ['en', 'D9992 modifier', 'D9992#wrong-modifiers'],
  ['es', 'D9992 modificadores', 'D9992#wrong-modifiers'],
  ['en', 'D9992 400 characters', 'D9992#billing-remark-limit'],
  ['en', 'difference D9992 D9311', 'D9992#versus-d9311'],
  ['en', 'SRP', 'D9992#situation-several-specialists'],
  ['es', 'raspado', 'D9992#situation-several-specialists'],
])('%s: "%s" finds %s among the first three', (locale, query, place) => {
  expect(find(locale, query).slice(0, 3)).toContain(place);
});

test('a word that is being typed is found from its beginning, and only while it is typed', () => {
  expect(searchGuide(indexes.en, 'teledent', { typing: true })[0]?.code).toMatch(/^D999[56]$/);
  expect(searchGuide(indexes.en, 'teledent')).toEqual([]);
});

test('a code is never taken for another', () => {
  expect(find('en', 'D9978')).toEqual([]);
});

test('what is nowhere finds nothing, and neither does nothing', () => {
  expect(['zeppelin', '', '   ', '???'].map((query) => find('en', query))).toEqual([[], [], [], []]);
});

test('a search can be kept to some pages', () => {
  const codes = new Set(
    searchGuide(indexes.en, 'document', { codes: new Set(['D9311']) }).map(({ code }) => code),
  );
  expect([...codes]).toEqual(['D9311']);
});

test.each([
  ['EOB', ['explanation', 'benefit']],
  ['what is the FQHC rule', ['federally', 'qualified', 'health', 'center', 'community', 'comunitario']],
  ['PA', ['prior', 'authorization', 'physician', 'assistant']],
  ['médico de cabecera', ['pcp', 'primary', 'physician']],
  ['treated in the OR', ['operating', 'room']],
])('"%s" also means %j', (query, words) => {
  expect(expandQuery(query).besides).toEqual(expect.arrayContaining(words));
});

test.each(['D9991 or D9992', 'D9991 OR D9992'.toUpperCase()])('"%s" is about no operating room', (query) => {
  expect(expandQuery(query).besides).not.toContain('operating');
});
