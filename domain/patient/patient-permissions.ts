import type { StaffRole } from '../audit/event.ts';

const clinical: readonly StaffRole[] = ['administrator', 'coordinator', 'dentist', 'hygienist'];
const clinicalAndBilling: readonly StaffRole[] = [...clinical, 'biller'];

/** What can be recorded about a patient, and who may: a biller what concerns money, an auditor nothing. */
const mayBy = {
  register: clinicalAndBilling,
  'change-demographics': clinicalAndBilling,
  'record-related-person': clinical,
  'record-condition': clinical,
  'record-accommodation': clinical,
  'record-coverage': clinicalAndBilling,
  'record-benefit-fact': clinicalAndBilling,
  'record-plan-answer': clinicalAndBilling,
  'withdraw-benefit': clinicalAndBilling,
  'record-benefit-use': clinicalAndBilling,
  'prepare-predetermination': clinicalAndBilling,
  'send-predetermination': clinicalAndBilling,
  'answer-predetermination': clinicalAndBilling,
  'withdraw-predetermination': clinicalAndBilling,
  'record-consent': clinical,
  'revoke-consent': clinical,
  'agree-restriction': clinical,
  'attach-document': clinicalAndBilling,
  'withdraw-document': clinicalAndBilling,
} as const satisfies Record<string, readonly StaffRole[]>;
export type PatientChange = keyof typeof mayBy;

export function mayChangePatient(role: StaffRole, change: PatientChange): boolean {
  return mayBy[change].includes(role);
}
