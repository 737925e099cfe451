import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { performers } from '#domain/activity/performer.ts';
import { frequencyWindows, limitScopes } from '#domain/coverage/benefit-fact.ts';
import type { CallQuestion, QuestionKind } from '#domain/coverage/call-question.ts';
import { ChecksField } from '../ui/fields.tsx';
import { useWord } from '../ui/say.ts';
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
  Unlimited,
  When,
  Whole,
  Words,
  YearBegins,
  YesNo,
  type TypedFieldsProps,
} from './typed-fields.tsx';

interface QuestionFieldsProps extends TypedFieldsProps {
  readonly question: CallQuestion;
}

/** What is typed for one question, by its kind. */
export function QuestionFields(props: Omit<QuestionFieldsProps, 'place'>) {
  const Fields = fields[props.question.kind];
  return <Fields {...props} place={`/questions/${props.question.id}`} />;
}

/** How often: the limit where there is one, and the last service that counts against it. */
function Often({ children, ...props }: TypedFieldsProps & { readonly children: ReactNode }) {
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
  'benefit-year': (props) => <YearBegins {...props} />,
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
  'who-may-perform': function WhoMayPerform({ place, typed, onTyped }) {
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
          place={place}
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
  maximum: (props) => (
    <>
      {!isUnlimited(props.typed) && (
        <div className="two-fields">
          <Money {...props} name="amount" />
          <Money {...props} name="left" />
        </div>
      )}
      <Unlimited {...props} />
    </>
  ),
  'code-terms': (props) => (
    <div className="two-fields">
      <Status {...props} />
      <Whole {...props} name="percent" unit="%" />
      <Money {...props} name="copay" />
    </div>
  ),
  'waiting-period': (props) => <Whole {...props} name="months" />,
  frequency: (props) => (
    <Often {...props}>
      <FrequencyFields {...props} />
    </Often>
  ),
  'missing-tooth': (props) => <YesNo {...props} name="excluded" />,
  'alternate-benefit': (props) => <Alternate {...props} />,
  'orthodontic-maximum': (props) => (
    <div className="two-fields">
      <Money {...props} name="amount" />
      <Money {...props} name="left" />
    </div>
  ),
  'coordination-of-benefits': (props) => (
    <>
      <CoordinationVariant {...props} />
      <PlaceInOrder {...props} />
    </>
  ),
  network: (props) => <YesNo {...props} name="participates" />,
  'family-limits': (props) => (
    <div className="three-fields">
      <Money {...props} name="familyMaximum" />
      <Money {...props} name="familyMaximumLeft" />
      <Money {...props} name="familyDeductibleLeft" />
    </div>
  ),
  'category-percentage': (props) => <Whole {...props} name="percent" unit="%" />,
  'age-limit': (props) => (
    <>
      <YesNo {...props} name="limited" />
      {props.typed['limited'] === 'yes' && (
        <div className="two-fields">
          <Ages {...props} />
        </div>
      )}
    </>
  ),
  'orthodontic-instalments': (props) => (
    <div className="two-fields">
      <Orthodontics {...props} />
    </div>
  ),
};
