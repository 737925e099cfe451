import type { CaseLedgerView } from '#contract/case-ledger.ts';

interface Promised {
  readonly coverageId: string;
  readonly date: string;
  readonly amount: number;
}

/**
 * By how much the general maximum of the year would be promised beyond what it has, with what is planned left aside;
 * undefined where it fits or where no maximum is known. `counted`: what of it the ledger has already.
 */
export function wouldPass(
  { accounts }: Pick<CaseLedgerView, 'accounts'>,
  { coverageId, date, amount }: Promised,
  counted = 0,
) {
  const account = accounts.find(
    ({ coverageId: of, kind, year, of: whose }) =>
      of === coverageId &&
      kind === 'maximum' &&
      whose === 'individual' &&
      year !== undefined &&
      year.from <= date &&
      date <= year.through,
  );
  if (!account) return undefined;
  const free = account.limit - account.paid - account.pending - account.reserved + counted;
  return amount > free ? { plan: account.plan, amount: amount - Math.max(0, free) } : undefined;
}
