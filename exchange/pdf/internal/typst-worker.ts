import { readdirSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { PdfDocument } from '../pdf-document.ts';
import { coverageOf } from './font-coverage.ts';
import { loadFonts } from './fonts.ts';
import { printable } from './printable.ts';

/** What the worker is sent and what it answers; one document at a time. */
export type WorkerAnswer =
  { readonly pdf: Uint8Array<ArrayBuffer>; readonly memoryBytes: number } | { readonly failure: string };

const templates = new URL('../templates/', import.meta.url);
const wasm = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));

const memory: { readonly buffer: ArrayBufferLike } = initSync({ module: readFileSync(wasm) }).memory;
const fonts = loadFonts();
const coverages = fonts.filter((font) => font.forText).map((font) => coverageOf(font.bytes));
const compiler = await buildCompiler();

parentPort?.on('message', (document: PdfDocument) => {
  const answer = print(document);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
});

async function buildCompiler(): Promise<TypstCompiler> {
  const builder = new TypstCompilerBuilder();
  // Templates see only what is put before them here: no files of the machine, no network, no packages.
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font.bytes);
  const built = await builder.build();
  for (const file of readdirSync(templates))
    built.add_source(`/${file}`, readFileSync(new URL(file, templates), 'utf8'));
  return built;
}

function print(document: PdfDocument): WorkerAnswer {
  const { template, ...data } = document;
  const { header, ...rest } = data;
  const json = JSON.stringify(printable({ ...rest, header: { ...header } }, hasGlyph));
  // Data travels as a file that the template reads as JSON: nothing in it can be read as markup.
  compiler.map_shadow('/data.json', new TextEncoder().encode(json));
  const outcome = readOutcome(compiler.compile(`/${template}.typ`, [], 'pdf', 2));
  if (!outcome.pdf) return { failure: `template ${template}: ${outcome.diagnostics}` };
  return { pdf: outcome.pdf, memoryBytes: memory.buffer.byteLength };
}

function hasGlyph(point: number): boolean {
  return coverages.some((covered) => covered.has(point));
}

/** The compiler is typed as returning anything: read it as it comes. */
function readOutcome(outcome: unknown): { pdf?: Uint8Array<ArrayBuffer>; diagnostics: string } {
  if (typeof outcome !== 'object' || outcome === null) return { diagnostics: 'no answer' };
  const diagnostics = 'diagnostics' in outcome ? JSON.stringify(outcome.diagnostics) : 'no diagnostics';
  return 'result' in outcome && outcome.result instanceof Uint8Array
    ? { pdf: new Uint8Array(outcome.result), diagnostics }
    : { diagnostics };
}
