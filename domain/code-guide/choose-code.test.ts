import { expect, test } from 'vitest';
import { activityKinds, type ActivityKind } from '../activity/activity.ts';
import { chooseCode } from './choose-code.ts';
import type { WorkFacts } from './work-facts.ts';

const alone = { providers: 1, specialties: 1, settings: 0, payers: 0 };
const two = { ...alone, providers: 2 };

/** A coordinator reaches another office by telephone, in a case with two providers: D9992. */
const base: WorkFacts = {
  kind: 'coordination-with-provider',
  performer: 'coordinator',
  partyKinds: ['provider'],
  modality: 'telephone',
  reached: 'reached',
  medicalClinician: 'no',
  medicalMatter: 'no',
  patientExamined: 'no',
  askedByPractitioner: 'no',
  deliveryModified: 'no',
  patientDecided: 'yes',
  breadth: two,
  payerUses: [],
};

const consultation: Partial<WorkFacts> = {
  kind: 'dentist-medical-consultation',
  performer: 'dentist',
  medicalClinician: 'yes',
  medicalMatter: 'yes',
};
const withPatient: Partial<WorkFacts> = { partyKinds: ['patient'] };
const triage: Partial<WorkFacts> = {
  kind: 'telephone-triage-by-dentist',
  performer: 'dentist',
  ...withPatient,
};
const triageRule = [
  {
    code: 'D9992' as const,
    activityKinds: ['telephone-triage-by-dentist' as const],
    ruleId: 'sample/triage',
  },
];

/** What one row changes, the code that must come out, and the neighbor named first with its first need. */
const rows: [string, Partial<WorkFacts>, string, string?][] = [
  // D9992 and its own conditions, one changed at a time
  ['a coordinator reaches another office', {}, 'D9992'],
  ['a dentist does', { performer: 'dentist' }, 'D9992'],
  ['a hygienist does', { performer: 'hygienist' }, 'D9992'],
  ['a facility', { kind: 'coordination-with-facility', partyKinds: ['facility'] }, 'D9992'],
  ['a payer, beyond a routine check', { kind: 'coordination-with-payer', partyKinds: ['payer'] }, 'D9992'],
  ['a community agency', { kind: 'coordination-with-community', partyKinds: ['community'] }, 'D9992'],
  ['helping the patient decide', { kind: 'helping-the-patient-decide', ...withPatient }, 'D9992'],
  ['helping through a caregiver', { kind: 'helping-the-patient-decide', partyKinds: ['caregiver'] }, 'D9992'],
  [
    'a conference with outside offices',
    { kind: 'plan-conference', partyKinds: ['provider', 'own-team'] },
    'D9992',
  ],
  [
    'a conference of our own team',
    { kind: 'plan-conference', partyKinds: ['own-team'] },
    'none',
    'D9992 outsideParty',
  ],
  ['reading the records of others', { kind: 'records-review', partyKinds: [], reached: 'none' }, 'D9992'],
  ['one provider only', { breadth: alone }, 'none', 'D9992 severalParties'],
  ['one provider, two specialties', { breadth: { ...alone, specialties: 2 } }, 'D9992'],
  ['one provider, two settings', { breadth: { ...alone, settings: 2 } }, 'D9992'],
  ['one provider, two payers', { breadth: { ...alone, payers: 2 } }, 'D9992'],
  [
    'one of each is not two of one',
    { breadth: { providers: 1, specialties: 1, settings: 1, payers: 1 } },
    'none',
    'D9992 severalParties',
  ],
  [
    'nobody at all',
    { breadth: { providers: 0, specialties: 0, settings: 0, payers: 0 } },
    'none',
    'D9992 severalParties',
  ],
  ['the patient has not decided yet', { patientDecided: 'unknown' }, 'D9992'],
  ['five of everything', { breadth: { providers: 5, specialties: 5, settings: 5, payers: 5 } }, 'D9992'],

  // Contact: a message is none
  ['a document received', { reached: 'received' }, 'D9992'],
  ['a message left', { reached: 'message-left' }, 'none', 'D9992 reached'],
  ['no answer', { reached: 'no-answer' }, 'none', 'D9992 reached'],
  ['sent, no reply yet', { reached: 'sent-no-reply-yet' }, 'none', 'D9992 reached'],
  [
    'a message left by a dentist for a physician',
    { ...consultation, reached: 'message-left' },
    'none',
    'D9311 reached',
  ],

  // Miscoding 1: routine office functions
  ['scheduling', { kind: 'routine-office-function', ...withPatient }, 'none'],
  ['a reminder', { kind: 'routine-office-function', ...withPatient, breadth: alone }, 'none'],
  ['a routine benefit check', { kind: 'routine-office-function', partyKinds: ['payer'] }, 'none'],
  ['sending records on request', { kind: 'routine-office-function', partyKinds: ['provider'] }, 'none'],
  ['a routine call by the dentist', { kind: 'routine-office-function', performer: 'dentist' }, 'none'],
  [
    'a routine call though a payer uses the code for much',
    {
      kind: 'routine-office-function',
      payerUses: [{ code: 'D9992', activityKinds: ['routine-office-function'], ruleId: 'x' }],
    },
    'none',
  ],

  // Miscoding 2: the dentist's own consultation with a medical professional
  ['the dentist asks the cardiologist about anticoagulants', consultation, 'D9311'],
  ['the same, in a case of one provider', { ...consultation, breadth: alone }, 'D9311'],
  ['the same, logged as coordination', { ...consultation, kind: 'coordination-with-provider' }, 'D9311'],
  [
    'the same, with the hospital',
    { ...consultation, kind: 'coordination-with-facility', partyKinds: ['facility'] },
    'D9311',
  ],
  ['the dentist answers a physician’s letter', { ...consultation, reached: 'received' }, 'D9311'],
  [
    "a coordinator's call to the cardiologist",
    { ...consultation, performer: 'coordinator' },
    'D9992',
    'D9311 dentistOwnConsultation',
  ],
  [
    "a hygienist's call to the physician",
    { ...consultation, performer: 'hygienist' },
    'D9992',
    'D9311 dentistOwnConsultation',
  ],
  [
    "a coordinator's call in a case of one provider",
    { ...consultation, performer: 'coordinator', breadth: alone },
    'none',
    'D9992 severalParties',
  ],
  [
    'the dentist talks to another dentist',
    { ...consultation, kind: 'coordination-with-provider', medicalClinician: 'no' },
    'D9992',
    'D9311 medicalClinician',
  ],
  [
    'it is not known whether the other is medical',
    { ...consultation, medicalClinician: 'unknown' },
    'none',
    'D9311 medicalClinician',
  ],
  [
    'a dentist’s call whose matter is not known',
    { ...consultation, kind: 'coordination-with-provider', medicalMatter: 'unknown' },
    'D9992',
    'D9311 medicalMatter',
  ],
  [
    'a dentist’s call about the appointment of a shared patient',
    { ...consultation, kind: 'coordination-with-provider', medicalMatter: 'no' },
    'D9992',
    'D9311 medicalMatter',
  ],

  // Miscoding 3: teledentistry is how, not what
  ['a call by video with another office', { modality: 'video' }, 'D9992'],
  [
    'a video with the patient',
    { kind: 'helping-the-patient-decide', ...withPatient, modality: 'video' },
    'D9992',
  ],
  [
    'a video contact stays what it is',
    { kind: 'helping-the-patient-decide', ...withPatient, patientExamined: 'no' },
    'D9992',
  ],

  // Miscoding 4: attendance, behavior, education
  [
    'transport arranged',
    { kind: 'attendance-barrier-work', partyKinds: ['community'] },
    'D9991',
    'D9992 joinsUpCare',
  ],
  [
    'transport arranged, case of one provider',
    { kind: 'attendance-barrier-work', partyKinds: ['community'], breadth: alone },
    'D9991',
  ],
  [
    'child care found with the patient',
    { kind: 'attendance-barrier-work', ...withPatient },
    'D9991',
    'D9992 joinsUpCare',
  ],
  [
    'coordination is not barrier work',
    { kind: 'coordination-with-community', partyKinds: ['community'] },
    'D9992',
    'D9991 attendanceBarrier',
  ],
  ['counseling with the patient', { kind: 'behavior-counseling', ...withPatient }, 'D9993'],
  ['counseling with the caregiver', { kind: 'behavior-counseling', partyKinds: ['caregiver'] }, 'D9993'],
  ['counseling with neither', { kind: 'behavior-counseling', partyKinds: ['provider'] }, 'none'],
  [
    'counseling tried, nobody reached',
    { kind: 'behavior-counseling', ...withPatient, reached: 'no-answer' },
    'none',
    'D9993 reached',
  ],
  ['education with the patient', { kind: 'oral-health-education', ...withPatient }, 'D9994'],
  ['education with the caregiver', { kind: 'oral-health-education', partyKinds: ['caregiver'] }, 'D9994'],
  ['education with neither', { kind: 'oral-health-education', partyKinds: ['community'] }, 'none'],

  // Miscoding 5: changed delivery rides on a treatment visit
  [
    'a condition changed delivery at the visit',
    { deliveryModified: 'yes', kind: 'helping-the-patient-decide', ...withPatient },
    'D9997',
  ],
  ['it is not known whether delivery was changed', { deliveryModified: 'unknown' }, 'D9992'],

  // Miscoding 6 and 7: neither length nor the number of those who take part makes another code or a modifier
  ['twenty providers', { breadth: { ...alone, providers: 20 } }, 'D9992'],

  // What is said to be several, and what is not known
  ['several are said to take part', { breadth: 'yes' }, 'D9992'],
  ['one is said to take part', { breadth: 'no' }, 'none', 'D9992 severalPartiesSaid'],
  ['nobody says how many', { breadth: 'unknown' }, 'none', 'D9992 severalPartiesSaid'],
  ['nobody says who was there', { partyKinds: 'unknown' }, 'none', 'D9992 outsideParty'],
  [
    'a consultation of nobody knows whom',
    { ...consultation, performer: 'unknown' },
    'none',
    'D9311 dentistOwnConsultation',
  ],
  [
    'counseling with nobody knows whom',
    { kind: 'behavior-counseling', partyKinds: 'unknown' },
    'none',
    'D9993 withPatient',
  ],
  ['nobody says whether anybody was reached', { reached: 'unknown' }, 'D9992'],
  [
    'a treatment visit as it always is',
    { kind: 'treatment-visit', ...withPatient },
    'none',
    'D9997 deliveryModified',
  ],
  [
    'a treatment visit that a condition changed',
    { kind: 'treatment-visit', deliveryModified: 'yes', ...withPatient },
    'D9997',
  ],

  // D9310
  [
    'a dentist examined at another’s request',
    { performer: 'dentist', patientExamined: 'yes', askedByPractitioner: 'yes', ...withPatient },
    'D9310',
  ],
  [
    'examined, not at another’s request',
    { performer: 'dentist', patientExamined: 'yes', kind: 'helping-the-patient-decide', ...withPatient },
    'D9992',
    'D9310 askedByPractitioner',
  ],
  [
    'asked, not examined',
    { performer: 'dentist', askedByPractitioner: 'yes' },
    'D9992',
    'D9310 patientExamined',
  ],
  [
    'asked, not known whether examined',
    { performer: 'dentist', askedByPractitioner: 'yes', patientExamined: 'unknown' },
    'D9992',
    'D9310 patientExamined',
  ],
  [
    'a hygienist examined at another’s request',
    { performer: 'hygienist', patientExamined: 'yes', askedByPractitioner: 'yes' },
    'D9992',
    'D9310 byDentist',
  ],
  [
    'examined at another’s request goes before a consultation',
    { ...consultation, patientExamined: 'yes', askedByPractitioner: 'yes' },
    'D9310',
    'D9311 notBefore',
  ],

  // A payer's own use of a code
  ['telephone triage without a rule', triage, 'none'],
  ['telephone triage under a rule', { ...triage, payerUses: triageRule }, 'D9992'],
  [
    'telephone triage under a rule, one provider',
    { ...triage, payerUses: triageRule, breadth: alone },
    'D9992',
  ],
  [
    'telephone triage that reached nobody',
    { ...triage, payerUses: triageRule, reached: 'no-answer' },
    'none',
  ],
  ['other work beside the rule', { payerUses: triageRule }, 'D9992'],
];

test.each(rows)('%s', (_, change, code, nearest) => {
  const choice = chooseCode({ ...base, ...change });
  expect(choice.code).toBe(code);
  if (nearest === undefined) return;
  const [neighborCode = '', need] = nearest.split(' ');
  const neighbor = choice.neighbors.find((each) => each.code === neighborCode);
  expect(neighbor?.needs.map((each) => each.id.replace('codeChoice.need.', ''))).toEqual(need ? [need] : []);
});

const pointed: [string, Partial<WorkFacts>, string, string[]][] = [
  ['a missed appointment', { occasion: 'missed-appointment' }, 'none', ['D9986 general-knowledge']],
  ['a cancelled appointment', { occasion: 'cancelled-appointment' }, 'none', ['D9987 general-knowledge']],
  ['an interpreter', { occasion: 'interpreting' }, 'none', ['D9990 general-knowledge']],
  ['a separate presentation', { occasion: 'separate-presentation' }, 'none', ['D9450 weak']],
  ['a screening', { occasion: 'screening' }, 'none', ['D0190 confirmed', 'D0191 confirmed']],
  ['an observation visit', { occasion: 'observation-visit' }, 'none', ['D9430 confirmed']],
  ['nothing that was named', { occasion: 'nothing-named' }, 'none', ['D9999 general-knowledge']],
  ['routine work', { kind: 'routine-office-function' }, 'none', []],
  ['coordination by telephone', {}, 'D9992', []],
  ['coordination by video', { modality: 'video' }, 'D9992', []],
  ['the patient by video', { modality: 'video', ...withPatient }, 'D9992', ['D9995 confirmed']],
  ['the patient by telephone', withPatient, 'D9992', []],
];

test.each(pointed)('outside the choice, %s', (_, change, code, expected) => {
  const { code: chosen, pointers } = chooseCode({ ...base, ...change });
  expect(chosen).toBe(code);
  expect(pointers.map((each) => `${each.code} ${each.mark}`)).toEqual(expected);
});

test('there are sixty rows or more', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

test('no chosen code is a neighbor of itself, and no answer is without a reason', () => {
  for (const [, change] of rows) {
    const choice = chooseCode({ ...base, ...change });
    expect(choice.neighbors.map((each) => each.code)).not.toContain(choice.code);
    expect(choice.because.id).toMatch(/^codeChoice\./);
    expect(choice.code === 'none' ? choice.factsFor : choice.factsAgainst).toEqual([]);
  }
});

test('every kind of activity has an answer', () => {
  const codes = activityKinds.map((kind: ActivityKind) => chooseCode({ ...base, kind, ...withPatient }).code);
  expect(new Set(codes)).toEqual(new Set(['D9992', 'D9991', 'D9993', 'D9994', 'none']));
});

test('teledentistry codes are never chosen and never a neighbor', () => {
  for (const [, change] of rows) {
    const { code, neighbors } = chooseCode({ ...base, ...change });
    expect([code, ...neighbors.map((each) => each.code)].join()).not.toMatch(/D9995|D9996/);
  }
});
