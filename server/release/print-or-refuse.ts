import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { PdfDocument } from '#exchange/pdf/pdf-document.ts';
import { PdfFailure, renderPdf } from '#exchange/pdf/render.ts';

/** A document as PDF; one that cannot be printed, such as one of thousands of contacts, is refused with the reason. */
export async function printOrRefuse(document: PdfDocument): Promise<Uint8Array | Refusal> {
  try {
    return await renderPdf(document);
  } catch (error) {
    if (!(error instanceof PdfFailure)) throw error;
    return refuse('print/failed', { detail: error.message });
  }
}
