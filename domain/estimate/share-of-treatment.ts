/** What a plan paid for a stretch of the fee of a line, in cents of the fee from `from` to `to`. */
export interface PaidShare {
  readonly from: number;
  readonly to: number;
  readonly pays: number;
}

/**
 * What was paid for a stretch of the fee: of each payment as much as the stretch has of what it was paid for, in whole
 * cents, which add up to the payment over all stretches. So plans that pay at different times, one each quarter and the
 * other each month or all at banding, are held against each other for the same work.
 */
export function paidFor(paid: readonly PaidShare[], from: number, to: number): number {
  return paid.reduce((sum, each) => sum + upTo(each, to) - upTo(each, from), 0);
}

function upTo({ from, to, pays }: PaidShare, point: number): number {
  if (point <= from) return 0;
  return point >= to ? pays : Math.round((pays * (point - from)) / (to - from));
}

/** Where in the fee each of its parts begins and ends. */
export function stretchesOf(parts: readonly number[]): readonly Omit<PaidShare, 'pays'>[] {
  let end = 0;
  return parts.map((part) => {
    const from = end;
    end += part;
    return { from, to: end };
  });
}
