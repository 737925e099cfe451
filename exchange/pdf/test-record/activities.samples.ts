import type { Activity } from '#domain/activity/activity.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';

export const callToEndocrinology: Activity = {
  activityId: 'act-1',
  kind: 'coordination-with-provider',
  staffId: 'staff-ames',
  contact: {
    parties: [
      {
        kind: 'provider',
        memberId: 'member-osei',
        name: 'Amara Osei',
        role: 'MD, endocrinology',
        organization: 'Sound Endocrinology',
        npi: '1122334455',
      },
    ],
    direction: 'outgoing',
    route: 'telephone',
    routeValue: '2535550190',
    reached: 'reached',
    asked:
      'Is the blood sugar control good enough for deep cleaning in two visits, and which values should the dentist see first?',
    answered:
      'HbA1c 7.4 % of January 28. No objection. Morning appointments after breakfast and the usual medication; report follows by fax.',
    effectOnPlan: 'Deep cleaning can be booked; all visits move to the morning.',
    disclosed: ['dental-record', 'medications'],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-12T19:20:12.000Z'),
    endedAt: instant('2026-02-12T19:34:02.000Z'),
    seconds: 830,
  },
  planItemId: 'item-1',
  serviceDate: calendarDate('2026-02-12'),
};

export const callToPayer: Activity = {
  activityId: 'act-2',
  kind: 'coordination-with-payer',
  staffId: 'staff-ames',
  contact: {
    parties: [{ kind: 'payer', name: 'Cascadia Example Dental', role: 'Representative' }],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'reached',
    asked: 'Frequency limit for deep cleaning, and what the plan does with D9992.',
    answered: 'Once a quadrant in 24 months. Nothing known about D9992; reference 88-1204.',
    effectOnPlan: '',
    disclosed: ['coverage-and-billing'],
  },
  note: '',
  time: {
    basis: 'start-and-stop',
    startedAt: instant('2026-02-13T21:02:00.000Z'),
    endedAt: instant('2026-02-13T21:19:00.000Z'),
    seconds: 1020,
  },
  serviceDate: calendarDate('2026-02-13'),
};

export const callToPatient: Activity = {
  activityId: 'act-3',
  kind: 'helping-the-patient-decide',
  staffId: 'staff-ames',
  contact: {
    parties: [
      { kind: 'patient', name: 'Marisol Quintero' },
      { kind: 'caregiver', name: 'Diego Quintero', role: 'Son' },
    ],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'reached',
    asked: 'Went through the order of the steps and both periodontal offices, with the interpreter.',
    answered: 'Chooses Cedar Periodontics: ground floor, and her son can drive on Tuesdays.',
    effectOnPlan: 'Cedar Periodontics does the deep cleaning, on Tuesday mornings.',
    disclosed: ['dental-record'],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-17T18:05:40.000Z'),
    endedAt: instant('2026-02-17T18:27:11.000Z'),
    seconds: 1291,
  },
  planItemId: 'item-2',
  serviceDate: calendarDate('2026-02-17'),
};

export const voicemail: Activity = {
  activityId: 'act-4',
  kind: 'coordination-with-provider',
  staffId: 'staff-ames',
  contact: {
    parties: [{ kind: 'provider', memberId: 'member-cedar', name: 'Cedar Periodontics' }],
    direction: 'outgoing',
    route: 'telephone',
    reached: 'message-left',
    asked: 'Please call back about a Tuesday morning.',
    answered: '',
    effectOnPlan: '',
    disclosed: [],
  },
  note: '',
  time: {
    basis: 'timer',
    startedAt: instant('2026-02-18T17:00:00.000Z'),
    endedAt: instant('2026-02-18T17:01:10.000Z'),
    seconds: 70,
  },
  serviceDate: calendarDate('2026-02-18'),
};

export const review: Activity = {
  activityId: 'act-5',
  kind: 'records-review',
  staffId: 'staff-feld',
  note: 'Read the endocrinology report and compared it with the periodontal chart. Morning visits are enough; no change of medication.',
  time: {
    basis: 'by-hand',
    startedAt: instant('2026-02-20T23:30:00.000Z'),
    endedAt: instant('2026-02-20T23:42:00.000Z'),
    seconds: 720,
    byHandReason: 'Read away from the desk',
  },
  serviceDate: calendarDate('2026-02-20'),
};
