import { procedureCode, type ProcedureCode } from '../../kernel/procedure-code.ts';

export interface NamedCodes {
  /** Codes that the guide or the practice's own list has, in the order in which they are named. */
  readonly known: readonly ProcedureCode[];
  /** Everything else that is written like a code, as it is written: CDT numbers, medical codes, misprints. */
  readonly unknown: readonly string[];
}

const dental = /(?<![\p{L}\d$])d[-\s]?(\d{3,7})(?![\p{L}\d])/giu;
/** HCPCS and CPT: never a code of this guide. */
const medical = /(?<![\p{L}\d$/-])([a-ce-z]\d{4}|\d{5})(?![\p{L}\d/-])/giu;
const bare = /(?<![\p{L}\d$/.,-])(\d{4})(?![\p{L}\d/-]|[.,]\d)/gu;

/** The codes in a text, `9992` and `d-9992` included; `isKnown` says which numbers are codes that we have. */
export function namedCodes(text: string, isKnown: (code: ProcedureCode) => boolean): NamedCodes {
  const found: { readonly at: number; readonly written: string; readonly code?: ProcedureCode }[] = [];
  for (const match of text.matchAll(dental)) {
    const digits = match[1] ?? '';
    const written = `D${digits}`;
    found.push({
      at: match.index,
      written,
      ...(digits.length === 4 ? { code: procedureCode(written) } : {}),
    });
  }
  for (const match of text.matchAll(bare)) {
    const code = procedureCode(`D${match[1] ?? ''}`);
    if (isKnown(code)) found.push({ at: match.index, written: code, code });
  }
  for (const match of text.matchAll(medical))
    found.push({ at: match.index, written: (match[1] ?? '').toUpperCase() });
  const ordered = found.toSorted((one, other) => one.at - other.at);
  const known = ordered.flatMap(({ code }) => (code !== undefined && isKnown(code) ? code : []));
  const unknown = ordered.flatMap(({ code, written }) =>
    code !== undefined && isKnown(code) ? [] : written,
  );
  return { known: [...new Set(known)], unknown: [...new Set(unknown)] };
}
