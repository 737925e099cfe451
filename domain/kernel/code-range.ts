/** Whether a range of codes, "D2710-D2799" or one code alone, holds this one. Codes are of one length: text order is theirs. */
export function inCodeRange(range: string, code: string): boolean {
  const [first, last] = endsOfRange(range);
  return first <= code && code <= last;
}

export function endsOfRange(range: string): readonly [first: string, last: string] {
  const [first = range, last = first] = range.split('-');
  return [first, last];
}
