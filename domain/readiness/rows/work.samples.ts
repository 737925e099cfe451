import { instant } from '../../kernel/calendar-date.ts';
import {
  concluding,
  dentist,
  logged,
  readySteps,
  sampleCall,
  sampleCalls,
  sampleCase,
  sampleOpening,
  sampleRulebook,
} from '../ready-case.samples.ts';
import {
  type Row,
  noWork,
  steps,
  without,
  calls,
  patient,
  conditions,
  spoken,
  elsewhere,
  first,
} from './row.samples.ts';

/** About the work: its time, its notes, its signatures and its code. */
export const rowsOfWork: readonly Row[] = [
  ['minutes', 'passes', 'counted', 'measured', {}],
  ['minutes', 'warns', 'underMinute', 'a single second', calls(sampleCall('activity-1', '2026-03-05', 1))],
  ['minutes', 'warns', 'underMinute', '59 seconds', calls(sampleCall('activity-1', '2026-03-05', 59))],
  ['minutes', 'passes', 'counted', 'a whole minute', calls(sampleCall('activity-1', '2026-03-05', 60))],
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
];
