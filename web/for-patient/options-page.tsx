import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OptionsForPatient } from '#contract/for-patient.ts';
import { dearestYear } from '#domain/decision/dearest-year.ts';
import { useFormat } from '../ui/format.ts';
import { marksKey, usePatientMarks } from './marks.ts';
import { Needs } from './needs.tsx';
import { OptionView } from './option-view.tsx';
import { WeightField } from './weight-field.tsx';
import './for-patient.css';

interface Props {
  readonly caseId: string;
  readonly view: OptionsForPatient;
}

/** The page on which a patient weighs the ways to go. What they mark stays on this device until it is recorded. */
export function OptionsPage({ caseId, view }: Props) {
  const { t } = useTranslation();
  const { telephone } = useFormat();
  const { sheet, chosen, needs, practice } = view;
  const { draft, change } = usePatientMarks(marksKey(caseId, sheet));
  return (
    <article className="for-patient">
      <header>
        <p className="for-patient-practice">{practice.name}</p>
        <h1>{sheet.question}</h1>
        <p className="for-patient-lead">
          {view.firstName !== '' && <strong>{view.firstName}. </strong>}
          {t('forPatient.lead')}
        </p>
      </header>
      {chosen !== undefined && (
        <section className="for-patient-note">
          <h2>{t('forPatient.decided.title')}</h2>
          <p>
            <strong>{chosen}</strong>
          </p>
          <p>{t('forPatient.decided.lead')}</p>
        </section>
      )}
      <div className="option-columns">
        {sheet.options.map((option, index) => (
          <OptionView
            key={option.optionId}
            option={option}
            number={index + 1}
            most={dearestYear(sheet.options)}
          />
        ))}
      </div>
      {sheet.values.length > 0 && (
        <section>
          <h2>{t('forPatient.values.title')}</h2>
          <p className="on-screen">{t('forPatient.values.lead')}</p>
          <p className="on-paper">{t('forPatient.values.leadPaper')}</p>
          {sheet.values.map(({ valueId, text }) => (
            <WeightField
              key={valueId}
              label={text}
              weight={draft.weights[valueId]}
              onWeight={(weight) => change({ weights: { ...draft.weights, [valueId]: weight } })}
            />
          ))}
        </section>
      )}
      <section>
        <h2>{t('forPatient.questions.title')}</h2>
        {sheet.questions.length > 0 && (
          <ul>
            {sheet.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        )}
        <OwnWords
          label={t('forPatient.questions.own')}
          atMost={2000}
          value={draft.questions}
          onValue={(questions) => change({ questions })}
        />
      </section>
      <fieldset className="leaning" data-marked={draft.leansTo !== ''}>
        <legend>{t('forPatient.lean.title')}</legend>
        <p>{t('forPatient.lean.lead')}</p>
        {[...sheet.options.map(({ optionId, name }) => ({ value: optionId, label: name }))]
          .concat({
            value: '',
            label: t('forPatient.lean.notSure'),
          })
          .map(({ value, label }) => (
            <label key={value} className="lean">
              <input
                type="radio"
                name="leaning"
                checked={draft.leansTo === value}
                onChange={() => change({ leansTo: value })}
              />
              <span>{label}</span>
            </label>
          ))}
      </fieldset>
      <section className="for-patient-note">
        <h2>{t('forPatient.teachBack.title')}</h2>
        <p>{t('forPatient.teachBack.lead')}</p>
        <OwnWords
          label={t('forPatient.teachBack.own')}
          atMost={1000}
          value={draft.teachBackWords}
          onValue={(teachBackWords) => change({ teachBackWords })}
        />
      </section>
      <Needs needs={needs} />
      <footer>
        <p>
          <strong>{t('forPatient.decideHere')}</strong>
        </p>
        {practice.telephone !== undefined && (
          <p>{t('forPatient.call', { practice: practice.name, telephone: telephone(practice.telephone) })}</p>
        )}
      </footer>
    </article>
  );
}

interface OwnWordsProps {
  readonly label: string;
  /** Characters. */
  readonly atMost: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function OwnWords({ label, atMost, value, onValue }: OwnWordsProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={3}
      maxLength={atMost}
      size="md"
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}
