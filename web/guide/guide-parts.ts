import { guideSections, type GuidePage, type GuideSection } from '#domain/code-guide/guide-page.ts';

/** Parts of a page, each with an anchor of its own, in the order in which somebody who has a minute reads them. */
export type GuidePart = 'questions' | 'payers' | GuideSection | 'confusedWith' | 'related' | 'sources';

export function partsOf(page: GuidePage): readonly GuidePart[] {
  return [
    ...(page.questions.length > 0 ? (['questions'] as const) : []),
    'payers',
    ...guideSections.filter((section) => page.sections[section].length > 0),
    ...(page.confusedWith.length > 0 ? (['confusedWith'] as const) : []),
    ...(page.related.length > 0 ? (['related'] as const) : []),
    'sources',
  ];
}
