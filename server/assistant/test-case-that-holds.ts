import { sampleContact } from '#domain/activity/activity.samples.ts';
import type { CaseFacts } from '#domain/assistant/about-case.ts';
import type { RecordedEvent } from '#domain/audit/event.ts';
import { chooseForCase } from '#domain/code-guide/choose-for-case.ts';
import { assessReadiness } from '#domain/readiness/assess-readiness.ts';
import {
  cora,
  readySteps,
  sampleCall,
  sampleCase,
  sampleNow,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  sampleRulebook,
} from '#domain/readiness/ready-case.samples.ts';

/** A ready case in which a specialist's office "said" something. */
export function caseThatHolds(said: string): CaseFacts {
  const calls = [{ ...sampleCall('activity-1', '2026-03-05'), contact: sampleContact({ answered: said }) }];
  const steps = readySteps(calls);
  const state = sampleCase(steps);
  const practice = samplePractice();
  const patient = samplePatient();
  const event =
    (kind: 'case' | 'patient') =>
    (step: { type: string; data: object }, index: number): RecordedEvent => ({
      organizationId: 'organization-1',
      stream: { kind, id: `${kind}-1` },
      position: index + 1,
      eventId: `${kind}-event-${index}`,
      type: step.type,
      who: cora,
      occurredAt: sampleNow,
      recordedAt: sampleNow,
      reliedOn: [],
      data: { ...step.data },
    });
  return {
    state,
    readiness: assessReadiness({
      state,
      patient,
      practice,
      rulebook: sampleRulebook(),
      now: sampleNow,
      otherWork: [],
      history: [],
    }),
    choice: chooseForCase(state, practice, { patient }),
    caseEvents: steps.map(event('case')),
    patientEvents: samplePatientSteps.map(event('patient')),
  };
}
