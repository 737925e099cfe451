import type { ActivityKind } from '../../activity/activity.ts';
import type { Performer } from '../../activity/performer.ts';
import type { WorkFacts } from '../../code-guide/work-facts.ts';
import { namesDrug } from './drugs.ts';
import { anyOf, wordsOf } from './plain-words.ts';
import { tellsOfChangedDelivery } from './told-work.ts';
import { participants, severalOf, signs, type Sign } from './work-signs.ts';

export const describedWords: readonly string[] = wordsOf([
  ...Object.values(signs).flat(),
  ...Object.values(participants).flat(2),
]);

const signPatterns = new Map((Object.keys(signs) as Sign[]).map((sign) => [sign, anyOf(signs[sign])]));
const participantPatterns = Object.values(participants).map((axis) => axis.map((names) => anyOf(names)));

export interface DescribedWork {
  readonly facts: WorkFacts;
  /** Whether the words say what was done; without that nothing can be chosen. */
  readonly kindKnown: boolean;
  readonly performerKnown: boolean;
  readonly partyKnown: boolean;
  /** Whether the words tell that somebody was spoken with. */
  readonly told: boolean;
  /** Whether the words themselves call it coordination. */
  readonly calledCoordination: boolean;
  /** Whether something was done about what keeps the patient away, and not only told that it does. */
  readonly barrierRemoved: boolean;
  /** Whether the work joins up two or more, so that what else is told was only its occasion. */
  readonly joins: boolean;
}

/** The facts of a piece of work as far as a question in plain words gives them. */
export function describedWork(text: string): DescribedWork {
  const has = (sign: Sign) => signPatterns.get(sign)?.test(text) === true;
  const [providers = 0, settings = 0, payers = 0] = participantPatterns.map(
    (axis) => axis.filter((pattern) => pattern.test(text)).length,
  );
  const many = severalOf.test(text);
  const medical = has('medical');
  const performer = askedPerformer(text.replaceAll(calledDoctor, ' '));
  const modified = has('modified') || tellsOfChangedDelivery(text);
  const ownSpecialist =
    /\b(?:our|my|nuestr[oa]|mi) (?:periodontist|orthodontist|oral surgeon|endodontist|specialist|periodoncista)/u.test(
      text,
    );
  const outside = Math.max(0, providers - (ownSpecialist ? 1 : 0));
  const kind = kindOf({ has, modified, medical, performer, outside, settings, payers, many });
  return {
    facts: {
      kind: kind ?? (modified ? 'treatment-visit' : 'coordination-with-provider'),
      performer: performer ?? 'coordinator',
      partyKinds: partyKindsOf({ has, outside, settings, payers }),
      modality: 'unknown',
      reached: has('notReached') ? 'message-left' : 'reached',
      medicalClinician: medical ? 'yes' : outside > 0 ? 'no' : 'unknown',
      medicalMatter: has('medicalMatter') || namesDrug(text) ? 'yes' : 'unknown',
      patientExamined: has('examined') ? 'yes' : 'no',
      askedByPractitioner: has('asked') ? 'yes' : 'no',
      deliveryModified: modified ? 'yes' : 'no',
      patientDecided: 'unknown',
      breadth: {
        providers: Math.max(1 + outside, many ? 2 : 1),
        specialties: providers,
        settings,
        payers: Math.max(payers, many && payers > 0 ? 2 : 0),
      },
      payerUses: [],
    },
    kindKnown: kind !== undefined || has('alone') || has('notReached') || has('examined') || modified,
    performerKnown: performer !== undefined || has('alone'),
    partyKnown: has('alone') || outside > 0 || settings > 0 || payers > 0 || many,
    told: has('coordinated'),
    calledCoordination: /\bcoordin\p{L}*/u.test(
      text.replaceAll(/\bcoordinador\p{L}*|\bcoordinators?\b/gu, ' '),
    ),
    barrierRemoved: kind === 'attendance-barrier-work' && has('arranged'),
    joins: kind?.startsWith('coordination-') === true && (outside + settings + payers >= 2 || many),
  };
}

/** A doctor who was called, and so did not do the calling. */
const calledDoctor =
  /\b(?:call(?:ed)?|phoned|rang|emailed|asked|with|to|from|con|al?|pcp|physician) (?:pcp |physician |the |el |la |doctora? )?dra?\b\.?/gu;

/** In the passive voice the one who acted stands behind "by" ("por"). */
const agent =
  /\b(?:by|por) (?:the |our |my |a |an |el |la |un |una |mi |nuestr[oa] )?((?:dental |front |office |community health |case |social )?[\p{L}]+)/gu;

function agentOf(text: string): Performer | undefined {
  return [...text.matchAll(agent)]
    .map(([, who = '']) => performerOfWords((sign) => signPatterns.get(sign)?.test(`the ${who}`) === true))
    .find((performer) => performer !== undefined);
}

function performerOfWords(has: (sign: Sign) => boolean): Performer | undefined {
  if (has('byCoordinator')) return 'coordinator';
  if (has('byHygienist')) return 'hygienist';
  if (has('byOther')) return 'other';
  // Whoever examined at another's request is a practitioner.
  return has('byDentist') || (has('examined') && has('asked')) ? 'dentist' : undefined;
}

function kindOf({
  has,
  modified,
  medical,
  performer,
  outside,
  settings,
  payers,
  many,
}: {
  readonly has: (sign: Sign) => boolean;
  readonly modified: boolean;
  readonly medical: boolean;
  readonly performer: Performer | undefined;
  readonly outside: number;
  readonly settings: number;
  readonly payers: number;
  readonly many: boolean;
}): ActivityKind | undefined {
  const joins = outside + settings + payers >= 2 || many;
  if (modified && !joins) return undefined;
  if (has('routine') && !joins) return 'routine-office-function';
  if (has('barrier') && !joins) return 'attendance-barrier-work';
  if (has('counseling')) return 'behavior-counseling';
  // Teaching somebody to give up a habit is either, as it was done: the words do not tell which.
  if (has('education') && has('habit')) return undefined;
  if (has('education')) return 'oral-health-education';
  // A habit may be what the work was about; where nothing else is told of the work, it was.
  if (has('habit') && !joins) return 'behavior-counseling';
  if (medical && outside <= 1 && settings === 0 && payers === 0 && performer === 'dentist')
    return 'dentist-medical-consultation';
  if (joins || has('coordinated')) {
    if (outside === 0 && payers > 0 && settings === 0) return 'coordination-with-payer';
    if (outside === 0 && settings > 0) return 'coordination-with-facility';
    if (outside > 0 || many) return 'coordination-with-provider';
  }
  return undefined;
}

function partyKindsOf({
  has,
  outside,
  settings,
  payers,
}: {
  readonly has: (sign: Sign) => boolean;
  readonly outside: number;
  readonly settings: number;
  readonly payers: number;
}): WorkFacts['partyKinds'] {
  return [
    ...(outside > 0 ? (['provider'] as const) : []),
    ...(settings > 0 ? (['facility'] as const) : []),
    ...(payers > 0 ? (['payer'] as const) : []),
    ...(has('withPatient') || has('counseling') || has('habit') || has('education')
      ? (['patient'] as const)
      : []),
  ];
}

/** Who a question asks about, where it asks who may do the work. */
export function askedPerformer(text: string): Performer | undefined {
  return agentOf(text) ?? performerOfWords((sign) => signPatterns.get(sign)?.test(text) === true);
}
