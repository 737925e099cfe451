import { sampleContact } from '../../activity/activity.samples.ts';
import { calendarDate, instant } from '../../kernel/calendar-date.ts';
import { readySteps, sampleAgreement, sampleCase } from '../ready-case.samples.ts';
import {
  type Row,
  noWork,
  steps,
  without,
  calls,
  patient,
  agreement,
  writtenDown,
  demographics,
  spoken,
  wants,
  first,
  second,
} from './row.samples.ts';

/** About the agreement of the patient, and why a coordinator is needed. */
export const rowsOfAgreementAndNeed: readonly Row[] = [
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
];
