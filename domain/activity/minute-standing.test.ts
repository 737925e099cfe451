import { expect, test } from 'vitest';
import type { CoordinationCase } from '../case/case.ts';
import { sampleCase, sampleMember, samplePractice, stamp } from '../code-guide/case.samples.ts';
import { authorization, patientWith, recorded as recordedConsent } from '../consent/consent.samples.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { parseNpi } from '../kernel/npi.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { Patient } from '../patient/patient.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { Claim } from '../claim/claim.ts';
import type { Rule } from '../rulebook/rule.ts';
import { sampleRulebook, sampleRules } from '../rulebook/rulebook.samples.ts';
import { sampleActivity, sampleContact, sampleRecorded, sampleTime } from './activity.samples.ts';
import { standMinutes, type MinuteQuestion } from './minute-standing.ts';

const payer: Payer = {
  payerId: 'payer-1',
  name: 'Sample Dental',
  claimPayerId: 'SAMPL',
  line: 'commercial',
  rulebookPayer: 'sample',
  filingIndicator: 'CI',
};
const coverage: Coverage = {
  coverageId: 'coverage-1',
  payerId: 'payer-1',
  payerName: 'Sample Dental',
  kind: 'dental',
  priority: 'primary',
  memberId: 'M1',
  subscriber: { relationship: 'self', lastName: 'Vega', firstName: 'Rosa' },
  flags: [],
};
const patient: Patient = {
  ...patientWith([recordedConsent({ ...authorization, expiresOn: calendarDate('2026-12-31') })]),
  coverages: new Map([['coverage-1', { value: coverage, position: 3 }]]),
};
const { status, who, limit } = sampleRules;
const documentation: Rule = {
  ...status,
  id: 'sample/documentation',
  kind: 'required-documentation',
  items: ['consent-on-file', 'start-and-stop-times', 'counterparty'],
};

const call = sampleActivity({ activityId: 'call' });
const base: MinuteQuestion = {
  theCase: sampleCase({ activities: [call] }),
  patient,
  practice: samplePractice({ payers: new Map([['payer-1', payer]]) }),
  rulebook: sampleRulebook([status, who, limit, documentation]),
  otherCases: [],
};

/** The case with the call changed. */
function calling(
  change: Parameters<typeof sampleActivity>[0],
  how: Parameters<typeof sampleRecorded>[1] = {},
): CoordinationCase {
  return sampleCase({ activities: [sampleRecorded(sampleActivity({ activityId: 'call', ...change }), how)] });
}

/** A claim of one line; only its line matters to these rows. */
function claimOf(
  activityIds: string[],
  day: string,
  change: Partial<Claim> = {},
): CoordinationCase['claims'] {
  const npi = (text: string) => {
    const parsed = parseNpi(text);
    if (typeof parsed !== 'string') throw new Error(parsed.code);
    return parsed;
  };
  const person = { lastName: 'Vega', firstName: 'Rosa', sex: 'female' as const };
  const claim: Claim = {
    claimId: 'claim-1',
    caseId: 'case-1',
    patientId: 'patient-1',
    controlNumber: 'C1',
    frequency: 'original',
    billing: {
      name: 'Maple Dental',
      entity: 'organization',
      billingNpi: npi('1234567893'),
      taxIdKind: 'EIN',
      taxId: '123456789',
      taxonomy: '122300000X',
      address: { line1: '1 Maple', city: 'Tacoma', state: 'WA', postalCode: '984011234' },
      telephone: '2535550100',
      timeZone: 'America/Los_Angeles',
      placeOfService: '11',
      submitterId: 'S',
      receiverId: 'R',
      receiverName: 'R',
    },
    treating: { lastName: 'Dentist', firstName: 'Dee', npi: npi('1234567893'), taxonomy: '122300000X' },
    patient: person,
    subscriber: { relationship: 'self', memberId: 'M1', person, priority: 'primary' },
    payer: { payerId: 'payer-1', name: 'Sample Dental', claimPayerId: 'SAMPL', filingIndicator: 'CI' },
    diagnoses: [],
    lines: [
      {
        lineNumber: 1,
        code: procedureCode('D9992'),
        serviceDate: calendarDate(day),
        fee: cents(6000),
        quantity: 1,
        statesQuantity: false,
        placeOfService: '11',
        diagnosisPointers: [],
        activityIds,
        minutes: 10,
      },
    ],
    total: cents(6000),
    remarks: [],
    narrative: [],
    rulebookVersion: 'sha256:sample',
    createdAt: instant('2026-03-06T17:00:00Z'),
    ...change,
  };
  return new Map([[claim.claimId, { ...stamp, claim, releases: [], withdrawn: undefined }]]);
}

const deciding = (code: 'D9992' | 'D9311' | 'none'): Partial<CoordinationCase> => ({
  codeDecisions: [
    {
      ...stamp,
      decision: { decisionId: 'd', code, activityIds: ['call'], reason: '', proposed: 'D9992', version: '1' },
    },
  ],
});

interface Row {
  name: string;
  change: Partial<MinuteQuestion>;
  standing: string;
  seconds?: number;
  /** Seconds that will count when what is missing is there; not looked at where absent. */
  pending?: number;
  reasons?: string[];
}

const rows: Row[] = [
  {
    name: 'a signed call that a paying payer recognizes',
    change: {},
    standing: 'payable',
    seconds: 600,
    pending: 0,
    reasons: [],
  },
  {
    name: 'a payer without rules',
    change: { rulebook: sampleRulebook([]) },
    standing: 'valid-payer-unknown',
    seconds: 600,
    reasons: ['coverage.obstacle.statusUnknown', 'coverage.obstacle.performerUnknown'],
  },
  {
    name: 'no coverage at all',
    change: { patient: { ...patient, coverages: new Map() } },
    standing: 'valid-payer-unknown',
    seconds: 600,
  },
  {
    name: 'a payer that pays nothing',
    change: { rulebook: sampleRulebook([{ ...status, status: 'disallowed-no-charge' }, who]) },
    standing: 'valid-not-payable',
    seconds: 600,
    reasons: ['coverage.obstacle.disallowed'],
  },
  {
    name: 'a payer that pays only dentists',
    change: { rulebook: sampleRulebook([status, { ...who, performers: ['dentist'] }]) },
    standing: 'valid-not-payable',
    seconds: 600,
    reasons: ['coverage.obstacle.performer'],
  },

  {
    name: 'a message left',
    change: { theCase: calling({ contact: sampleContact({ reached: 'message-left' }) }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.nobodyReached'],
  },
  {
    name: 'no answer',
    change: { theCase: calling({ contact: sampleContact({ reached: 'no-answer' }) }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.nobodyReached'],
  },
  {
    name: 'sent, no reply yet',
    change: { theCase: calling({ contact: sampleContact({ reached: 'sent-no-reply-yet' }) }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.nobodyReached'],
  },
  {
    name: 'received',
    change: { theCase: calling({ contact: sampleContact({ reached: 'received' }) }) },
    standing: 'payable',
    seconds: 600,
  },
  {
    name: 'a routine office function',
    change: { theCase: calling({ kind: 'routine-office-function' }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.routineOfficeFunction'],
  },
  {
    name: 'writing the note',
    change: { theCase: calling({ kind: 'records-review', contact: 'none', note: 'Wrote up the notes' }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.noteWriting'],
  },
  {
    name: 'withdrawn',
    change: { theCase: calling({}, { withdrawn: { ...stamp, reason: 'wrong patient' } }) },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.withdrawn'],
  },
  {
    name: 'not signed',
    change: { theCase: calling({}, { signed: undefined }) },
    standing: 'incomplete',
    seconds: 0,
    pending: 600,
    reasons: ['minutes.incomplete.unsigned'],
  },
  {
    name: 'no time',
    change: { theCase: calling({ time: sampleTime({ seconds: 0 }) }) },
    standing: 'incomplete',
    seconds: 0,
    reasons: ['minutes.incomplete.noTime'],
  },
  {
    name: 'one second',
    change: { theCase: calling({ time: sampleTime({ seconds: 1 }) }) },
    standing: 'payable',
    seconds: 1,
  },
  {
    name: 'nothing written',
    change: { theCase: calling({ contact: sampleContact({ asked: ' ', answered: '' }) }) },
    standing: 'incomplete',
    seconds: 0,
    pending: 600,
    reasons: ['minutes.incomplete.noAnswer'],
  },
  {
    name: 'asked, and no answer written',
    change: { theCase: calling({ contact: sampleContact({ answered: '' }), note: 'Will call back.' }) },
    standing: 'incomplete',
    reasons: ['minutes.incomplete.noAnswer'],
  },
  {
    name: 'work of which nothing is written',
    change: { theCase: calling({ contact: 'none', kind: 'records-review' }) },
    standing: 'incomplete',
    seconds: 0,
    pending: 600,
    reasons: ['minutes.incomplete.noContent'],
  },
  {
    name: 'by hand without a reason',
    change: {
      rulebook: sampleRulebook([status, who]),
      theCase: calling({ time: sampleTime({ basis: 'by-hand' }) }),
    },
    standing: 'incomplete',
    reasons: ['minutes.flag.by-hand-without-reason'],
  },
  {
    name: 'by hand with a reason, payer content',
    change: {
      rulebook: sampleRulebook([status, who]),
      theCase: calling({ time: sampleTime({ basis: 'by-hand', byHandReason: 'in the car' }) }),
    },
    standing: 'payable',
  },
  {
    name: 'by hand with a reason, and the payer wants start and stop',
    change: { theCase: calling({ time: sampleTime({ basis: 'by-hand', byHandReason: 'in the car' }) }) },
    standing: 'incomplete',
    reasons: ['minutes.documentation.start-and-stop-times'],
  },
  {
    name: 'the payer wants consent, and it had expired',
    change: {
      patient: {
        ...patient,
        consents: new Map([
          ['consent-1', recordedConsent({ ...authorization, expiresOn: calendarDate('2026-03-04') })],
        ]),
      },
    },
    standing: 'incomplete',
    reasons: ['minutes.documentation.consent-on-file'],
  },
  {
    name: 'the payer wants consent, on its last day',
    change: {
      patient: {
        ...patient,
        consents: new Map([
          ['consent-1', recordedConsent({ ...authorization, expiresOn: calendarDate('2026-03-05') })],
        ]),
      },
    },
    standing: 'payable',
  },
  {
    name: 'no consent, and no payer wants it',
    change: { rulebook: sampleRulebook([status, who]), patient: { ...patient, consents: new Map() } },
    standing: 'payable',
  },

  {
    name: 'one provider only',
    change: {
      theCase: {
        ...base.theCase,
        members: new Map(),
        activities: new Map([
          [
            'call',
            sampleRecorded(
              sampleActivity({
                activityId: 'call',
                contact: sampleContact({ parties: [{ kind: 'patient', name: 'Rosa' }] }),
                kind: 'helping-the-patient-decide',
              }),
            ),
          ],
        ]),
      },
    },
    standing: 'incomplete',
    reasons: ['codeChoice.need.severalParties'],
  },
  {
    name: 'the minutes belong to another code',
    change: { theCase: calling({ kind: 'attendance-barrier-work' }) },
    standing: 'valid-not-payable',
    seconds: 0,
    pending: 0,
    reasons: ['minutes.keptOut.otherCode'],
  },
  {
    name: 'a person decided for another code',
    change: { theCase: { ...base.theCase, ...deciding('D9311') } },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.otherCode'],
  },
  {
    name: 'a person decided for none',
    change: { theCase: { ...base.theCase, ...deciding('none') } },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.decidedNone'],
  },
  {
    name: 'a person decided for it',
    change: { theCase: { ...calling({ kind: 'attendance-barrier-work' }), ...deciding('D9992') } },
    standing: 'payable',
    seconds: 600,
  },

  {
    name: 'late',
    change: { theCase: calling({}, { recordedAt: instant('2026-03-08T08:00:00Z') }) },
    standing: 'payable',
    seconds: 600,
  },
  {
    name: 'billed 29 days before',
    change: { otherCases: [sampleCase({ caseId: 'case-2', claims: claimOf(['x'], '2026-02-04') })] },
    standing: 'valid-not-payable',
    seconds: 600,
    reasons: ['coverage.obstacle.frequency'],
  },
  {
    name: 'billed 30 days before',
    change: { otherCases: [sampleCase({ caseId: 'case-2', claims: claimOf(['x'], '2026-02-03') })] },
    standing: 'payable',
  },
  {
    name: 'billed 29 days before, and voided',
    change: {
      otherCases: [
        sampleCase({ caseId: 'case-2', claims: claimOf(['x'], '2026-02-04', { frequency: 'void' }) }),
      ],
    },
    standing: 'payable',
  },
  {
    name: 'billed for another patient',
    change: {
      otherCases: [
        sampleCase({ caseId: 'case-2', patientId: 'patient-2', claims: claimOf(['x'], '2026-03-05') }),
      ],
    },
    standing: 'payable',
  },
  {
    name: 'billed itself',
    change: { theCase: { ...base.theCase, claims: claimOf(['call'], '2026-03-05') } },
    standing: 'payable',
  },

  {
    name: 'the same seconds for another patient, begun before',
    change: {
      otherCases: [
        sampleCase({
          caseId: 'case-2',
          patientId: 'patient-2',
          activities: [
            sampleActivity({
              activityId: 'other',
              time: sampleTime({ from: '2026-03-05T16:59:00Z', to: '2026-03-05T17:10:00Z' }),
            }),
          ],
        }),
      ],
    },
    standing: 'valid-not-payable',
    seconds: 0,
    reasons: ['minutes.keptOut.countedElsewhere'],
  },
  {
    name: 'half of the seconds for another patient',
    change: {
      otherCases: [
        sampleCase({
          caseId: 'case-2',
          patientId: 'patient-2',
          activities: [
            sampleActivity({
              activityId: 'other',
              time: sampleTime({ from: '2026-03-05T16:55:00Z', to: '2026-03-05T17:05:00Z' }),
            }),
          ],
        }),
      ],
    },
    standing: 'payable',
    seconds: 300,
  },
  {
    name: 'a message left for another patient takes no seconds',
    change: {
      otherCases: [
        sampleCase({
          caseId: 'case-2',
          patientId: 'patient-2',
          activities: [
            sampleActivity({
              activityId: 'other',
              contact: sampleContact({ reached: 'message-left' }),
              time: sampleTime({ from: '2026-03-05T16:59:00Z' }),
            }),
          ],
        }),
      ],
    },
    standing: 'payable',
    seconds: 600,
  },
];

const deciders = ['keeps-out', 'incomplete', 'not-payable', 'payer-unknown'];

test.each(rows)('$name', ({ change, standing, seconds, pending, reasons }) => {
  const found = standMinutes({ ...base, ...change }).get('call');
  expect(found?.standing).toBe(standing);
  if (seconds !== undefined) expect(found?.countedSeconds).toBe(seconds);
  if (pending !== undefined) expect(found?.pendingSeconds).toBe(pending);
  if (reasons !== undefined) {
    const said = found?.reasons
      .filter((each) => deciders.includes(each.effect))
      .map((each) => each.message.id);
    expect(said?.slice(0, Math.max(1, reasons.length))).toEqual(reasons);
  }
});

test('what warns: late, amended, partly counted elsewhere, and what looks odd', () => {
  const earlier = sampleActivity({
    activityId: 'earlier',
    time: sampleTime({ from: '2026-03-05T16:55:00Z', to: '2026-03-05T17:05:00Z' }),
  });
  const later = sampleRecorded(call, {
    recordedAt: instant('2026-03-08T08:00:00Z'),
    amendments: [{ ...stamp, original: call, reason: 'typing error' }],
  });
  const practice = { ...base.practice };
  const found = standMinutes({
    ...base,
    practice,
    theCase: sampleCase({ activities: [earlier, later] }),
  }).get('call');
  expect(found?.reasons.filter((each) => each.effect === 'warns').map((each) => each.message.id)).toEqual([
    'minutes.warns.late',
    'minutes.warns.amended',
    'minutes.warns.overlap',
    'minutes.flag.cloned-text',
  ]);
});

test('one interval for two patients, and one under two codes, is told', () => {
  const other = sampleCase({
    caseId: 'case-2',
    patientId: 'patient-2',
    activities: [
      sampleActivity({
        activityId: 'other',
        time: sampleTime({ from: '2026-03-05T17:05:00Z', to: '2026-03-05T17:15:00Z' }),
      }),
    ],
    codeDecisions: [
      {
        ...stamp,
        decision: {
          decisionId: 'o',
          code: 'D9311',
          activityIds: ['other'],
          reason: '',
          proposed: 'D9311',
          version: '1',
        },
      },
    ],
  });
  const theCase = { ...base.theCase, ...deciding('D9992') };
  const found = standMinutes({ ...base, theCase, otherCases: [other] }).get('call');
  expect(found?.reasons.filter((each) => each.effect === 'warns').map((each) => each.message)).toEqual([
    { id: 'minutes.warns.twoPatients', params: { seconds: 300 } },
    { id: 'minutes.warns.twoCodes', params: { codes: 'D9311, D9992' } },
  ]);
});

test('each reason of the payer names its rule, and the standing its day, code, payer and version', () => {
  const found = standMinutes({
    ...base,
    rulebook: sampleRulebook([{ ...status, status: 'not-a-benefit' }, who]),
  }).get('call');
  const refused = found?.reasons.find((each) => each.effect === 'not-payable');
  expect(refused?.basis).toMatchObject({ kind: 'rule', ruleId: 'sample/status' });
  expect(found).toMatchObject({
    code: 'D9992',
    serviceDate: '2026-03-05',
    recordedSeconds: 600,
    answer: { payerName: 'Sample Dental', rulebookVersion: 'sha256:sample' },
  });
});

test('a dentist’s telephone triage counts for the payer that pays it, and only there', () => {
  const triage: Rule = {
    ...status,
    id: 'sample/triage',
    kind: 'modality',
    activityKinds: ['telephone-triage-by-dentist'],
    routes: ['telephone'],
  };
  const theCase = sampleCase({
    members: [sampleMember({ role: 'caregiver' })],
    activities: [
      sampleActivity({
        activityId: 'call',
        kind: 'telephone-triage-by-dentist',
        staffId: 'staff-dentist',
        contact: sampleContact({ parties: [{ kind: 'patient', name: 'Rosa' }] }),
      }),
    ],
  });
  const standing = (rules: Rule[]) =>
    standMinutes({ ...base, theCase, rulebook: sampleRulebook(rules) }).get('call')?.standing;
  expect(standing([status, triage])).toBe('payable');
  expect(standing([status])).toBe('valid-not-payable');
});
