import { statementsOf, type GuidePage, type Statement } from '#domain/code-guide/guide-page.ts';

export type NumberedSource = Statement['source'] & { readonly number: number };

/** The sources of a page, each once, numbered in the order in which the page meets them. */
export function sourcesOf(page: GuidePage): ReadonlyMap<string, NumberedSource> {
  const sources = new Map<string, NumberedSource>();
  for (const { statement } of statementsOf(page)) {
    const { source } = statement;
    const name = source.title.en;
    if (!sources.has(name)) sources.set(name, { ...source, number: sources.size + 1 });
  }
  return sources;
}
