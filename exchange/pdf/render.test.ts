import { afterAll, describe, expect, test } from 'vitest';
import type { PdfDocument } from './pdf-document.ts';
import { planDocument } from './plan.ts';
import { createPdfRenderer, PdfFailure, renderPdf, closePdf, type PdfRenderer } from './render.ts';
import { closeUp, readPdf } from './test-reader.ts';
import { printing, sampleDocuments } from './test-documents.ts';
import { coordinationCase, patient } from './test-record/record.samples.ts';
import { noFrame } from '#domain/treatment-plan/signed-plan.ts';

const renderers: PdfRenderer[] = [];
function renderer(options: Parameters<typeof createPdfRenderer>[0]): PdfRenderer {
  const made = createPdfRenderer(options);
  renderers.push(made);
  return made;
}

afterAll(async () => {
  await closePdf();
  await Promise.all(renderers.map((made) => made.close()));
});

/** A plan of one unsigned step whose note is the text in question. */
function planSaying(note: string): PdfDocument {
  const [, recorded] = [...coordinationCase.planItems.values()];
  if (!recorded) throw new Error('the sample has no plan');
  const item = { ...recorded.item, note };
  return planDocument(
    {
      coordinationCase: {
        ...coordinationCase,
        planSignatures: [],
        planItems: new Map([[item.itemId, { ...recorded, item }]]),
      },
      patient,
      present: noFrame,
      inWords: undefined,
      mayTellNeeds: true,
      audience: 'provider',
    },
    printing('en'),
  );
}

function sample(name: string): PdfDocument {
  const document = sampleDocuments[name];
  if (!document) throw new Error(`no sample ${name}`);
  return document;
}

describe('text from the record is printed as it is, never read as markup', () => {
  test.each([
    ['a call that would stop the program', '#panic("stopped") #import "x.typ" #sys.inputs'],
    ['markup', '= Title *bold* _italic_ `code` - list + enum / term: <label> @reference'],
    ['mathematics', '$ x^2 / (1 + y) $ costs $125.50'],
    ['backslashes and escapes', 'C:\\temp\\new \\u{41} \\# \\\\server'],
    ['comments', 'a // not a comment /* nor this */ b'],
    ['quotation marks and brackets', `"he said" 'it' [x] {y} (z) "]}) --- -- ...`],
    ['JSON that closes a string', '"}],"title":"changed"'],
    ['accents', 'Señora Ñáñez, Łódź, Đặng Thị Ngọc, Ελένη, Ольга'],
    ['Hebrew', 'שלום'],
    ['Arabic', 'محمد'],
    ['an emoji', 'pain 😀 gone'],
    ['spaces kept apart', 'one  two   three'],
  ])('%s', async (_, text) => {
    const { pages } = await readPdf(await renderPdf(planSaying(text)));
    expect(closeUp(pages)).toContain(closeUp(text));
  });

  test.each([
    ['a character that no font has', 'Mei 美 Lin', 'Mei [U+7F8E] Lin'],
    ['a mark that turns text around', 'paid\u202e05$', 'paid[U+202E]05$'],
    ['a hidden mark', 'a\ufeffb', 'a[U+FEFF]b'],
  ])('%s is named by its code point', async (_, text, printed) => {
    const { pages } = await readPdf(await renderPdf(planSaying(text)));
    expect(closeUp(pages)).toContain(closeUp(printed));
  });

  test.each([
    ['4,000 characters of words', 'marmots ', 500],
    ['4,000 characters without a space', 'ß', 4000],
    ['200 lines', 'quince\n', 200],
  ])('%s stay on the paper', async (_, word, times) => {
    const { pages, rightmost } = await readPdf(await renderPdf(planSaying(word.repeat(times))));
    expect(pages.join('').split(word.trim()).length - 1).toBe(times);
    expect(rightmost).toBeLessThan(612 - 0.5 * 72);
  });
});

describe('the same document gives the same bytes', () => {
  test('again, after another document, and in another worker', async () => {
    const document = sample('case-summary-en');
    const first = await renderPdf(document);
    await renderPdf(sample('audit-packet-es'));
    expect(await renderPdf(document)).toEqual(first);
    expect(await renderer({}).render(document)).toEqual(first);
  });

  test('another time of making gives other bytes', async () => {
    const document = sample('plan-patient-en');
    const later: PdfDocument = { ...document, madeAt: sample('claim-form-data-en').madeAt };
    expect(await renderPdf(later)).toEqual(await renderPdf(document));
    const other = { ...document, footer: 'Care plan · made later' };
    expect(await renderPdf(other)).not.toEqual(await renderPdf(document));
  });
});

describe('a failure is said clearly, and the next document is printed', () => {
  const failing = new URL('./test-failing-worker.ts', import.meta.url);
  const titled = (title: string): PdfDocument => ({ ...sample('plan-patient-en'), title });

  test.each([
    ['the process ends', 'exit', /ended \(code 13\) before the document was ready/],
    ['the process throws', 'throw', /broke down: out of order/],
  ])('%s', async (_, title, message) => {
    const fragile = renderer({ worker: failing });
    await expect(fragile.render(titled(title))).rejects.toThrow(message);
    expect((await fragile.render(titled('sound'))).length).toBeGreaterThan(1000);
  });

  test('a document that takes too long is stopped', async () => {
    const fragile = renderer({ worker: failing, timeLimitMs: 4000 });
    const hanging = fragile.render(titled('hang'));
    const waiting = fragile.render(titled('sound'));
    await expect(hanging).rejects.toThrow(/longer than 4 seconds/);
    expect((await waiting).length).toBeGreaterThan(1000);
  }, 15_000);

  test('a template that lacks what it needs', async () => {
    const broken: PdfDocument = { ...sample('plan-patient-en'), body: { common: { page: '', of: '' } } };
    await expect(renderPdf(broken)).rejects.toThrow(PdfFailure);
    await expect(renderPdf(broken)).rejects.toThrow(/template plan/);
    expect((await renderPdf(sample('plan-patient-en'))).length).toBeGreaterThan(1000);
  });

  test('closing rejects what is being printed, and the next document starts anew', async () => {
    const closed = renderer({});
    const printing = closed.render(sample('plan-patient-en'));
    const outcome = expect(printing).rejects.toThrow(PdfFailure);
    await new Promise((resolve) => setImmediate(resolve));
    await closed.close();
    await outcome;
    expect((await closed.render(sample('plan-patient-en'))).length).toBeGreaterThan(1000);
  });

  test('a worker that has grown too large is replaced', async () => {
    const small = renderer({ memoryLimitBytes: 1 });
    const first = await small.render(sample('plan-patient-en'));
    expect(await small.render(sample('plan-patient-en'))).toEqual(first);
  });
});
