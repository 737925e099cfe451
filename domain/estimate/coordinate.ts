import type { CoordinationVariant } from './plan-facts.ts';

export interface Earlier {
  readonly fee: number;
  /** What the plans before this one pay together. */
  readonly paid: number;
  readonly writeOff: number;
}

export type SecondaryTerms = CoordinationVariant | 'medicaid' | 'does-not-coordinate';

/**
 * What a plan that is not the first pays (field-facts 7.3), in cents and never below 0. `would` is its own benefit;
 * under a maintenance variant it was worked out on the charge that the earlier payments leave. Nothing is paid above
 * the fee; where payments and write-off pass it, the write-off gives way (`writeOffBeside`).
 */
export function secondaryPays(
  variant: SecondaryTerms,
  would: number,
  allowed: number,
  { fee, paid, writeOff }: Earlier,
): number {
  const amount = (() => {
    switch (variant) {
      case 'standard':
        return Math.min(would, fee - paid - writeOff);
      case 'basic':
      case 'medicaid':
        return Math.min(would, allowed - paid);
      case 'carve-out':
        return would - paid;
      case 'maintenance-deductible-and-coinsurance':
      case 'maintenance-coinsurance':
      case 'maintenance-deductible':
      case 'does-not-coordinate':
        return would;
    }
  })();
  return Math.max(0, Math.min(amount, fee - paid));
}

/** The write-off that still fits beside all payments. */
export function writeOffBeside(fee: number, paid: number, writeOff: number): number {
  return Math.max(0, Math.min(writeOff, fee - paid));
}
