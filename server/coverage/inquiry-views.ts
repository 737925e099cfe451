import type { EligibilityInquiries, EligibilityInquiryView } from '#contract/eligibility.ts';
import type { Language } from '#contract/say.ts';
import { sayRefusal } from '#contract/say-refusal.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { Archway } from '../archway.ts';
import { gatewayNamed, type Gateways } from '../gateway/gateway.ts';
import type { Person } from '../http/signed-in.ts';
import { inquiriesOfPatient, type SentInquiry } from './inquiry.store.ts';

/** The newest inquiries about a patient's coverages, and by which way each coverage can be asked about. */
export async function eligibilityInquiries(
  { record, gateways }: Archway,
  { organizationId }: Person,
  patientId: string,
  language: Language,
): Promise<EligibilityInquiries | Refusal> {
  return record.read<EligibilityInquiries | Refusal>(organizationId, async (reading) => {
    const patient = await reading.patient(patientId);
    if (!patient?.demographics) return refuse('absent/patient');
    const practice = await reading.practice();
    const inquiries = await inquiriesOfPatient(reading, patientId, 50);
    return {
      inquiries: inquiries.map((inquiry) => inquiryView(inquiry, practice, language)),
      ways: await Promise.all(
        [...patient.coverages.values()].map(({ value }) => wayOf(value, practice, gateways, language)),
      ),
    };
  });
}

export function inquiryView(
  inquiry: SentInquiry,
  practice: Practice,
  language: Language,
): EligibilityInquiryView {
  const { problem, report, interchange: _, patientId: _patient, payerId, ...shown } = inquiry;
  return {
    ...shown,
    payerName: practice.payers.get(payerId)?.name ?? payerId,
    ...(problem && { problem: sayRefusal(language, problem) }),
    ...(report && { report }),
  };
}

/** The way by which a coverage can be asked about now, or what stands in it, as far as can be seen from here. */
async function wayOf(
  { coverageId, payerId, payerName }: Coverage,
  { payers, organizationId }: Practice,
  gateways: Gateways,
  language: Language,
): Promise<EligibilityInquiries['ways'][number]> {
  const obstacle = (refusal: Refusal) => ({ coverageId, obstacle: sayRefusal(language, refusal) });
  const payer = payerId === undefined ? undefined : payers.get(payerId);
  if (!payer) return obstacle(refuse('eligibility/payer-not-in-directory', { payer: payerName }));
  if (payer.gateway === undefined) return obstacle(refuse('eligibility/no-gateway', { payer: payer.name }));
  const gateway = gatewayNamed(gateways, organizationId, payer.gateway);
  if (!gateway) return obstacle(refuse('gateway/unknown', { gateway: payer.gateway }));
  const problem = await gateway.look?.(organizationId);
  if (problem) return obstacle(problem);
  return { coverageId, gateway: payer.gateway };
}
