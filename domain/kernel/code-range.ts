/** Whether a range of codes, "D2710-D2799" or one code alone, holds this one. Codes are of one length: text order is theirs. */
export function inCodeRange(range: string, code: string): boolean {
  const [first, last] = endsOfRange(range);
  return first <= code && code <= last;
}

export function endsOfRange(range: string): readonly [first: string, last: string] {
  const dash = range.indexOf('-');
  return dash < 0 ? [range, range] : [range.slice(0, dash), range.slice(dash + 1)];
}
