import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { performers } from '#domain/activity/performer.ts';
import { coverageStatuses, frequencyWindows, limitScopes } from '#domain/coverage/benefit-fact.ts';
import { yearBeginnings } from '#domain/coverage/call-answers.ts';
import type { CallQuestion, QuestionKind } from '#domain/coverage/call-question.ts';
import type { TypedAnswer } from '#domain/coverage/typed-answer.ts';
import { coordinationVariants, planFrequencyWindows } from '#domain/estimate/plan-facts.ts';
import { ChecksField, ChoiceField, DateField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';

export interface QuestionFieldsProps {
  readonly question: CallQuestion;
  readonly typed: TypedAnswer;
  readonly onTyped: (part: TypedAnswer) => void;
}

/** What is typed for one question, by its kind. */
export function QuestionFields(props: QuestionFieldsProps) {
  const Fields = fields[props.question.kind];
  return <Fields {...props} />;
}

interface OneProps extends QuestionFieldsProps {
  readonly name: string;
  readonly label?: string;
}

function useField({ question, typed, name, label, onTyped }: OneProps) {
  const { t } = useTranslation();
  return {
    at: `/questions/${question.id}/${name}`,
    label: label ?? t(`call.field.${name}`),
    value: typed[name] ?? '',
    onValue: (value: string) => onTyped({ [name]: value }),
  };
}

function Words(props: OneProps) {
  return <TextField {...useField(props)} className="wide" />;
}

function Money(props: OneProps) {
  return <TextField {...useField(props)} inputMode="decimal" leftSection="$" />;
}

function Whole({ unit, ...props }: OneProps & { readonly unit?: string }) {
  return (
    <TextField
      {...useField(props)}
      inputMode="numeric"
      {...(unit === undefined ? {} : { rightSection: unit })}
    />
  );
}

function When(props: OneProps) {
  return <DateField {...useField(props)} />;
}

/** One-tap choices from a closed list of words. */
function Taps({ words, say, ...props }: OneProps & ListOfWords) {
  return <TapField {...useField(props)} choices={words.map((value) => ({ value, label: say(value) }))} />;
}

interface ListOfWords {
  readonly words: readonly string[];
  readonly say: (word: string) => string;
}

function Pick({ words, say, ...props }: OneProps & ListOfWords) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      {...useField(props)}
      empty={t('web.form.choose')}
      choices={words.map((value) => ({ value, label: say(value) }))}
    />
  );
}

function YesNo(props: OneProps) {
  const { t } = useTranslation();
  return <Taps {...props} words={['yes', 'no']} say={(word) => t(`call.${word}`)} />;
}

function Status(props: QuestionFieldsProps) {
  const word = useWord();
  const statuses = coverageStatuses.filter((status) => status !== 'unknown');
  return (
    <>
      <Pick {...props} name="status" words={statuses} say={(status) => word('coverageStatus', status)} />
      {props.typed['status'] === 'bundled-into' && <Words {...props} name="bundledInto" />}
    </>
  );
}

/** How often: the limit where there is one, and the last service that counts against it. */
function Often({ children, ...props }: QuestionFieldsProps & { readonly children: ReactNode }) {
  return (
    <>
      <YesNo {...props} name="limited" />
      {props.typed['limited'] === 'yes' && <div className="three-fields">{children}</div>}
      <When {...props} name="last" />
    </>
  );
}

const fields: Record<QuestionKind, (props: QuestionFieldsProps) => ReactNode> = {
  'in-force': (props) => (
    <>
      <YesNo {...props} name="active" />
      {props.typed['active'] === 'yes' && (
        <div className="two-fields">
          <When {...props} name="from" />
          <When {...props} name="through" />
        </div>
      )}
    </>
  ),
  'benefit-year': function BenefitYear(props) {
    const { date } = useFormat();
    // Any year will do: only month and day are shown.
    return (
      <Pick
        {...props}
        name="begins"
        words={yearBeginnings}
        say={(begins) => date(`2026-${begins}`).replace(/,? (de )?2026/, '')}
      />
    );
  },
  'coordination-paid': (props) => <Status {...props} />,
  'coordination-often': function CoordinationOften(props) {
    const word = useWord();
    const { t } = useTranslation();
    return (
      <Often {...props}>
        <Whole {...props} name="times" />
        <Pick
          {...props}
          name="window"
          words={frequencyWindows}
          say={(window) => word('frequencyWindow', window)}
        />
        {props.typed['window'] === 'rolling-days' && <Whole {...props} name="days" />}
        <Pick {...props} name="per" words={limitScopes} say={(per) => t(`call.per.${per}`)} />
      </Often>
    );
  },
  'who-may-perform': function WhoMayPerform({ question, typed, onTyped }) {
    const word = useWord();
    const { t } = useTranslation();
    const chosen = (typed['performers'] ?? '').split(',').filter((one) => one !== '');
    return (
      <>
        <ChecksField
          label={t('call.field.performers')}
          values={chosen}
          onValues={(values) => onTyped({ performers: values.join(',') })}
          choices={performers.map((value) => ({ value, label: word('performer', value) }))}
        />
        <Words
          question={question}
          typed={typed}
          onTyped={onTyped}
          name="text"
          label={t('call.field.inTheirWords')}
        />
      </>
    );
  },
  documentation: (props) => <Words {...props} name="text" />,
  'coordination-fee': (props) => <Money {...props} name="amount" />,
  deductible: (props) => (
    <div className="three-fields">
      <Money {...props} name="amount" />
      <Money {...props} name="left" />
      <Money {...props} name="family" />
    </div>
  ),
  maximum: function Maximum(props) {
    const { t } = useTranslation();
    const unlimited = props.typed['unlimited'] === 'yes';
    return (
      <>
        {!unlimited && (
          <div className="two-fields">
            <Money {...props} name="amount" />
            <Money {...props} name="left" />
          </div>
        )}
        <Checkbox
          label={t('call.field.unlimited')}
          checked={unlimited}
          onChange={(event) => props.onTyped({ unlimited: event.currentTarget.checked ? 'yes' : '' })}
        />
      </>
    );
  },
  'code-terms': (props) => (
    <div className="two-fields">
      <Status {...props} />
      <Whole {...props} name="percent" unit="%" />
    </div>
  ),
  'waiting-period': (props) => <Whole {...props} name="months" />,
  frequency: function Frequency(props) {
    const { t } = useTranslation();
    const counts = ['every-years', 'every-months'].includes(props.typed['window'] ?? '');
    return (
      <Often {...props}>
        <Whole {...props} name="times" />
        <Pick
          {...props}
          name="window"
          words={planFrequencyWindows}
          say={(window) => t(`call.window.${window}`)}
        />
        {counts && <Whole {...props} name="every" label={t(`call.field.${props.typed['window'] ?? ''}`)} />}
        <Pick
          {...props}
          name="per"
          words={['mouth', 'arch', 'quadrant', 'tooth']}
          say={(per) => t(`call.place.${per}`)}
        />
      </Often>
    );
  },
  'missing-tooth': (props) => <YesNo {...props} name="excluded" />,
  'alternate-benefit': (props) => (
    <>
      <YesNo {...props} name="applies" />
      {props.typed['applies'] === 'yes' && <Words {...props} name="substitute" />}
    </>
  ),
  'orthodontic-maximum': (props) => (
    <div className="two-fields">
      <Money {...props} name="amount" />
      <Money {...props} name="left" />
    </div>
  ),
  'coordination-of-benefits': function CoordinationOfBenefits(props) {
    const { t } = useTranslation();
    return (
      <Pick
        {...props}
        name="variant"
        words={coordinationVariants}
        say={(variant) => t(`planStatement.coordination.${variant}`)}
      />
    );
  },
  network: (props) => <YesNo {...props} name="participates" />,
};
