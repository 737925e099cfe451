/** A sheet as text: each cell trimmed, rows in their order and with their gaps, so that row n is `rows[n - 1]`. */
export interface Sheet {
  /** Empty for a text file, which has one sheet without a name. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}
