/**
 * Codes whose service is of the whole mouth, so that a limit on how often counts every one of them. All others may be
 * done tooth by tooth, by quadrant or by arch, and how their limit counts has to be said. First and last numbers;
 * general knowledge, unverified.
 */
const wholeMouth: readonly (readonly [string, string])[] = [
  ['D0001', 'D0999'],
  // Not the sealants and medicaments tooth by tooth, nor what holds the space of one quadrant or arch.
  ['D1000', 'D1349'],
  ['D4346', 'D4346'],
  ['D4355', 'D4355'],
  ['D4910', 'D4910'],
  ['D8000', 'D8999'],
  // Anesthesia, consultations and visits; then the coordination and management of a case.
  ['D9200', 'D9499'],
  ['D9990', 'D9999'],
];

/** How a limit counts of which nobody said it. */
export function unsaidCount(code: string | undefined): 'mouth' | 'not-said' {
  return code !== undefined && isOfWholeMouth(code) ? 'mouth' : 'not-said';
}

/** False as well for the empty code, which stands for several. */
export function isOfWholeMouth(code: string): boolean {
  return wholeMouth.some(([first, last]) => first <= code && code <= last);
}
