import type { NewCaseEvent } from '#domain/case/case-events.ts';
import { calendarDate, instant } from '#domain/kernel/calendar-date.ts';
import { callToEndocrinology, callToPatient, callToPayer, review, voicemail } from './activities.samples.ts';
import { planFrame, planItems } from './plan.samples.ts';
import { npi } from './read-exactly.samples.ts';
import { type Said, at, coordinator, dentist } from './said.samples.ts';

const rely = [{ stream: 'patient', id: 'patient-1', position: 8, as: 'consent' }] as const;

export const caseSaid: Said<NewCaseEvent>[] = [
  {
    who: coordinator,
    event: {
      type: 'case.opened',
      occurredAt: at,
      data: {
        patientId: 'patient-1',
        title: 'Gum treatment with diabetes',
        reason: 'Gum disease and diabetes are treated in three offices that must agree on order and timing.',
        ownerStaffId: 'staff-ames',
        team: null,
        receivedReferralId: null,
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-feld',
          role: 'treating-dentist',
          name: 'Nora Feld',
          credential: 'DDS',
          specialty: 'general-dentistry',
          organization: 'Harbor Street Dental',
          npi: npi('1456123789'),
          contacts: [{ route: 'telephone', value: '2535550142' }],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-osei',
          role: 'physician',
          name: 'Amara Osei',
          credential: 'MD',
          specialty: 'endocrinology',
          organization: 'Sound Endocrinology',
          npi: npi('1122334455'),
          contacts: [
            { route: 'telephone', value: '2535550190', preferred: true },
            { route: 'fax', value: '2535550191' },
          ],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'team.member-recorded',
      occurredAt: at,
      data: {
        member: {
          memberId: 'member-cedar',
          role: 'dental-specialist',
          name: 'Cedar Periodontics',
          specialty: 'periodontics',
          contacts: [{ route: 'email', value: 'frontdesk@cedar.example' }],
          from: calendarDate('2026-02-02'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'necessity.factor-recorded',
      occurredAt: at,
      data: {
        factor: {
          factorId: 'factor-1',
          kind: 'condition',
          text: 'Diabetes changes when and how the gums can be treated.',
          evidence: [{ kind: 'condition', id: 'cond-1', label: 'E11.630' }],
        },
      },
    },
  },
  ...planItems.map((item): Said<NewCaseEvent> => ({
    who: coordinator,
    event: { type: 'plan.item-recorded', occurredAt: at, data: { item } },
  })),
  {
    who: dentist,
    event: {
      type: 'plan.signed',
      occurredAt: instant('2026-02-11T01:14:00.000Z'),
      data: {
        signature: {
          version: 1,
          itemsSha256: '5f2c8e0a4d1b7c936e8f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1d',
          statement: 'I have reviewed this plan and its order, and I agree with it.',
          items: planItems,
          frameSha256: '0d1b7c936e8f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1d5f2c8e0a',
        },
        frame: planFrame,
      },
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-12T19:36:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToEndocrinology.time.startedAt,
      data: { activity: callToEndocrinology, late: false },
      reliedOn: rely,
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-13T21:21:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToPayer.time.startedAt,
      data: { activity: callToPayer, late: false },
    },
  },
  {
    who: coordinator,
    recordedAt: instant('2026-02-17T18:31:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: callToPatient.time.startedAt,
      data: { activity: { ...callToPatient, time: { ...callToPatient.time, seconds: 1201 } }, late: false },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.logged',
      occurredAt: voicemail.time.startedAt,
      data: { activity: voicemail, late: false },
    },
  },
  {
    who: dentist,
    recordedAt: instant('2026-02-26T16:00:00.000Z'),
    event: {
      type: 'activity.logged',
      occurredAt: review.time.startedAt,
      data: { activity: review, late: true },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.amended',
      occurredAt: instant('2026-02-18T16:40:00.000Z'),
      data: {
        amendment: { activity: callToPatient, reason: 'The timer was paused 90 seconds too early.' },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.withdrawn',
      occurredAt: instant('2026-02-18T17:30:00.000Z'),
      data: { activityId: 'act-4', reason: 'Wrong office called.' },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'activity.signed',
      occurredAt: instant('2026-02-20T17:30:00.000Z'),
      data: { activityIds: ['act-1', 'act-2', 'act-3'] },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.opened',
      occurredAt: instant('2026-02-17T18:31:00.000Z'),
      data: {
        task: {
          taskId: 'task-1',
          title: 'Book the deep cleaning on a Tuesday morning',
          holder: { kind: 'team-member', id: 'member-cedar', name: 'Cedar Periodontics' },
          ownerStaffId: 'staff-ames',
          due: calendarDate('2026-03-24'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.opened',
      occurredAt: instant('2026-02-17T18:31:00.000Z'),
      data: {
        task: {
          taskId: 'task-2',
          title: 'Send the written steps in Spanish',
          holder: { kind: 'staff', id: 'staff-ames', name: 'Jules Ames' },
          due: calendarDate('2026-03-23'),
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'task.held',
      occurredAt: instant('2026-02-18T18:31:00.000Z'),
      data: {
        taskId: 'task-1',
        hold: { until: calendarDate('2026-03-22'), awaiting: 'their call with a date' },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'referral.drafted',
      occurredAt: instant('2026-02-11T18:31:00.000Z'),
      data: {
        referral: {
          referralId: 'ref-1',
          toMemberId: 'member-cedar',
          reason: 'Deep cleaning below the gums, upper right',
          question: 'Is a second visit needed, and when should the gums be looked at again?',
          priority: 'routine',
        },
      },
    },
  },
  {
    who: coordinator,
    event: {
      type: 'referral.moved',
      occurredAt: instant('2026-02-11T19:31:00.000Z'),
      data: { move: { referralId: 'ref-1', to: 'sent', saidBy: 'sender', note: '' } },
    },
  },
  {
    who: dentist,
    event: {
      type: 'case.attested',
      occurredAt: instant('2026-02-27T01:02:00.000Z'),
      data: {
        attestation: {
          statement:
            'I reviewed these activities; they were given to this patient as recorded and under my direction.',
          activityIds: ['act-1', 'act-2', 'act-3', 'act-5'],
          upToPosition: 22,
        },
      },
    },
  },
];
