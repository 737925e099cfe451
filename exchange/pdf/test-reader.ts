import { getDocumentProxy } from 'unpdf';

/** A printed document as another program reads it. */
export interface PdfRead {
  /** Text of each page, in the order of the content. */
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly created: string;
  readonly tagged: boolean;
  /** Roles of the structure tree, each with how often it occurs. */
  readonly roles: ReadonlyMap<string, number>;
  /** Alternative texts of pictures. */
  readonly alternatives: readonly string[];
  /** Where the text that reaches furthest right ends, in points; a letter page is 612 wide. */
  readonly rightmost: number;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  const roles = new Map<string, number>();
  const alternatives: string[] = [];
  let rightmost = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    let text = '';
    for (const item of content.items) {
      if (!('str' in item)) continue;
      text += item.hasEOL ? `${item.str}\n` : item.str;
      rightmost = Math.max(rightmost, Number(item.transform[4]) + item.width);
    }
    pages.push(text);
    collect(await page.getStructTree(), roles, alternatives);
  }
  const { info } = await pdf.getMetadata();
  const marks = await pdf.getMarkInfo();
  await pdf.cleanup();
  return {
    pages,
    title: textOf(info, 'Title'),
    language: textOf(info, 'Language'),
    created: textOf(info, 'CreationDate'),
    tagged: marks !== null && 'Marked' in marks && marks.Marked === true,
    roles,
    alternatives,
    rightmost,
  };
}

/** All pages without white space, so that a line break does not hide a word. */
export function closeUp(text: readonly string[] | string): string {
  return (typeof text === 'string' ? text : text.join('')).replace(/\s/g, '');
}

function textOf(info: object, key: string): string {
  const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

function collect(node: unknown, roles: Map<string, number>, alternatives: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
  if ('alt' in node && typeof node.alt === 'string') alternatives.push(node.alt);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collect(child, roles, alternatives);
}
