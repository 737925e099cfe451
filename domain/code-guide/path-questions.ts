import { activityKinds, partyKinds, type ActivityKind } from '../activity/activity.ts';
import { performers } from '../activity/performer.ts';
import { occasions, type Known, type Occasion, type WorkFacts } from './work-facts.ts';

const yesNo = ['yes', 'no'] as const;
const works = [...activityKinds, 'treatment-visit', ...occasions] as const;

/** What the question path can ask, each with its answers; in the order that decides between equals. */
export const pathQuestions = {
  work: works,
  who: performers,
  with: [...partyKinds, 'nobody'],
  reached: yesNo,
  medical: yesNo,
  matter: yesNo,
  examined: yesNo,
  asked: yesNo,
  modified: yesNo,
  several: yesNo,
} as const;
export type PathQuestion = keyof typeof pathQuestions;
export type PathAnswers = {
  readonly [Question in PathQuestion]?: (typeof pathQuestions)[Question][number] | undefined;
};

export const pathQuestionNames: readonly PathQuestion[] = Object.keys(pathQuestions).filter(
  (name): name is PathQuestion => name in pathQuestions,
);

/** Answers as an address or another program gives them; what is no answer is left out. */
export function readAnswers(given: Readonly<Record<string, unknown>>): PathAnswers {
  const known = pathQuestionNames.flatMap((question) => {
    const answers: readonly unknown[] = pathQuestions[question];
    return answers.includes(given[question]) ? [[question, given[question]]] : [];
  });
  return Object.fromEntries(known) as PathAnswers;
}

/** Whether a question makes sense after these answers: what is asked of a case's record is asked here. */
export function applies(question: PathQuestion, answers: PathAnswers): boolean {
  switch (question) {
    case 'work':
    case 'who':
    case 'with':
    case 'several':
      return true;
    case 'reached':
      return answers.with !== undefined && answers.with !== 'nobody';
    case 'medical':
      return answers.with === 'provider' || answers.with === 'facility';
    case 'matter':
      return applies('medical', answers) && answers.medical === 'yes' && !isConsultation(answers);
    case 'examined':
      return answers.with === 'patient' || answers.with === 'caregiver';
    case 'asked':
      return applies('examined', answers) && answers.examined === 'yes';
    case 'modified':
      return answers.work === 'treatment-visit';
  }
}

/** The facts that the answers state; what was not asked is unknown, and what cannot be is no. */
export function factsOf(answers: PathAnswers): WorkFacts | undefined {
  const { work, who, with: party } = answers;
  if (work === undefined) return undefined;
  const occasion = occasions.find((each): each is Occasion => each === work);
  const answered = (question: 'medical' | 'matter' | 'examined' | 'asked' | 'modified'): Known =>
    applies(question, answers) ? (answers[question] ?? 'unknown') : 'no';
  return {
    kind: occasion === undefined ? (work as ActivityKind | 'treatment-visit') : 'routine-office-function',
    ...(occasion === undefined ? {} : { occasion }),
    performer: who ?? 'unknown',
    partyKinds: party === undefined ? 'unknown' : party === 'nobody' ? [] : [party],
    modality: 'unknown',
    reached: reachedOf(answers),
    medicalClinician: party === undefined ? 'unknown' : answered('medical'),
    medicalMatter: isConsultation(answers)
      ? 'yes'
      : answers.medical === undefined
        ? 'unknown'
        : answered('matter'),
    patientExamined: party === undefined ? 'unknown' : answered('examined'),
    askedByPractitioner:
      answers.examined === undefined && party === undefined ? 'unknown' : answered('asked'),
    deliveryModified: answered('modified'),
    patientDecided: 'unknown',
    breadth: answers.several ?? 'unknown',
    payerUses: [],
  };
}

function isConsultation({ work }: PathAnswers): boolean {
  return work === 'dentist-medical-consultation';
}

function reachedOf({ with: party, reached }: PathAnswers): WorkFacts['reached'] {
  if (party === 'nobody') return 'none';
  if (reached === undefined) return 'unknown';
  return reached === 'yes' ? 'reached' : 'message-left';
}
