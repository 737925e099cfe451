import { useTranslation } from 'react-i18next';
import { pathQuestions, type PathQuestion } from '#domain/code-guide/path-questions.ts';

/** Kinds of work under the heading where somebody would look for them. */
const workGroups = {
  others: [
    'coordination-with-provider',
    'coordination-with-facility',
    'coordination-with-payer',
    'coordination-with-community',
    'plan-conference',
    'records-review',
    'dentist-medical-consultation',
  ],
  patient: [
    'helping-the-patient-decide',
    'attendance-barrier-work',
    'behavior-counseling',
    'oral-health-education',
    'telephone-triage-by-dentist',
    'treatment-visit',
    'separate-presentation',
    'screening',
    'observation-visit',
  ],
  office: [
    'routine-office-function',
    'missed-appointment',
    'cancelled-appointment',
    'interpreting',
    'nothing-named',
  ],
} as const satisfies Record<string, readonly (typeof pathQuestions.work)[number][]>;

interface Props {
  readonly question: PathQuestion;
  readonly onAnswer: (answer: string) => void;
}

/** One question with its answers, each one press. */
export function PathQuestionForm({ question, onAnswer }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="path-question">
      <h2 id="path-question">{t(`whichCode.question.${question}`)}</h2>
      {question === 'work' ? (
        Object.entries(workGroups).map(([group, works]) => (
          <div key={group} role="group" aria-labelledby={`works-${group}`}>
            <h3 id={`works-${group}`}>{t(`whichCode.workGroup.${group}`)}</h3>
            <Answers question={question} answers={works} onAnswer={onAnswer} />
          </div>
        ))
      ) : (
        <Answers question={question} answers={pathQuestions[question]} onAnswer={onAnswer} />
      )}
    </section>
  );
}

function Answers({ question, answers, onAnswer }: Props & { readonly answers: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul className="path-choices">
      {answers.map((answer) => (
        <li key={answer}>
          <button type="button" className="path-choice" onClick={() => onAnswer(answer)}>
            {t(`whichCode.answer.${question}.${answer}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
