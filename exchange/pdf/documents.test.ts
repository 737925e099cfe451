import { afterAll, describe, expect, test } from 'vitest';
import enMessages from '#contract/messages/en.json' with { type: 'json' };
import esMessages from '#contract/messages/es.json' with { type: 'json' };
import type { Json } from '#domain/kernel/canonical-json.ts';
import { closePdf, renderPdf } from './render.ts';
import { closeUp, readPdf } from './test-reader.ts';
import { sampleDocuments } from './test-documents.ts';

afterAll(closePdf);

describe.each(Object.entries(sampleDocuments))('%s', (name, document) => {
  test('is tagged, in its language, titled and dated, with header and footer on every page', async () => {
    const read = await readPdf(await renderPdf(document));
    expect(read.tagged).toBe(true);
    expect(read.language.toLowerCase()).toBe(`${document.language}-us`);
    expect(read.title).toBe(document.title);
    expect(read.created).toBe('D:20260320220500Z');
    expect(read.roles.get('H1')).toBe(1);
    expect(read.roles.get('H2') ?? 0).toBeGreaterThan(name.startsWith('authorization-agreement') ? 0 : 1);
    expect(read.rightmost).toBeLessThan(612 - 0.5 * 72);
    const { page, of } = (document.language === 'en' ? enMessages : esMessages).pdf;
    for (const [index, text] of read.pages.entries()) {
      const closed = closeUp(text);
      expect(closed).toContain(closeUp(document.header.practice));
      expect(closed).toContain(closeUp(`${document.header.patient} · ${document.header.reference}`));
      expect(closed).toContain(closeUp(document.footer));
      expect(closed).toContain(closeUp(`${page} ${index + 1} ${of} ${read.pages.length}`));
    }
  });

  test('leaves no gap unfilled and no character unprintable', async () => {
    const { pages } = await readPdf(await renderPdf(document));
    expect(pages.join('')).not.toMatch(/\{\{|\[U\+|undefined|\[object/);
  });
});

test.each([
  ['claim-form-data', 1],
  ['plan-patient', 1],
  ['authorization-signed', 1],
  ['authorization-agreement', 1],
])('%s fits on its page in both languages', async (name, pages) => {
  for (const language of ['en', 'es']) {
    const document = sampleDocuments[`${name}-${language}`];
    if (!document) throw new Error('no such sample');
    expect((await readPdf(await renderPdf(document))).pages).toHaveLength(pages);
  }
});

test('tables have header cells, a drawn signature has an alternative text', async () => {
  const summary = await readPdf(await renderPdf(sampleDocuments['case-summary-en'] ?? raise()));
  expect(summary.roles.get('Table')).toBe(4);
  expect(summary.roles.get('TH')).toBeGreaterThan(10);
  const signed = await readPdf(await renderPdf(sampleDocuments['authorization-signed-es'] ?? raise()));
  expect(signed.alternatives).toEqual(['Firma de Marisol Quintero']);
});

/** Every text that came from the record, replaced; the words and the strokes of the program's own stay. */
function withEveryText(value: Json, text: string, key = ''): Json {
  if (key === 'words' || key === 'common' || key === 'strokes') return value;
  if (typeof value === 'string') return value === '' ? value : text;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => withEveryText(item, text));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withEveryText(inner, text, name)]),
  );
}

const hostile = '#panic() $x$ \\ <a> @b *c* _d_ `e` "f" //g /*h*/ 😀 ' + 'w'.repeat(24);

test.each(Object.entries(sampleDocuments).filter(([name]) => name.endsWith('-en')))(
  'no text in any place of %s can break it or leave the paper',
  async (_, document) => {
    const filled = { ...document, body: withEveryText(document.body, hostile) };
    const { pages, rightmost } = await readPdf(await renderPdf(filled));
    expect(closeUp(pages)).toContain(closeUp(hostile));
    expect(rightmost).toBeLessThan(612 - 0.4 * 72);
  },
);

function raise(): never {
  throw new Error('no such sample');
}
