import { expect, test } from 'vitest';
import { sampleActivity, sampleContact, sampleRecorded } from '../activity/activity.samples.ts';
import type { CoordinationCase } from '../case/case.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { sampleRulebook, sampleRules } from '../rulebook/rulebook.samples.ts';
import { breadthOf, factReader } from './case-facts.ts';
import { sampleCase, sampleMember, samplePractice, stamp } from './case.samples.ts';
import { chooseForCase } from './choose-for-case.ts';
import { payerUsesOn } from './payer-uses.ts';

const practice = samplePractice();
const day = calendarDate('2026-03-05');
const cardiologist = sampleMember({
  memberId: 'member-cardiologist',
  role: 'physician',
  name: 'Carla Cardio, MD',
  specialty: 'cardiology',
});

const breadths: { name: string; theCase: CoordinationCase; expected: [number, number, number, number] }[] = [
  { name: 'our practice alone', theCase: sampleCase({ members: [] }), expected: [1, 0, 0, 0] },
  { name: 'a surgeon outside', theCase: sampleCase(), expected: [2, 1, 0, 0] },
  {
    name: 'the surgeon left the day before',
    theCase: sampleCase({ members: [sampleMember({ through: calendarDate('2026-03-04') })] }),
    expected: [1, 0, 0, 0],
  },
  {
    name: 'the surgeon left on the day',
    theCase: sampleCase({ members: [sampleMember({ through: day })] }),
    expected: [2, 1, 0, 0],
  },
  {
    name: 'one surgeon listed twice',
    theCase: sampleCase({
      members: [sampleMember(), sampleMember({ memberId: 'again', name: 'dr. sol surgeon ' })],
    }),
    expected: [2, 1, 0, 0],
  },
  {
    name: 'our dentist on the team is our practice',
    theCase: sampleCase({
      members: [
        sampleMember({ role: 'treating-dentist', name: 'Dee Dentist', specialty: 'general-dentistry' }),
      ],
    }),
    expected: [1, 1, 0, 0],
  },
  {
    name: 'surgeon and cardiologist',
    theCase: sampleCase({ members: [sampleMember(), cardiologist] }),
    expected: [3, 2, 0, 0],
  },
  {
    name: 'a hospital',
    theCase: sampleCase({
      members: [
        sampleMember({
          role: 'facility',
          name: 'Harbor Hospital',
          specialty: 'other',
          setting: 'outpatient',
        }),
      ],
    }),
    expected: [1, 1, 2, 0],
  },
  {
    name: 'a payer',
    theCase: sampleCase({
      members: [sampleMember({ role: 'payer', name: 'Sample Dental', specialty: 'other' })],
    }),
    expected: [1, 1, 0, 1],
  },
  {
    name: 'a caregiver is no provider',
    theCase: sampleCase({ members: [sampleMember({ role: 'caregiver', name: 'Mia', specialty: 'other' })] }),
    expected: [1, 1, 0, 0],
  },
  {
    name: 'somebody who was only called',
    theCase: sampleCase({
      members: [],
      activities: [
        sampleActivity({
          contact: sampleContact({ parties: [{ kind: 'provider', name: 'Dr. Una Unlisted' }] }),
        }),
      ],
    }),
    expected: [2, 0, 0, 0],
  },
  {
    name: 'a payer that was only called',
    theCase: sampleCase({
      members: [],
      activities: [
        sampleActivity({
          contact: sampleContact({
            parties: [{ kind: 'payer', name: 'Ruth', organization: 'Sample Dental' }],
          }),
        }),
      ],
    }),
    expected: [1, 0, 0, 1],
  },
];

test.each(breadths)('breadth: $name', ({ theCase, expected }) => {
  const { providers, specialties, settings, payers } = breadthOf(theCase, practice, day);
  expect([providers, specialties, settings, payers]).toEqual(expected);
});

test.each([
  [
    'the team says physician',
    { members: [cardiologist] },
    { memberId: 'member-cardiologist', name: 'Carla Cardio' },
    'yes',
  ],
  ['the team says oral surgery', {}, { memberId: 'member-surgeon', name: 'Dr. Sol Surgeon' }, 'no'],
  ['the role says NP', {}, { name: 'Nia Nurse', role: 'NP' }, 'yes'],
  ['the name says M.D.', {}, { name: 'Max Med, M.D.' }, 'yes'],
  ['the name says DMD', {}, { name: 'Dan Dent, DMD' }, 'no'],
  ['nothing says it', {}, { name: 'Somebody' }, 'unknown'],
] as const)('medical professional: %s', (_, parts, party, expected) => {
  const activity = sampleActivity({ contact: sampleContact({ parties: [{ kind: 'provider', ...party }] }) });
  const facts = factReader(
    sampleCase({ ...parts, activities: [activity] }),
    practice,
  )(sampleRecorded(activity));
  expect(facts.medicalClinician).toBe(expected);
});

test.each([
  ['a clearance is needed', ['clearance-needed' as const], 'coordination-with-provider' as const, 'yes'],
  ['no factor says so', [], 'coordination-with-provider' as const, 'unknown'],
  ['the kind of work says so', [], 'dentist-medical-consultation' as const, 'yes'],
])('medical matter: %s', (_, factors, kind, expected) => {
  const activity = sampleActivity({ kind });
  const facts = factReader(
    sampleCase({ factors, activities: [activity] }),
    practice,
  )(sampleRecorded(activity));
  expect(facts.medicalMatter).toBe(expected);
});

test('a meeting in person may have been an examination, a telephone call not', () => {
  const met = (route: 'in-person' | 'telephone') => {
    const activity = sampleActivity({
      staffId: 'staff-dentist',
      contact: sampleContact({ route, parties: [{ kind: 'patient', name: 'Pat' }] }),
    });
    return factReader(sampleCase({ receivedReferralId: 'r1' }), practice)(sampleRecorded(activity));
  };
  expect(met('in-person')).toMatchObject({
    performer: 'dentist',
    patientExamined: 'unknown',
    askedByPractitioner: 'yes',
  });
  expect(met('telephone')).toMatchObject({ patientExamined: 'no' });
});

const call = sampleActivity({ activityId: 'call' });
const consultation = sampleActivity({
  activityId: 'consultation',
  kind: 'dentist-medical-consultation',
  staffId: 'staff-dentist',
  contact: sampleContact({
    parties: [{ kind: 'provider', memberId: 'member-cardiologist', name: 'Carla Cardio, MD' }],
  }),
});
const scheduling = sampleActivity({ activityId: 'scheduling', kind: 'routine-office-function' });
const transport = sampleActivity({ activityId: 'transport', kind: 'attendance-barrier-work' });
const gone = sampleRecorded(sampleActivity({ activityId: 'gone' }), {
  withdrawn: { ...stamp, reason: 'wrong patient' },
});

test('a whole case: every activity in one group, D9992 first, none last', () => {
  const theCase = sampleCase({
    members: [sampleMember(), cardiologist],
    activities: [scheduling, consultation, call, transport, gone],
  });
  const choice = chooseForCase(theCase, practice);
  expect(choice.proposed).toBe('D9992');
  expect(choice.groups.map((group) => [group.code, group.activityIds])).toEqual([
    ['D9992', ['call']],
    ['D9991', ['transport']],
    ['D9311', ['consultation']],
    ['none', ['scheduling']],
  ]);
  expect(choice.groups.flatMap((group) => group.activityIds).toSorted()).toEqual(
    [...choice.byActivity.keys()].toSorted(),
  );
});

test('a case without work proposes nothing and says so', () => {
  expect(chooseForCase(sampleCase(), practice)).toMatchObject({
    proposed: 'none',
    because: { id: 'codeChoice.because.noWorkYet' },
  });
});

test('the same fact is said once for a group', () => {
  const theCase = sampleCase({ activities: [call, { ...call, activityId: 'again' }] });
  const [group] = chooseForCase(theCase, practice).groups;
  expect(group?.activityIds).toEqual(['call', 'again']);
  expect(group?.factsMissing).toHaveLength(1);
});

test.each([
  ['2025-12-31', 0],
  ['2026-01-01', 1],
  ['2026-12-31', 1],
  ['2027-01-01', 0],
])('on %s the payer uses the code for work of its own choosing %i times', (date, count) => {
  const { performers: _, under: __, kind: ___, ...head } = sampleRules.who;
  const rulebook = sampleRulebook([
    {
      ...head,
      id: 'sample/triage',
      kind: 'modality',
      activityKinds: ['telephone-triage-by-dentist'],
      routes: [],
    },
  ]);
  expect(payerUsesOn(rulebook, 'sample', calendarDate(date))).toHaveLength(count);
  expect(payerUsesOn(rulebook, undefined, calendarDate(date))).toEqual([]);
});
