import { claimDelimiters } from '#domain/claim/claim-spelling.ts';

/** The four characters that structure an interchange; none of them may occur in data, X12 has no escape. */
export interface Delimiters {
  readonly element: string;
  readonly repetition: string;
  readonly component: string;
  readonly segment: string;
}

/** What we write; what we read is taken from the ISA segment. Source: standards-facts 2.2. */
export const ourDelimiters: Delimiters = claimDelimiters;

export function listed(delimiters: Delimiters): readonly string[] {
  return [delimiters.element, delimiters.repetition, delimiters.component, delimiters.segment];
}
