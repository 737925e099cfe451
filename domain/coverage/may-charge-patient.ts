import { message } from '../kernel/message.ts';
import type { CoverageStatus } from './benefit-fact.ts';
import type { ChargeAnswer } from './payer-answer.ts';
import type { PayerLine } from './payer-line.ts';

/**
 * Whether the patient may be charged for a code. Source of the meaning of the statuses: field-facts 2 (deny:
 * the patient may be charged; disallow: must not; not a benefit: may be, up to the full fee). Medicaid rules
 * are the state's own and unconfirmed here, so under Medicaid the answer is no until somebody confirms a rule.
 * A plan whose line is not known may be Medicaid, so it never allows a charge. Whatever the answer, a charge is told
 * and agreed before the work.
 */
export function mayChargePatient(status: CoverageStatus, line: PayerLine | undefined): ChargeAnswer {
  if (line === 'medicaid')
    return status === 'paid'
      ? { answer: 'no', why: message('coverage.charge.medicaidPaid') }
      : { answer: 'no', why: message('coverage.charge.medicaidUnconfirmed') };
  if (status === 'disallowed-no-charge') return { answer: 'no', why: message('coverage.charge.disallowed') };
  if (line === undefined) return { answer: 'unknown', why: message('coverage.charge.lineUnknown') };
  switch (status) {
    case 'denied-patient-liable':
      return { answer: 'with-agreement', why: message('coverage.charge.denied') };
    case 'not-a-benefit':
      return { answer: 'with-agreement', why: message('coverage.charge.notABenefit') };
    case 'paid':
      return { answer: 'with-agreement', why: message('coverage.charge.paidShare') };
    case 'bundled-into':
      return { answer: 'unknown', why: message('coverage.charge.bundled') };
    case 'by-report':
    case 'prior-authorization':
      return { answer: 'unknown', why: message('coverage.charge.notDecided') };
    case 'unknown':
      return { answer: 'unknown', why: message('coverage.charge.unknown') };
  }
}
