import { Type, type Static } from 'typebox';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { FilledTextSchema, ProcedureCodeSchema, TextSchema } from '../kernel/schema.ts';

/** The code year of a list: an edition of CDT is in force from 1 January of its year (field-facts 1.1). */
export const CodeYearSchema = Type.Integer({ minimum: 2000, maximum: 2100 });

/** A code as the practice's licensed copy words it. Shown to that practice only, and never part of an export. */
export const LicensedCode = Type.Object({ code: ProcedureCodeSchema, wording: FilledTextSchema(400) });
export type LicensedCode = Static<typeof LicensedCode>;

/** What the practice's chain keeps of an imported list: that it was imported, never its words. */
export const LicensedListImport = Type.Object({
  year: CodeYearSchema,
  codes: Type.Integer({ minimum: 1 }),
  /** Of `listText`: the rows that are kept can be checked against it. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  fileName: TextSchema(200),
  fileSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
export type LicensedListImport = Static<typeof LicensedListImport>;

/** The one text of a list, whatever file it came from: what its hash is of. */
export function listText(codes: readonly LicensedCode[]): string {
  const sorted = codes.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return canonicalJson(sorted.map(({ code, wording }) => [code, wording]));
}

/**
 * The list to read on a day: that of its year, or else of the latest year before. Undefined where there is none:
 * a later edition says nothing about an earlier day.
 */
export function listYearOn(years: Iterable<number>, day: CalendarDate): number | undefined {
  const wanted = Number(day.slice(0, 4));
  const known = [...years].filter((year) => year <= wanted);
  return known.length === 0 ? undefined : Math.max(...known);
}

export interface ListComparison {
  readonly added: readonly ProcedureCode[];
  readonly removed: readonly ProcedureCode[];
  readonly reworded: readonly ProcedureCode[];
}

export function compareLists(
  before: readonly LicensedCode[],
  after: readonly LicensedCode[],
): ListComparison {
  const was = new Map(before.map(({ code, wording }) => [code, wording]));
  const is = new Map(after.map(({ code, wording }) => [code, wording]));
  return {
    added: [...is.keys()].filter((code) => !was.has(code)),
    removed: [...was.keys()].filter((code) => !is.has(code)),
    reworded: [...is]
      .filter(([code, wording]) => was.has(code) && was.get(code) !== wording)
      .map(([code]) => code),
  };
}
