import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalized } from '#contract/messages/say-categories.ts';
import { scopeWordsTyped, type TypedStatementKind } from '#domain/coverage/typed-statement.ts';
import {
  Ages,
  Alternate,
  CoordinationVariant,
  FrequencyFields,
  isUnlimited,
  Money,
  Orthodontics,
  Pick,
  PlaceInOrder,
  Status,
  Taps,
  Unlimited,
  When,
  Whole,
  Words,
  YearBegins,
  YesNo,
  type TypedFieldsProps,
} from './typed-fields.tsx';

/** What is typed for one statement about a plan, by its kind. */
export function StatementFields({
  kind,
  ...props
}: TypedFieldsProps & { readonly kind: TypedStatementKind }) {
  const Fields = fields[kind];
  return <Fields {...props} />;
}

/** What the statement is about: everything, a category, or one code. */
function About(props: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        {...props}
        name="about"
        words={scopeWordsTyped.filter((word) => word !== 'all')}
        empty={capitalized(t('codeCategory.all'))}
        say={(word) => capitalized(word === 'code' ? t('statement.oneCode') : t(`codeCategory.${word}`))}
      />
      {props.typed['about'] === 'code' && <Words {...props} name="code" />}
    </>
  );
}

function ForWhom(props: TypedFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <About {...props} />
      <Pick
        {...props}
        name="who"
        words={['family']}
        empty={t('statement.who.individual')}
        say={(word) => t(`statement.who.${word}`)}
      />
      <Pick
        {...props}
        name="period"
        words={['lifetime']}
        empty={t('statement.period.benefit-year')}
        say={(word) => t(`statement.period.${word}`)}
      />
    </>
  );
}

interface ChosenProps extends TypedFieldsProps {
  readonly name: string;
  readonly words: readonly string[];
}

function Chosen(props: ChosenProps) {
  const { t } = useTranslation();
  return <Taps {...props} say={(word) => t(`statement.${props.name}.${word}`)} />;
}

const fields: Record<TypedStatementKind, (props: TypedFieldsProps) => ReactNode> = {
  'in-force': (props) => (
    <>
      <YesNo {...props} name="active" />
      <When {...props} name="from" />
      <When {...props} name="through" />
    </>
  ),
  'benefit-year': (props) => <YearBegins {...props} />,
  network: (props) => <YesNo {...props} name="participates" />,
  maximum: (props) => (
    <>
      <ForWhom {...props} />
      {!isUnlimited(props.typed) && <Money {...props} name="amount" />}
      <Unlimited {...props} />
    </>
  ),
  deductible: (props) => (
    <>
      <ForWhom {...props} />
      <Money {...props} name="amount" />
    </>
  ),
  remaining: (props) => (
    <>
      <Chosen {...props} name="of" words={['maximum', 'deductible']} />
      <ForWhom {...props} />
      <Money {...props} name="amount" />
    </>
  ),
  percentage: (props) => (
    <>
      <About {...props} />
      <Whole {...props} name="percent" unit="%" />
    </>
  ),
  status: (props) => (
    <>
      <About {...props} />
      <Status {...props} />
    </>
  ),
  allowed: (props) => (
    <>
      <Words {...props} name="code" />
      <Money {...props} name="amount" />
    </>
  ),
  copay: (props) => (
    <>
      <About {...props} />
      <Money {...props} name="amount" />
    </>
  ),
  'waiting-period': (props) => (
    <>
      <About {...props} />
      <Whole {...props} name="months" />
    </>
  ),
  frequency: (props) => (
    <>
      <About {...props} />
      <FrequencyFields {...props} />
    </>
  ),
  'no-frequency-limit': (props) => <About {...props} />,
  'last-service': (props) => (
    <>
      <Words {...props} name="code" />
      <When {...props} name="last" />
    </>
  ),
  'age-limit': (props) => (
    <>
      <About {...props} />
      <Ages {...props} />
    </>
  ),
  'missing-tooth': (props) => (
    <>
      <About {...props} />
      <YesNo {...props} name="excluded" />
    </>
  ),
  'alternate-benefit': (props) => (
    <>
      <Words {...props} name="code" />
      <Alternate {...props} />
    </>
  ),
  orthodontics: (props) => <Orthodontics {...props} />,
  coordination: (props) => <CoordinationVariant {...props} />,
  place: (props) => <PlaceInOrder {...props} />,
  'date-that-counts': (props) => (
    <>
      <About {...props} />
      <Chosen {...props} name="on" words={['completion', 'start']} />
    </>
  ),
  'write-off': (props) => (
    <>
      <Chosen {...props} name="when" words={['not-covered', 'maximum-reached', 'limit-reached']} />
      <YesNo {...props} name="holds" />
    </>
  ),
};
