/** What is known of a draft beside its fields. */
export interface Kept {
  /** The position of the chain that the form showed when it was opened; absent where nothing is changed. */
  readonly seen?: number | undefined;
  /** The fields that were typed in; the others are as the record had them. */
  readonly typed: readonly string[];
}

const mark = '$kept';

export function packDraft(draft: object, kept: Kept | undefined): string {
  return JSON.stringify(kept === undefined ? draft : { ...draft, [mark]: kept });
}

/** The text was written by packDraft of this program, or of an older version, which kept the fields alone. */
export function unpackDraft<Draft extends object>(text: string): { draft: Partial<Draft>; kept: Kept } {
  const { [mark]: kept, ...draft } = JSON.parse(text) as Partial<Draft> & { readonly [mark]?: Kept };
  return { draft: draft as Partial<Draft>, kept: kept ?? { typed: Object.keys(draft) } };
}

/** The record as it is now, with what was typed over it: somebody else's change of another field stays. */
export function overRecord<Draft extends object>(
  draft: Draft,
  typed: readonly string[],
  record: Draft,
): Draft {
  const isTyped = ([field]: [string, unknown]) => typed.includes(field);
  return { ...record, ...Object.fromEntries(Object.entries(draft).filter(isTyped)) };
}
