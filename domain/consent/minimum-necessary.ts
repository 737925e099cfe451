import type { DataCategory, WayOut } from './consent.ts';

const billing = ['demographics', 'coverage-and-billing'] as const;
/** Of a predetermination: what is to be done and what it costs, and nothing of the coordination. */
const plannedWork = [...billing, 'dental-record'] as const;
const billedWork = [...billing, 'dental-record', 'coordination-record'] as const;
const billedWorkWithDiagnoses = [...billedWork, 'medical-history'] as const;
const reviewedWork = [...billedWorkWithDiagnoses, 'medications', 'images'] as const;

/**
 * What is enough for a purpose at each way out: the practice's standard protocol for routine disclosures,
 * 45 CFR 164.514(d)(3)(i). Specially protected categories are in none of these sets. More than this goes out
 * only with the patient's authorization, to which the standard does not apply (164.502(b)(2)(iii)).
 */
export const minimumNecessary = {
  payment: {
    claim: billedWorkWithDiagnoses,
    packet: billedWorkWithDiagnoses,
    export: billedWorkWithDiagnoses,
    print: billedWorkWithDiagnoses,
    api: billedWorkWithDiagnoses,
    contact: billedWork,
    referral: billedWork,
    'eligibility-inquiry': billing,
    predetermination: plannedWork,
  },
  operations: {
    claim: billedWork,
    packet: billedWork,
    export: billedWork,
    print: billedWork,
    api: billedWork,
    contact: billing,
    referral: billing,
    'eligibility-inquiry': billing,
    predetermination: plannedWork,
  },
  audit: {
    claim: reviewedWork,
    packet: reviewedWork,
    export: reviewedWork,
    print: reviewedWork,
    api: reviewedWork,
    contact: billedWork,
    referral: billedWork,
    'eligibility-inquiry': billing,
    predetermination: plannedWork,
  },
} satisfies Record<'payment' | 'operations' | 'audit', Record<WayOut, readonly DataCategory[]>>;

export function isNecessary(
  purpose: keyof typeof minimumNecessary,
  wayOut: WayOut,
  category: DataCategory,
): boolean {
  const enough: readonly DataCategory[] = minimumNecessary[purpose][wayOut];
  return enough.includes(category);
}
