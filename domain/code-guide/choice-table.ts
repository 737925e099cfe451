import { message, type Message } from '../kernel/message.ts';
import type { ChoosableCode } from './code-decision.ts';
import { joinsSeveral, type Known, type WorkFacts } from './work-facts.ts';

/** One condition of a code: whether it holds, and the fact that speaks for it, against it or is missing. */
export interface Condition {
  readonly holds: Known;
  readonly when: Record<Known, Message>;
  /** What would have to be true instead. */
  readonly need: Message;
}

/** The facts that codes turn on; each has its texts under codeChoice.for, against, missing and need. */
export const conditionNames = [
  'byDentist',
  'patientExamined',
  'askedByPractitioner',
  'dentistOwnConsultation',
  'medicalClinician',
  'medicalMatter',
  'attendanceBarrier',
  'behaviorCounseling',
  'education',
  'withPatient',
  'deliveryModified',
  'joinsUpCare',
  'outsideParty',
  'severalParties',
  'severalPartiesSaid',
] as const;
type ConditionName = (typeof conditionNames)[number];

/** A code and what must be true of the work; the first code in the table with all of it fits. */
export interface ChoiceRow {
  readonly code: ChoosableCode;
  readonly conditions: (facts: WorkFacts) => readonly Condition[];
}

function condition(
  name: ConditionName,
  holds: Condition['holds'],
  params: Message['params'] = {},
): Condition {
  return {
    holds,
    when: {
      yes: message(`codeChoice.for.${name}`, params),
      no: message(`codeChoice.against.${name}`, params),
      unknown: message(`codeChoice.missing.${name}`, params),
    },
    need: message(`codeChoice.need.${name}`, params),
  };
}

function yesIf(holds: boolean): 'yes' | 'no' {
  return holds ? 'yes' : 'no';
}

const withPatient = ({ partyKinds }: WorkFacts) =>
  partyKinds === 'unknown'
    ? 'unknown'
    : yesIf(partyKinds.some((kind) => kind === 'patient' || kind === 'caregiver'));

function isDentist({ performer }: WorkFacts): Known {
  return performer === 'unknown' ? 'unknown' : yesIf(performer === 'dentist');
}

/** Kinds of work that may be a dentist's own talk with a medical professional. */
const consultationKinds: readonly WorkFacts['kind'][] = [
  'dentist-medical-consultation',
  'coordination-with-provider',
  'coordination-with-facility',
];

/** Kinds of work that join up a patient's care. */
const coordinationKinds: readonly WorkFacts['kind'][] = [
  'coordination-with-provider',
  'coordination-with-facility',
  'coordination-with-payer',
  'coordination-with-community',
  'helping-the-patient-decide',
  'plan-conference',
  'records-review',
];

/** A consultation that a dentist did not hold is a call between offices (field-facts 1.2, miscoding 2). */
function joinsUpCare(facts: WorkFacts): Known {
  if (facts.kind !== 'dentist-medical-consultation') return yesIf(coordinationKinds.includes(facts.kind));
  const dentist = isDentist(facts);
  return dentist === 'unknown' ? dentist : yesIf(dentist === 'no');
}

/**
 * The order of field-facts 1.2. D9995 and D9996 are not here: they say how a service was delivered, never stand
 * alone and never stand for D9992.
 */
export const choiceTable: readonly ChoiceRow[] = [
  {
    code: 'D9310',
    conditions: (facts) => [
      condition('byDentist', isDentist(facts)),
      condition('patientExamined', facts.patientExamined),
      condition('askedByPractitioner', facts.askedByPractitioner),
    ],
  },
  {
    code: 'D9311',
    conditions: (facts) => [
      condition('dentistOwnConsultation', consultationKinds.includes(facts.kind) ? isDentist(facts) : 'no'),
      condition('medicalClinician', facts.medicalClinician),
      condition('medicalMatter', facts.medicalMatter),
    ],
  },
  {
    code: 'D9991',
    conditions: (facts) => [condition('attendanceBarrier', yesIf(facts.kind === 'attendance-barrier-work'))],
  },
  {
    code: 'D9993',
    conditions: (facts) => [
      condition('behaviorCounseling', yesIf(facts.kind === 'behavior-counseling')),
      condition('withPatient', withPatient(facts)),
    ],
  },
  {
    code: 'D9994',
    conditions: (facts) => [
      condition('education', yesIf(facts.kind === 'oral-health-education')),
      condition('withPatient', withPatient(facts)),
    ],
  },
  {
    code: 'D9997',
    conditions: (facts) => [condition('deliveryModified', facts.deliveryModified)],
  },
  {
    code: 'D9992',
    conditions: (facts) => [
      condition('joinsUpCare', joinsUpCare(facts)),
      condition('outsideParty', outsideParty(facts)),
      severalParties(facts),
    ],
  },
];

/** The practice talking to itself joins up nothing; reading records has no party at all. */
function outsideParty({ partyKinds }: WorkFacts): Known {
  if (partyKinds === 'unknown') return 'unknown';
  return yesIf(partyKinds.length === 0 || partyKinds.some((kind) => kind !== 'own-team'));
}

function severalParties({ breadth }: WorkFacts): Condition {
  return typeof breadth === 'string'
    ? condition('severalPartiesSaid', breadth)
    : condition('severalParties', yesIf(joinsSeveral(breadth)), { ...breadth });
}
