import { sampleContact } from '../../activity/activity.samples.ts';
import type { Activity } from '../../activity/activity.ts';
import type { Coverage } from '../../coverage/benefit-fact.ts';
import type { PlanAnswer, PlanStatement } from '../../coverage/plan-answer.ts';
import { calendarDate, instant } from '../../kernel/calendar-date.ts';
import { procedureCode } from '../../kernel/procedure-code.ts';
import type { Demographics } from '../../patient/patient-events.ts';
import type { PracticeProfile, Provider } from '../../practice/practice-events.ts';
import type { Outcome } from '../readiness-check.ts';
import type { ReadinessInput } from '../readiness-input.ts';
import {
  diagnosisCode,
  readySteps,
  sampleAgreement,
  sampleAssignment,
  sampleCalls,
  sampleCase,
  sampleNow,
  sampleCoverage,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePayerTwo,
  samplePractice,
  samplePracticeSteps,
  sampleRule,
  withRules,
  type CaseStep,
  type PatientStep,
} from '../ready-case.samples.ts';

export type Change = Partial<ReadinessInput>;
/** check, what it finds, the word that it says (or the id of another namespace), and the one thing that is changed. */
export type Row = readonly [check: string, outcome: Outcome, says: string, name: string, change: Change];

export const noWork: Change = { state: sampleCase(sampleOpening) };

function call(at: number): Activity {
  const activity = sampleCalls[at];
  if (!activity) throw new Error(`the sample has no call ${at}`);
  return activity;
}
export const first = call(0);
export const second = call(1);

export function steps(change: (step: CaseStep) => readonly CaseStep[]): Change {
  return { state: sampleCase(readySteps(sampleCalls).flatMap(change)) };
}

export function without(...types: readonly CaseStep['type'][]): Change {
  return steps((step) => (types.includes(step.type) ? [] : [step]));
}

export function calls(...activities: readonly Activity[]): Change {
  return { state: sampleCase(readySteps(activities)) };
}

export function patient(
  change: (step: PatientStep) => readonly PatientStep[],
  more: readonly PatientStep[] = [],
): Change {
  return { patient: samplePatient([...samplePatientSteps.flatMap(change), ...more]) };
}

export function same(step: PatientStep): readonly PatientStep[] {
  return [step];
}

export function agreement(change: Partial<typeof sampleAgreement>): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded'
      ? [{ type: step.type, data: { consent: { ...sampleAgreement, ...change } } }]
      : [step],
  );
}

export function assigned(change: Partial<typeof sampleAssignment>): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded' && step.data.consent.kind === 'benefits-assignment'
      ? [{ type: step.type, data: { consent: { ...sampleAssignment, ...change } } }]
      : [step],
  );
}

export const takenBack: readonly PatientStep[] = [
  ...samplePatientSteps,
  {
    type: 'patient.consent-revoked',
    data: {
      revocation: {
        consentId: sampleAssignment.consentId,
        how: 'written',
        reason: '',
        receivedAt: sampleNow,
      },
    },
  },
];

export function participation(acceptsAssignment: boolean | undefined): Change {
  return {
    practice: samplePractice(
      samplePracticeSteps.map((step) => {
        if (step.type !== 'practice.payer-recorded') return step;
        const { acceptsAssignment: _told, ...payer } = step.data.payer;
        return {
          type: step.type,
          data: { payer: acceptsAssignment === undefined ? payer : { ...payer, acceptsAssignment } },
        };
      }),
    ),
  };
}

export function coverage(change: Partial<Coverage>): Change {
  return patient((step) =>
    step.type === 'patient.coverage-recorded'
      ? [{ type: step.type, data: { coverage: { ...sampleCoverage, ...change } } }]
      : [step],
  );
}

/** A second plan that is in the directory, through the spouse. */
function ofSecond(statements: readonly PlanStatement[]): PlanAnswer {
  return {
    answerId: 'answer-2',
    coverageId: 'coverage-2',
    statements: [...statements],
    source: { kind: 'portal' },
    learnedAt: instant('2026-03-01T18:00:00.000Z'),
  };
}

/** A second coverage, and what its payer said of it. */
export function secondPlan(change: Partial<Coverage>, statements: readonly PlanStatement[] = []): Change {
  const other: Coverage = {
    ...sampleCoverage,
    coverageId: 'coverage-2',
    payerId: 'payer-2',
    payerName: 'Harbor Benefit Plan',
    priority: 'secondary',
    memberId: 'HB-2002',
    subscriber: { relationship: 'spouse', lastName: 'Vidal', firstName: 'Iván' },
    ...change,
  };
  return {
    ...patient(same, [
      { type: 'patient.coverage-recorded', data: { coverage: other } },
      ...(statements.length === 0
        ? []
        : [{ type: 'patient.plan-answer-recorded' as const, data: { answer: ofSecond(statements) } }]),
    ]),
    practice: samplePractice([...samplePracticeSteps, samplePayerTwo]),
  };
}

export function writtenDown(at: string): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded' ? [{ ...step, at: instant(at) }] : [step],
  );
}

export const noCoverage = patient((step) => (step.type === 'patient.coverage-recorded' ? [] : [step]));

export function profile(change: Partial<PracticeProfile>): Change {
  return {
    practice: samplePractice(
      samplePracticeSteps.map((step) =>
        step.type === 'practice.profile-set'
          ? { type: step.type, data: { profile: { ...step.data.profile, ...change } } }
          : step,
      ),
    ),
  };
}

export function directory(provider: Provider): Change {
  return {
    practice: samplePractice([
      ...samplePracticeSteps,
      { type: 'practice.provider-recorded', data: { provider } },
    ]),
  };
}

export function conditions(count: number): Change {
  const codes = ['K05.31', 'Z79.01', 'Z79.4', 'N18.6'].slice(0, count);
  return {
    ...patient(
      same,
      codes.map((code) => ({
        type: 'patient.condition-recorded',
        data: {
          condition: {
            conditionId: code,
            text: code,
            diagnosis: diagnosisCode(code),
            codings: [],
            status: 'active',
          },
        },
      })),
    ),
    ...steps((step) =>
      step.type === 'necessity.factor-recorded'
        ? [
            {
              type: step.type,
              data: {
                factor: {
                  ...step.data.factor,
                  evidence: ['condition-1', ...codes].map((id) => ({ kind: 'condition', id, label: id })),
                },
              },
            },
          ]
        : [step],
    ),
  };
}

export function demographics(change: (known: Demographics) => Demographics): Change {
  return patient((step) =>
    step.type === 'patient.registered'
      ? [{ type: step.type, data: { ...step.data, demographics: change(step.data.demographics) } }]
      : [step],
  );
}

export const spoken = (change: Parameters<typeof sampleContact>[0]) => ({
  ...first,
  contact: sampleContact(change),
});

const otherPatient = {
  activityId: 'elsewhere',
  staffId: 'staff-coordinator',
  caseId: 'case-2',
  patientId: 'patient-2',
  codes: ['D9992'],
};
export function elsewhere(from: string, to: string, change: Partial<typeof otherPatient> = {}): Change {
  const time = { basis: 'timer', startedAt: instant(from), endedAt: instant(to), seconds: 60 } as const;
  return { otherWork: [{ ...otherPatient, ...change, time }] };
}

export const monthly = sampleRule({
  kind: 'frequency-limit',
  limit: { times: 1, window: 'rolling-days', days: 30 },
});
export const past = (date: string, code = 'D9992'): Change => ({
  history: [{ code: procedureCode(code), date: calendarDate(date) }],
});
export const teledentistry = sampleRule({ kind: 'same-day-exclusion', with: [procedureCode('D9995')] });
export const deadline = sampleRule({ kind: 'deadline', for: 'claim', days: 3 });
export const wants = (item: 'start-and-stop-times' | 'consent-on-file' | 'outcome') =>
  withRules(sampleRule({ kind: 'required-documentation', items: [item] }));
