import type { PlainStepView, PlanForPatient } from '#contract/for-patient.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { nearestLanguage } from '#domain/patient/nearest-language.ts';
import { plainPlan, type PlainStep } from '#domain/treatment-plan/plain-plan.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';
import { needsForPatient, practiceForPatient } from './options-for-patient.ts';

/** The plan of a case in plain words, as of today. */
export function planForPatient(
  { record }: Pick<Archway, 'record'>,
  { organizationId, who, staff }: Person,
  caseId: string,
): Promise<PlanForPatient | Refusal> {
  return record.read(organizationId, async (reading) => {
    const state = await reading.coordinationCase(caseId);
    const patient = state && (await reading.patient(state.patientId));
    if (!state || !patient) return noCase(caseId);
    const practice = await reading.practice();
    const plan = plainPlan(state, { now: record.now(), who, role: staff.role, practice, patient });
    return {
      practice: practiceForPatient(practice.profile),
      firstName: patient.demographics?.firstName ?? '',
      language: nearestLanguage(patient.demographics?.language),
      next: plan.next.map(stepView),
      later: plan.later.map(stepView),
      done: [...plan.done],
      needs: needsForPatient(patient),
    };
  });
}

function stepView({ text, who, when, pays }: PlainStep): PlainStepView {
  return { text, ...(who ? { who } : {}), ...(when ? { when } : {}), ...(pays ? { pays } : {}) };
}
