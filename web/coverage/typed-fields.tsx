import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { coverageStatuses } from '#domain/coverage/benefit-fact.ts';
import { yearBeginnings } from '#domain/coverage/call-answers.ts';
import { placeWords } from '#domain/coverage/read-place.ts';
import type { TypedAnswer } from '#domain/coverage/typed-answer.ts';
import { coordinationVariants, limitCounts, planFrequencyWindows } from '#domain/estimate/plan-facts.ts';
import { ChoiceField, DateField, TapField, TextField } from '../ui/fields.tsx';
import { useWord } from '../ui/say.ts';

export interface TypedFieldsProps {
  /** The place of the fields in what is sent, for refusals. */
  readonly place: string;
  readonly typed: TypedAnswer;
  readonly onTyped: (part: TypedAnswer) => void;
}

interface OneProps extends TypedFieldsProps {
  readonly name: string;
  readonly label?: string;
}

function useField({ place, typed, name, label, onTyped }: OneProps) {
  const { t } = useTranslation();
  return {
    at: `${place}/${name}`,
    label: label ?? t(`call.field.${name}`),
    value: typed[name] ?? '',
    onValue: (value: string) => onTyped({ [name]: value }),
  };
}

export function Words(props: OneProps) {
  return <TextField {...useField(props)} className="wide" />;
}

export function Money(props: OneProps) {
  return <TextField {...useField(props)} inputMode="decimal" leftSection="$" />;
}

export function Whole({ unit, ...props }: OneProps & { readonly unit?: string }) {
  return (
    <TextField
      {...useField(props)}
      inputMode="numeric"
      {...(unit === undefined ? {} : { rightSection: unit })}
    />
  );
}

export function When(props: OneProps) {
  return <DateField {...useField(props)} />;
}

/** One-tap choices from a closed list of words. */
export function Taps({ words, say, ...props }: OneProps & ListOfWords) {
  return <TapField {...useField(props)} choices={words.map((value) => ({ value, label: say(value) }))} />;
}

interface ListOfWords {
  readonly words: readonly string[];
  readonly say: (word: string) => string;
}

export function Pick({ words, say, empty, ...props }: OneProps & ListOfWords & { readonly empty?: string }) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      {...useField(props)}
      empty={empty ?? t('web.form.choose')}
      choices={words.map((value) => ({ value, label: say(value) }))}
    />
  );
}

export function YesNo(props: OneProps) {
  const { t } = useTranslation();
  return <Taps {...props} words={['yes', 'no']} say={(word) => t(`call.${word}`)} />;
}

export function Status(props: TypedFieldsProps) {
  const word = useWord();
  const statuses = coverageStatuses.filter((status) => status !== 'unknown');
  return (
    <>
      <Pick {...props} name="status" words={statuses} say={(status) => word('coverageStatus', status)} />
      {props.typed['status'] === 'bundled-into' && <Words {...props} name="bundledInto" />}
    </>
  );
}

/** The first of a month, as nobody begins a benefit year on another day. */
export function YearBegins(props: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <Pick
      {...props}
      name="begins"
      words={yearBeginnings}
      say={(begins) => t('call.yearBegins', { month: begins.slice(0, 2) })}
    />
  );
}

export function FrequencyFields(props: TypedFieldsProps) {
  const { t } = useTranslation();
  const window = props.typed['window'] ?? '';
  return (
    <>
      <Whole {...props} name="times" />
      <Pick {...props} name="window" words={planFrequencyWindows} say={(word) => t(`call.window.${word}`)} />
      {['every-years', 'every-months'].includes(window) && (
        <Whole {...props} name="every" label={t(`call.field.${window}`)} />
      )}
      <Pick {...props} name="per" words={limitCounts} say={(per) => t(`call.place.${per}`)} />
    </>
  );
}

/** There is no amount, because there is no limit. */
export function Unlimited({ typed, onTyped }: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('call.field.unlimited')}
      checked={isUnlimited(typed)}
      onChange={(event) => onTyped({ unlimited: event.currentTarget.checked ? 'yes' : '' })}
    />
  );
}

export function isUnlimited(typed: TypedAnswer): boolean {
  return typed['unlimited'] === 'yes';
}

export function Alternate(props: TypedFieldsProps) {
  return (
    <>
      <YesNo {...props} name="applies" />
      {props.typed['applies'] === 'yes' && <Words {...props} name="substitute" />}
    </>
  );
}

export function CoordinationVariant(props: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <Pick
      {...props}
      name="variant"
      words={coordinationVariants}
      say={(variant) => t(`planStatement.coordination.${variant}`)}
    />
  );
}

/** Where among the patient's plans the payer says that it comes. */
export function PlaceInOrder(props: TypedFieldsProps) {
  const word = useWord();
  return <Taps {...props} name="place" words={placeWords} say={(place) => word('priority', place)} />;
}

/** Owed at banding, then in instalments; what is not said is the usual: monthly, at the end of each. */
export function Orthodontics(props: TypedFieldsProps) {
  const { t } = useTranslation();
  const chosen = (name: 'instalments' | 'incurred', words: readonly string[]) => (
    <Taps {...props} name={name} words={words} say={(word) => t(`statement.${name}.${word}`)} />
  );
  return (
    <>
      <Whole {...props} name="percent" unit="%" label={t('call.field.bandingPercent')} />
      {chosen('instalments', ['month', 'quarter'])}
      {chosen('incurred', ['start', 'end'])}
      <Whole {...props} name="mostInstalments" />
    </>
  );
}

export function Ages(props: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Whole {...props} name="fromAge" />
      <Whole {...props} name="through" label={t('call.field.throughAge')} />
    </>
  );
}
