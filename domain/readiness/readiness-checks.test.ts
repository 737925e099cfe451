import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleContact } from '../activity/activity.samples.ts';
import type { Activity } from '../activity/activity.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { PlanAnswer, PlanStatement } from '../coverage/plan-answer.ts';
import type { Demographics } from '../patient/patient-events.ts';
import type { PracticeProfile, Provider } from '../practice/practice-events.ts';
import { assessReadiness } from './assess-readiness.ts';
import type { Outcome } from './readiness-check.ts';
import { readinessChecks } from './readiness-checks.ts';
import type { ReadinessInput } from './readiness-input.ts';
import {
  concluding,
  dentist,
  diagnosisCode,
  logged,
  readyInput,
  readySteps,
  sampleAgreement,
  sampleAssignment,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleNow,
  sampleCoverage,
  sampleDentist,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePayerTwo,
  samplePractice,
  samplePracticeSteps,
  sampleRule,
  sampleRulebook,
  withRules,
  type CaseStep,
  type PatientStep,
} from './ready-case.samples.ts';

type Change = Partial<ReadinessInput>;
/** check, what it finds, the word that it says (or the id of another namespace), and the one thing that is changed. */
type Row = readonly [check: string, outcome: Outcome, says: string, name: string, change: Change];

const noWork: Change = { state: sampleCase(sampleOpening) };
const [first, second] = sampleCalls;
if (!first || !second) throw new Error('the sample has two calls');

function steps(change: (step: CaseStep) => readonly CaseStep[]): Change {
  return { state: sampleCase(readySteps(sampleCalls).flatMap(change)) };
}

function without(...types: readonly CaseStep['type'][]): Change {
  return steps((step) => (types.includes(step.type) ? [] : [step]));
}

function calls(...activities: readonly Activity[]): Change {
  return { state: sampleCase(readySteps(activities)) };
}

function patient(
  change: (step: PatientStep) => readonly PatientStep[],
  more: readonly PatientStep[] = [],
): Change {
  return { patient: samplePatient([...samplePatientSteps.flatMap(change), ...more]) };
}

function same(step: PatientStep): readonly PatientStep[] {
  return [step];
}

function agreement(change: Partial<typeof sampleAgreement>): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded'
      ? [{ type: step.type, data: { consent: { ...sampleAgreement, ...change } } }]
      : [step],
  );
}

function assigned(change: Partial<typeof sampleAssignment>): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded' && step.data.consent.kind === 'benefits-assignment'
      ? [{ type: step.type, data: { consent: { ...sampleAssignment, ...change } } }]
      : [step],
  );
}

const takenBack: readonly PatientStep[] = [
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

function participation(acceptsAssignment: boolean | undefined): Change {
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

function coverage(change: Partial<Coverage>): Change {
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
function secondPlan(change: Partial<Coverage>, statements: readonly PlanStatement[] = []): Change {
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

function writtenDown(at: string): Change {
  return patient((step) =>
    step.type === 'patient.consent-recorded' ? [{ ...step, at: instant(at) }] : [step],
  );
}

const noCoverage = patient((step) => (step.type === 'patient.coverage-recorded' ? [] : [step]));

function profile(change: Partial<PracticeProfile>): Change {
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

function directory(provider: Provider): Change {
  return {
    practice: samplePractice([
      ...samplePracticeSteps,
      { type: 'practice.provider-recorded', data: { provider } },
    ]),
  };
}

function conditions(count: number): Change {
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

function demographics(change: (known: Demographics) => Demographics): Change {
  return patient((step) =>
    step.type === 'patient.registered'
      ? [{ type: step.type, data: { ...step.data, demographics: change(step.data.demographics) } }]
      : [step],
  );
}

const spoken = (change: Parameters<typeof sampleContact>[0]) => ({
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
function elsewhere(from: string, to: string, change: Partial<typeof otherPatient> = {}): Change {
  const time = { basis: 'timer', startedAt: instant(from), endedAt: instant(to), seconds: 60 } as const;
  return { otherWork: [{ ...otherPatient, ...change, time }] };
}

const monthly = sampleRule({
  kind: 'frequency-limit',
  limit: { times: 1, window: 'rolling-days', days: 30 },
});
const past = (date: string, code = 'D9992'): Change => ({
  history: [{ code: procedureCode(code), date: calendarDate(date) }],
});
const teledentistry = sampleRule({ kind: 'same-day-exclusion', with: [procedureCode('D9995')] });
const deadline = sampleRule({ kind: 'deadline', for: 'claim', days: 3 });
const wants = (item: 'start-and-stop-times' | 'consent-on-file' | 'outcome') =>
  withRules(sampleRule({ kind: 'required-documentation', items: [item] }));

const rows: readonly Row[] = [
  ['consent', 'passes', 'given', 'signed before the first call', {}],
  [
    'consent',
    'passes',
    'given',
    'signed at the second of the first call',
    agreement({ signedAt: instant('2026-03-05T17:00:00.000Z') }),
  ],
  [
    'consent',
    'warns',
    'missing',
    'signed a second later',
    agreement({ signedAt: instant('2026-03-05T17:00:01.000Z') }),
  ],
  [
    'consent',
    'passes',
    'given',
    'expires on the day of the last call',
    agreement({ expiresOn: calendarDate('2026-03-09') }),
  ],
  [
    'consent',
    'warns',
    'missing',
    'expired the day before',
    agreement({ expiresOn: calendarDate('2026-03-08') }),
  ],
  [
    'consent',
    'blocks',
    'required',
    'missing, and the payer wants it',
    { ...agreement({ kind: 'text-message' }), rulebook: wants('consent-on-file') },
  ],
  [
    'consent',
    'blocks',
    'unlawful',
    'substance-use records told without consent',
    calls(spoken({ disclosed: ['substance-use-treatment'] })),
  ],
  [
    'consent',
    'blocks',
    'unlawful',
    'psychotherapy notes told without authorization',
    calls(spoken({ disclosed: ['psychotherapy-notes'] })),
  ],
  [
    'consent',
    'passes',
    'given',
    'written down at the second of the first call',
    writtenDown('2026-03-05T17:00:00.000Z'),
  ],
  [
    'consent',
    'warns',
    'recordedLater',
    'written down a second into the first call, dated days before',
    writtenDown('2026-03-05T17:00:01.000Z'),
  ],
  [
    'consent',
    'warns',
    'minorAlone',
    'signed a day before the eighteenth birthday',
    demographics((known) => ({ ...known, birthDate: calendarDate('2008-03-03') })),
  ],
  [
    'consent',
    'passes',
    'given',
    'signed on the eighteenth birthday',
    demographics((known) => ({ ...known, birthDate: calendarDate('2008-03-02') })),
  ],
  [
    'consent',
    'warns',
    'missing',
    'the parent’s signature ended between the calls',
    {
      ...patient((step) =>
        step.type === 'patient.registered'
          ? [
              {
                ...step,
                data: {
                  ...step.data,
                  demographics: { ...step.data.demographics, birthDate: calendarDate('2008-03-09') },
                },
              },
            ]
          : step.type === 'patient.consent-recorded'
            ? [
                {
                  ...step,
                  data: {
                    consent: {
                      ...sampleAgreement,
                      signer: { name: 'A parent', authority: 'parent', authorityEvidence: 'birth record' },
                    },
                  },
                },
              ]
            : [step],
      ),
    },
  ],
  ['consent', 'not-applicable', 'noWork', 'no work', noWork],

  ['necessity', 'passes', 'stated', 'one reason with evidence', {}],
  ['necessity', 'blocks', 'missing', 'no reason', without('necessity.factor-recorded')],
  [
    'necessity',
    'blocks',
    'missing',
    'the evidence is gone',
    patient((step) => (step.type === 'patient.condition-recorded' ? [] : [step])),
  ],
  [
    'necessity',
    'warns',
    'partly',
    'a second reason without evidence',
    steps((step) =>
      step.type === 'necessity.factor-recorded'
        ? [step, { ...step, data: { factor: { ...step.data.factor, factorId: 'factor-2', evidence: [] } } }]
        : [step],
    ),
  ],

  ['several-parties', 'passes', 'several', 'two providers', {}],
  [
    'several-parties',
    'blocks',
    'one',
    'our own office alone',
    {
      state: sampleCase(
        readySteps([spoken({ parties: [{ kind: 'patient', name: 'Marisol Núñez' }] })]).filter(
          (step) => step.type !== 'team.member-recorded' || step.data.member.role === 'treating-dentist',
        ),
      ),
    },
  ],

  ['reached-contact', 'passes', 'reached', 'reached', {}],
  [
    'reached-contact',
    'passes',
    'reached',
    'one reached, one message',
    calls(first, { ...second, contact: sampleContact({ reached: 'message-left' }) }),
  ],
  [
    'reached-contact',
    'blocks',
    'voicemailOnly',
    'messages alone',
    calls(spoken({ reached: 'message-left' })),
  ],
  [
    'reached-contact',
    'blocks',
    'voicemailOnly',
    'own team alone',
    calls(spoken({ parties: [{ kind: 'own-team', name: 'Dana Dentist' }] })),
  ],
  ['reached-contact', 'blocks', 'noWork', 'no work', noWork],

  ['minutes', 'passes', 'counted', 'measured', {}],
  ['minutes', 'passes', 'counted', 'a single second', calls(sampleCall('activity-1', '2026-03-05', 1))],
  ['minutes', 'blocks', 'noTime', 'no second', calls(sampleCall('activity-1', '2026-03-05', 0))],
  [
    'minutes',
    'blocks',
    'minutes.flag.by-hand-without-reason',
    'by hand without a reason',
    calls({ ...first, time: { ...first.time, basis: 'by-hand' } }),
  ],
  [
    'minutes',
    'passes',
    'counted',
    'by hand with a reason',
    calls({ ...first, time: { ...first.time, basis: 'by-hand', byHandReason: 'Called from the corridor.' } }),
  ],
  [
    'minutes',
    'warns',
    'minutes.flag.crosses-midnight',
    'over midnight',
    calls({
      ...first,
      time: {
        ...first.time,
        startedAt: instant('2026-03-06T07:55:00.000Z'),
        endedAt: instant('2026-03-06T08:05:05.000Z'),
      },
    }),
  ],
  ['minutes', 'not-applicable', 'noWork', 'no work', noWork],

  ['overlaps', 'passes', 'none', 'none', {}],
  [
    'overlaps',
    'passes',
    'none',
    'another patient right after',
    elsewhere('2026-03-05T17:10:05.000Z', '2026-03-05T17:20:00.000Z'),
  ],
  [
    'overlaps',
    'blocks',
    'twoPatients',
    'another patient a second earlier',
    elsewhere('2026-03-05T17:10:04.000Z', '2026-03-05T17:20:00.000Z'),
  ],
  [
    'overlaps',
    'passes',
    'none',
    'another person at the same time',
    elsewhere('2026-03-05T17:00:00.000Z', '2026-03-05T17:10:00.000Z', { staffId: 'staff-dentist' }),
  ],
  [
    'overlaps',
    'warns',
    'countedOnce',
    'the same patient in another case',
    elsewhere('2026-03-05T17:10:04.000Z', '2026-03-05T17:20:00.000Z', { patientId: 'patient-1' }),
  ],
  [
    'overlaps',
    'blocks',
    'twoCodes',
    'the same minutes under another code',
    {
      state: sampleCase([
        ...sampleOpening,
        logged(first),
        logged(sampleCall('activity-3', '2026-03-05', 600, 5)),
        ...concluding(['activity-1'], 9),
        {
          type: 'code.decided',
          data: {
            decision: {
              decisionId: 'decision-2',
              code: 'D9311',
              activityIds: ['activity-3'],
              reason: 'Consultation.',
              proposed: 'D9992',
              version: 'code-choice 1',
            },
          },
        },
      ]),
    },
  ],
  ['overlaps', 'not-applicable', 'noWork', 'no work', noWork],

  ['note-fields', 'passes', 'complete', 'complete', {}],
  ['note-fields', 'blocks', 'content', 'nothing answered', calls(spoken({ answered: ' ' }))],
  ['note-fields', 'blocks', 'content', 'nothing asked', calls(spoken({ asked: '' }))],
  ['note-fields', 'warns', 'effect', 'no effect on the plan', calls(spoken({ effectOnPlan: '' }))],
  [
    'note-fields',
    'warns',
    'counterparty',
    'a name alone',
    calls(spoken({ parties: [{ kind: 'provider', name: 'Pat' }] })),
  ],
  [
    'note-fields',
    'passes',
    'complete',
    'a name with a role',
    calls(spoken({ parties: [{ kind: 'provider', name: 'Pat', role: 'oral surgeon' }] })),
  ],
  [
    'note-fields',
    'warns',
    'planStep',
    'no step of the plan',
    calls((({ planItemId: _, ...rest }) => rest)(first)),
  ],
  ['note-fields', 'not-applicable', 'noWork', 'no work', noWork],

  ['late-entries', 'passes', 'inTime', 'in time', {}],
  [
    'late-entries',
    'warns',
    'late',
    'marked as late',
    steps((step) =>
      step.type === 'activity.logged' ? [{ ...step, data: { ...step.data, late: true } }] : [step],
    ),
  ],
  ['late-entries', 'not-applicable', 'noWork', 'no work', noWork],

  ['signatures', 'passes', 'signed', 'by the author', {}],
  ['signatures', 'blocks', 'unsigned', 'by nobody', without('activity.signed')],
  [
    'signatures',
    'blocks',
    'unsigned',
    'by somebody else',
    steps((step) => (step.type === 'activity.signed' ? [{ ...step, by: dentist }] : [step])),
  ],
  ['signatures', 'not-applicable', 'noWork', 'no work', noWork],

  ['code-decision', 'passes', 'decided', 'decided as proposed', {}],
  ['code-decision', 'blocks', 'undecided', 'not decided', without('code.decided')],
  [
    'code-decision',
    'warns',
    'otherThanProposed',
    'a triage, decided otherwise',
    calls({ ...first, kind: 'telephone-triage-by-dentist' }),
  ],
  [
    'code-decision',
    'blocks',
    'noWork',
    'routine work, whatever was decided',
    calls({ ...first, kind: 'routine-office-function' }),
  ],
  ['code-decision', 'blocks', 'noWork', 'no work', noWork],

  [
    'code-in-force',
    'passes',
    'inForce',
    'the edition of that year has it',
    { rulebook: sampleRulebook(undefined, 2026) },
  ],
  [
    'code-in-force',
    'blocks',
    'notYet',
    'the next edition has it',
    { rulebook: sampleRulebook(undefined, 2027) },
  ],
  ['code-in-force', 'warns', 'unknown', 'nobody says', { rulebook: sampleRulebook(undefined, 0) }],
  ['code-in-force', 'not-applicable', 'noWork', 'no work', noWork],

  ['attestation', 'passes', 'attested', 'by the treating dentist', {}],
  ['attestation', 'blocks', 'missing', 'not attested', without('case.attested')],
  [
    'attestation',
    'blocks',
    'missing',
    'amended afterwards',
    {
      state: sampleCase([
        ...readySteps(sampleCalls),
        {
          type: 'activity.amended',
          data: { amendment: { activity: spoken({ asked: 'Otherwise.' }), reason: 'Wrong.' } },
        },
      ]),
    },
  ],
  [
    'attestation',
    'blocks',
    'otherPerson',
    'by somebody else',
    steps((step) => (step.type === 'case.attested' ? [{ type: step.type, data: step.data }] : [step])),
  ],
  ['attestation', 'not-applicable', 'noWork', 'no work', noWork],

  ['diagnosis', 'passes', 'present', 'one', {}],
  ['diagnosis', 'passes', 'present', 'four', conditions(3)],
  ['diagnosis', 'warns', 'tooMany', 'five', conditions(4)],
  [
    'diagnosis',
    'blocks',
    'missing',
    'resolved',
    patient((step) =>
      step.type === 'patient.condition-recorded'
        ? [{ type: step.type, data: { condition: { ...step.data.condition, status: 'resolved' } } }]
        : [step],
    ),
  ],
  [
    'diagnosis',
    'blocks',
    'missing',
    'specially protected',
    patient((step) =>
      step.type === 'patient.condition-recorded'
        ? [{ type: step.type, data: { condition: { ...step.data.condition, sensitive: 'hiv' } } }]
        : [step],
    ),
  ],

  ['coverage-active', 'passes', 'active', 'in force', {}],
  [
    'coverage-active',
    'passes',
    'active',
    'ends on the day of service',
    coverage({ through: calendarDate('2026-03-09') }),
  ],
  [
    'coverage-active',
    'blocks',
    'coverage.obstacle.noLongerCovered',
    'ended the day before',
    coverage({ through: calendarDate('2026-03-08') }),
  ],
  [
    'coverage-active',
    'blocks',
    'coverage.obstacle.notYetCovered',
    'begins the day after',
    coverage({ from: calendarDate('2026-03-10') }),
  ],
  [
    'coverage-active',
    'warns',
    'doubtful',
    'flagged by an import',
    coverage({ flags: ['coverage of one day'] }),
  ],
  ['coverage-active', 'blocks', 'none', 'none', noCoverage],

  ['coverage-status', 'passes', 'paid', 'paid', {}],
  [
    'coverage-status',
    'warns',
    'coverage.obstacle.statusUnknown',
    'unknown',
    { rulebook: sampleRulebook([]) },
  ],
  [
    'coverage-status',
    'warns',
    'coverage.obstacle.disallowed',
    'disallowed',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]) },
  ],
  ['coverage-status', 'not-applicable', 'noWork', 'no work', noWork],

  ['author-allowed', 'passes', 'allowed', 'a coordinator where one is allowed', {}],
  [
    'author-allowed',
    'warns',
    'coverage.obstacle.performerUnknown',
    'no rule',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'paid' })]) },
  ],
  [
    'author-allowed',
    'blocks',
    'coverage.obstacle.performer',
    'dentists only',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'paid' }),
        sampleRule({ kind: 'who-may-perform', performers: ['dentist'] }),
      ]),
    },
  ],
  ['author-allowed', 'not-applicable', 'noWork', 'no work', noWork],

  ['work-covered', 'passes', 'covered', 'no rule against it', {}],
  [
    'work-covered',
    'blocks',
    'coverage.obstacle.excludedActivity',
    'all of it excluded',
    {
      rulebook: withRules(
        sampleRule({ kind: 'excluded-activity', activityKinds: ['coordination-with-provider'] }),
      ),
    },
  ],
  [
    'work-covered',
    'warns',
    'coverage.obstacle.excludedActivity',
    'part of it excluded',
    {
      ...calls(first, { ...second, kind: 'coordination-with-payer' }),
      rulebook: withRules(
        sampleRule({ kind: 'excluded-activity', activityKinds: ['coordination-with-payer'] }),
      ),
    },
  ],
  ['work-covered', 'not-applicable', 'noWork', 'no work', noWork],

  ['frequency', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'frequency',
    'passes',
    'free',
    '30 days after the last',
    { rulebook: withRules(monthly), ...past('2026-02-07') },
  ],
  [
    'frequency',
    'blocks',
    'coverage.obstacle.frequency',
    '29 days after the last',
    { rulebook: withRules(monthly), ...past('2026-02-08') },
  ],
  [
    'frequency',
    'warns',
    'coverage.obstacle.frequencyUnknown',
    'a year whose beginning nobody knows',
    {
      rulebook: withRules(
        sampleRule({ kind: 'frequency-limit', limit: { times: 1, window: 'benefit-year' } }),
      ),
      ...past('2026-02-08'),
    },
  ],

  ['exclusions', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'exclusions',
    'passes',
    'none',
    'the other code on the day before',
    { rulebook: withRules(teledentistry), ...past('2026-03-08', 'D9995') },
  ],
  [
    'exclusions',
    'blocks',
    'coverage.obstacle.sameDay',
    'the other code on the same day',
    { rulebook: withRules(teledentistry), ...past('2026-03-09', 'D9995') },
  ],

  ['payer-documentation', 'not-applicable', 'noRule', 'no rule', {}],
  ['payer-documentation', 'passes', 'onFile', 'on file', { rulebook: wants('start-and-stop-times') }],
  [
    'payer-documentation',
    'blocks',
    'lacks.start-and-stop-times',
    'by hand',
    {
      ...calls({ ...first, time: { ...first.time, basis: 'by-hand', byHandReason: 'Corridor.' } }),
      rulebook: wants('start-and-stop-times'),
    },
  ],
  [
    'payer-documentation',
    'warns',
    'inWords',
    'a representative’s words',
    patient(same, [
      {
        type: 'patient.benefit-fact-recorded',
        data: {
          fact: {
            factId: 'fact-1',
            coverageId: 'coverage-1',
            code: procedureCode('D9992'),
            status: 'paid',
            documentation: 'Send the log',
            source: { kind: 'telephone-call', representative: 'Rae', reference: 'R-1' },
            learnedAt: instant('2026-03-03T18:00:00.000Z'),
          },
        },
      },
    ]),
  ],

  ['timely-filing', 'not-applicable', 'noRule', 'no rule', {}],
  ['timely-filing', 'passes', 'inTime', 'on the last day', { rulebook: withRules(deadline) }],
  [
    'timely-filing',
    'warns',
    'coverage.obstacle.deadline',
    'the day after',
    { rulebook: withRules(deadline), now: instant('2026-03-13T18:00:00.000Z') },
  ],

  ['place-of-service', 'not-applicable', 'noRule', 'no rule', {}],
  [
    'place-of-service',
    'passes',
    'allowed',
    'allowed',
    { rulebook: withRules(sampleRule({ kind: 'place-of-service', allowed: ['11', '02'] })) },
  ],
  [
    'place-of-service',
    'blocks',
    'notAllowed',
    'not allowed',
    { rulebook: withRules(sampleRule({ kind: 'place-of-service', allowed: ['02'] })) },
  ],

  ['charge-told', 'passes', 'told', 'before the first call', {}],
  ['charge-told', 'warns', 'notTold', 'not told', without('charge.agreed')],
  [
    'charge-told',
    'warns',
    'toldLate',
    'a second into the first call',
    steps((step) =>
      step.type === 'charge.agreed'
        ? [
            {
              ...step,
              data: { agreement: { ...step.data.agreement, toldAt: instant('2026-03-05T17:00:01.000Z') } },
            },
          ]
        : [step],
    ),
  ],
  [
    'charge-told',
    'blocks',
    'forbidden',
    'the plan disallows the line',
    { rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]) },
  ],
  [
    'charge-told',
    'not-applicable',
    'nothingToTell',
    'forbidden, and nothing agreed',
    {
      ...without('charge.agreed'),
      rulebook: sampleRulebook([sampleRule({ kind: 'coverage-status', status: 'disallowed-no-charge' })]),
    },
  ],

  [
    'charge-told',
    'warns',
    'notTold',
    'told of another code',
    steps((step) =>
      step.type === 'charge.agreed'
        ? [{ ...step, data: { agreement: { ...step.data.agreement, code: procedureCode('D9994') } } }]
        : [step],
    ),
  ],
  [
    'charge-told',
    'blocks',
    'forbidden',
    'a second coverage is Medicaid',
    secondPlan({ payerName: 'State Medicaid' }),
  ],
  [
    'charge-told',
    'warns',
    'maybeForbidden',
    'a second coverage may be Medicaid',
    secondPlan({ payerId: 'nobody' }),
  ],
  [
    'charge-told',
    'passes',
    'told',
    'a Medicaid coverage that had ended',
    secondPlan({ payerName: 'State Medicaid', through: calendarDate('2026-03-08') }),
  ],

  ['fee', 'passes', 'set', 'set', {}],
  [
    'fee',
    'blocks',
    'missing',
    'set from the day after',
    {
      practice: samplePractice(
        samplePracticeSteps.map((step) =>
          step.type === 'practice.fee-set'
            ? { type: step.type, data: { fee: { ...step.data.fee, from: calendarDate('2026-03-10') } } }
            : step,
        ),
      ),
    },
  ],
  [
    'fee',
    'blocks',
    'missing',
    'set to nothing',
    {
      practice: samplePractice([
        ...samplePracticeSteps,
        {
          type: 'practice.fee-set',
          data: { fee: { code: procedureCode('D9992'), amount: cents(0), from: calendarDate('2026-03-01') } },
        },
      ]),
    },
  ],
  ['fee', 'not-applicable', 'noWork', 'no work', noWork],

  [
    'treating-dentist',
    'blocks',
    'characters',
    'a name that a claim cannot write',
    directory({ ...sampleDentist, lastName: '王' }),
  ],
  ['treating-dentist', 'passes', 'named', 'complete', {}],
  [
    'treating-dentist',
    'blocks',
    'none',
    'nobody',
    {
      state: sampleCase(
        readySteps(sampleCalls).filter(
          (step) => step.type !== 'team.member-recorded' || step.data.member.role !== 'treating-dentist',
        ),
      ),
    },
  ],
  ['treating-dentist', 'blocks', 'npi', 'no NPI', directory((({ npi: _, ...rest }) => rest)(sampleDentist))],
  [
    'treating-dentist',
    'blocks',
    'taxonomy',
    'no taxonomy',
    directory((({ taxonomy: _, ...rest }) => rest)(sampleDentist)),
  ],
  [
    'treating-dentist',
    'blocks',
    'name',
    'no first name',
    directory((({ firstName: _, ...rest }) => rest)(sampleDentist)),
  ],
  [
    'treating-dentist',
    'warns',
    'license',
    'no license',
    directory((({ license: _, ...rest }) => rest)(sampleDentist)),
  ],

  ['billing-identifiers', 'passes', 'complete', 'complete', {}],
  [
    'billing-identifiers',
    'blocks',
    'profile',
    'not set up',
    { practice: samplePractice(samplePracticeSteps.filter(({ type }) => type !== 'practice.profile-set')) },
  ],
  [
    'billing-identifiers',
    'blocks',
    'postalCode',
    'five digits',
    profile({ address: { line1: '400 Harbor Way', city: 'Tacoma', state: 'WA', postalCode: '98402' } }),
  ],
  ['billing-identifiers', 'blocks', 'submitter', 'no submitter', profile({ submitterId: ' ' })],
  ['billing-identifiers', 'blocks', 'length', 'a submitter of one letter', profile({ submitterId: 'A' })],
  [
    'billing-identifiers',
    'blocks',
    'characters',
    'a delimiter in the name',
    profile({ name: 'Harbor*Dental' }),
  ],
  [
    'billing-identifiers',
    'blocks',
    'place',
    'a place that CMS does not know',
    profile({ placeOfService: '98' }),
  ],
  [
    'billing-identifiers',
    'blocks',
    'personName',
    'a person whose name is not in two parts',
    profile({ entity: 'person', name: 'Ada Lang' }),
  ],
  [
    'billing-identifiers',
    'passes',
    'complete',
    'a person who bills, last name first',
    profile({ entity: 'person', name: 'Lang, Ada' }),
  ],

  ['payer-identifiers', 'passes', 'complete', 'complete', {}],
  ['payer-identifiers', 'blocks', 'payer', 'not in the directory', coverage({ payerId: 'nobody' })],
  ['payer-identifiers', 'blocks', 'member', 'no member number', coverage({ memberId: ' ' })],
  [
    'payer-identifiers',
    'blocks',
    'subscriber',
    'no subscriber',
    coverage({ subscriber: { relationship: 'child', lastName: '', firstName: '' } }),
  ],
  ['payer-identifiers', 'blocks', 'length', 'a member number of one letter', coverage({ memberId: 'X' })],
  [
    'payer-identifiers',
    'blocks',
    'characters',
    'a group number with a delimiter',
    coverage({ groupNumber: 'G:1' }),
  ],
  ['payer-identifiers', 'not-applicable', 'noCoverage', 'no coverage', noCoverage],

  ['benefits-assignment', 'passes', 'signed', 'signed for this payer', {}],
  [
    'benefits-assignment',
    'passes',
    'signed',
    'signed for health plans as a class',
    assigned({ recipients: [{ kind: 'class', name: 'health plans', class: 'health-plans' }] }),
  ],
  ['benefits-assignment', 'warns', 'unsigned', 'nothing signed', agreement({})],
  [
    'benefits-assignment',
    'warns',
    'unsigned',
    'signed for another payer',
    assigned({ recipients: [{ kind: 'named', name: 'Harbor Benefit Plan', partyId: 'payer-2' }] }),
  ],
  ['benefits-assignment', 'warns', 'unsigned', 'given by word only', assigned({ method: 'documented-word' })],
  [
    'benefits-assignment',
    'warns',
    'unsigned',
    'signed for somebody else, with nothing that shows the authority',
    assigned({ signer: { name: 'Ana Núñez', authority: 'legal-guardian' } }),
  ],
  [
    'benefits-assignment',
    'passes',
    'signed',
    'on its last day',
    assigned({ expiresOn: calendarDate('2026-03-12') }),
  ],
  [
    'benefits-assignment',
    'warns',
    'unsigned',
    'a day after its last',
    assigned({ expiresOn: calendarDate('2026-03-11') }),
  ],
  ['benefits-assignment', 'warns', 'unsigned', 'taken back', { patient: samplePatient(takenBack) }],
  ['benefits-assignment', 'not-applicable', 'noPayer', 'no coverage', noCoverage],

  ['payer-participation', 'passes', 'accepted', 'assignment accepted', {}],
  ['payer-participation', 'passes', 'notAccepted', 'assignment not accepted', participation(false)],
  ['payer-participation', 'warns', 'unknown', 'not recorded', participation(undefined)],
  ['payer-participation', 'not-applicable', 'noPayer', 'no coverage', noCoverage],

  ['other-coverage', 'passes', 'alone', 'one coverage', {}],
  ['other-coverage', 'passes', 'named', 'a second payer that is known', secondPlan({})],
  [
    'other-coverage',
    'passes',
    'alone',
    'a second one that ended the day before',
    secondPlan({ through: calendarDate('2026-03-08') }),
  ],
  [
    'other-coverage',
    'passes',
    'named',
    'a second one that ends on the day of service',
    secondPlan({ through: calendarDate('2026-03-09') }),
  ],
  [
    'other-coverage',
    'warns',
    'incomplete',
    'a second one of no payer of ours',
    secondPlan({ payerId: 'nobody' }),
  ],
  [
    'other-coverage',
    'warns',
    'incomplete',
    'a second one without member number',
    secondPlan({ memberId: '' }),
  ],
  [
    'other-coverage',
    'warns',
    'incomplete',
    'a second one that a claim cannot write',
    secondPlan({ memberId: '会员-1' }),
  ],
  [
    'other-coverage',
    'warns',
    'order-differs',
    'a second one that a payer calls primary',
    secondPlan({}, [{ kind: 'place', place: 1 }]),
  ],
  [
    'other-coverage',
    'passes',
    'named',
    'a second one that a payer calls secondary',
    secondPlan({}, [{ kind: 'place', place: 2 }]),
  ],
  [
    'other-coverage',
    'passes',
    'named',
    'a medical one, which would pay first',
    secondPlan({ kind: 'medical' }),
  ],
  ['other-coverage', 'warns', 'same-place', 'two primary ones', secondPlan({ priority: 'primary' })],
  [
    'other-coverage',
    'blocks',
    'laterPayer',
    'the secondary is billed',
    { ...secondPlan({}), coverageId: 'coverage-2' },
  ],
  [
    'other-coverage',
    'blocks',
    'noEarlierPayer',
    'a secondary one alone',
    coverage({ priority: 'secondary' }),
  ],
  ['other-coverage', 'not-applicable', 'noCoverage', 'no coverage', noCoverage],

  ['patient-identity', 'passes', 'complete', 'complete', {}],
  [
    'patient-identity',
    'blocks',
    'characters',
    'a name that a claim cannot write',
    demographics((known) => ({ ...known, lastName: '李' })),
  ],
  [
    'patient-identity',
    'blocks',
    'length',
    'a city of one letter',
    demographics((known) => ({
      ...known,
      ...(known.address && { address: { ...known.address, city: 'A' } }),
    })),
  ],
  [
    'patient-identity',
    'blocks',
    'missing',
    'not registered',
    patient((step) => (step.type === 'patient.registered' ? [] : [step])),
  ],
  ['patient-identity', 'blocks', 'address', 'no address', demographics(({ address: _, ...rest }) => rest)],
  [
    'patient-identity',
    'warns',
    'sex',
    'sex unknown',
    demographics((known) => ({ ...known, sex: 'unknown' })),
  ],
];

test.each(rows)('%s %s, saying %s: %s', (check, outcome, says, _name, change) => {
  const { results } = assessReadiness(readyInput(change));
  const result = results.find(({ checkId }) => checkId === check);
  const id = result?.reason.message.id.replace(`readiness.${check}.`, '');
  expect({ outcome: result?.result, says: id }).toEqual({ outcome, says });
});

test('every outcome of every check has a row, and no check finds what it does not declare', () => {
  for (const check of readinessChecks) {
    const own = rows.filter(([id]) => id === check.id);
    expect([check.id, ...new Set(own.map(([, outcome]) => outcome))].sort()).toEqual(
      [check.id, ...check.outcomes].sort(),
    );
  }
  expect(rows.map(([id]) => id).filter((id) => !readinessChecks.some((check) => check.id === id))).toEqual(
    [],
  );
});

test('every check has its file, its page, and its words in both languages', () => {
  const files = readdirSync(new URL('./checks', import.meta.url)).map((name) => name.replace('.ts', ''));
  const pages = readdirSync(new URL('../../docs/reference/readiness', import.meta.url)).map((name) =>
    name.replace('.md', ''),
  );
  const ids = readinessChecks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(files.sort()).toEqual(ids.toSorted());
  expect(pages.sort()).toEqual(ids.toSorted());
  for (const language of ['en', 'es']) {
    const texts: unknown = JSON.parse(
      readFileSync(new URL(`../../contract/messages/${language}.json`, import.meta.url), 'utf8'),
    );
    for (const check of readinessChecks)
      for (const word of ['title', 'rule', 'source', ...check.says])
        expect([language, check.id, word, typeof textAt(texts, `readiness.${check.id}.${word}`)]).toEqual([
          language,
          check.id,
          word,
          'string',
        ]);
  }
});

test('what a check says is what it declares', () => {
  const byId = new Map(readinessChecks.map((check) => [check.id, check]));
  for (const [id, , says] of rows)
    if (!says.startsWith('coverage.') && !says.startsWith('minutes.flag.'))
      expect([id, byId.get(id)?.says]).toEqual([id, expect.arrayContaining([says])]);
});

function textAt(texts: unknown, id: string): unknown {
  return id.split('.').reduce<unknown>((inner, key) => {
    const found = Object.entries(typeof inner === 'object' && inner !== null ? inner : {}).find(
      ([name]) => name === key,
    );
    return found?.[1];
  }, texts);
}

test('a dated rule waives a check, and says so', () => {
  const alone = {
    state: sampleCase(readySteps(sampleCalls).filter((step) => step.type !== 'necessity.factor-recorded')),
    rulebook: withRules(sampleRule({ kind: 'waived-check', checks: ['necessity'] })),
  };
  const { answer, results } = assessReadiness(readyInput(alone));
  const necessity = results.find(({ checkId }) => checkId === 'necessity');
  expect(necessity).toMatchObject({
    result: 'waived',
    mend: undefined,
    reason: { message: { id: 'readiness.waived' } },
  });
  expect(necessity?.reason.source.params['rule']).toBe('sample-payer/waived-check');
  expect(answer).toBe('payable');
});

test.each([
  ['the sample', {}, 'payable', true],
  ['an unknown payer', { rulebook: sampleRulebook([]) }, 'valid-payer-unknown', true],
  [
    'a plan that denies',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'denied-patient-liable' }),
        sampleRule({ kind: 'who-may-perform', performers: ['coordinator'] }),
      ]),
    },
    'valid-not-payable',
    true,
  ],
  [
    'dentists only',
    {
      rulebook: sampleRulebook([
        sampleRule({ kind: 'coverage-status', status: 'paid' }),
        sampleRule({ kind: 'who-may-perform', performers: ['dentist'] }),
      ]),
    },
    'valid-not-payable',
    false,
  ],
  ['nothing logged', noWork, 'incomplete', false],
  [
    'not signed, and dentists only',
    {
      ...without('activity.signed'),
      rulebook: sampleRulebook([sampleRule({ kind: 'who-may-perform', performers: ['dentist'] })]),
    },
    'incomplete',
    false,
  ],
] as const)('%s: %s', (_name, change, answer, ready) => {
  const readiness = assessReadiness(readyInput(change));
  expect({ answer: readiness.answer, ready: readiness.ready }).toEqual({ answer, ready });
});

test('everything on the way has its rule and source, and every gap a button', () => {
  const { results } = assessReadiness(readyInput(noWork));
  for (const { reason, result, mend } of results) {
    expect(reason.source.id).not.toBe('');
    expect(mend !== undefined).toBe(result === 'blocks' || result === 'warns');
  }
});
