import { GuidePage } from '#domain/code-guide/guide-page.ts';
import { accept, type Report } from './accept-schema.ts';

/** A page of the code guide; the file bears the code that it is about. */
export function readGuideFile(code: string, content: unknown, report: Report): GuidePage | undefined {
  const page = accept(GuidePage, content, report);
  if (page && page.code !== code) report(`is about ${page.code}: a page bears the name of its code`);
  return page?.code === code ? page : undefined;
}
