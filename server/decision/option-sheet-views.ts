import type { OptionSheetView } from '#contract/views.ts';
import type { CoordinationCase } from '#domain/case/case.ts';

/** The sheets of a case, in the order in which they were begun. */
export function optionSheetViews({
  optionSheets,
}: Pick<CoordinationCase, 'optionSheets'>): OptionSheetView[] {
  return [...optionSheets].map(([sheetId, { versions, decisions, withdrawn }]) => ({
    sheetId,
    versions: [...versions],
    ...(withdrawn ? { withdrawn } : {}),
    decisions: decisions.map(({ revisit, ...recorded }) => ({
      ...recorded,
      ...(revisit ? { revisit } : {}),
    })),
  }));
}
