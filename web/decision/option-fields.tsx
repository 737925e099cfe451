import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { optionKinds } from '#domain/decision/option-sheet.ts';
import { useCaseView } from '../case/case-context.tsx';
import { ChecksField, ChoiceField, LongTextField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';
import { ReadingLevel } from './reading-level.tsx';
import { RiskFields } from './risk-fields.tsx';
import { noRisk, type OptionDraft } from './sheet-draft.ts';

interface Props {
  readonly option: OptionDraft;
  readonly index: number;
  readonly language: string;
  readonly change: (part: Partial<OptionDraft>) => void;
  /** Absent for the last of its kind that has to stay. */
  readonly remove: (() => void) | undefined;
}

/** One way to go, as the patient will read it. */
export function OptionFields({ option, index, language, change, remove }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { planItems } = useCaseView();
  const at = `/sheet/options/${index}`;
  const words = (name: 'what' | 'patientDoes' | 'followUp' | 'lasts') => (
    <div>
      <LongTextField
        at={`${at}/${name}`}
        label={t(`web.decision.${name}`)}
        minRows={name === 'what' ? 2 : 1}
        lang={language}
        value={option[name]}
        onValue={(value) => change({ [name]: value })}
      />
      <ReadingLevel text={option[name]} language={language} />
    </div>
  );
  const figure = (name: 'visitsLeast' | 'visitsMost' | 'weeksLeast' | 'weeksMost', label: string) => (
    <TextField
      at={`${at}/${name.startsWith('visits') ? 'visits' : 'weeks'}`}
      label={label}
      inputMode="numeric"
      value={option[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <fieldset className="option-fields">
      <legend>
        {t('web.decision.option', { number: index + 1 })}
        {option.name !== '' && `: ${option.name}`}
      </legend>
      <div className="two-fields">
        <TextField
          at={`${at}/name`}
          label={t('web.decision.name')}
          lang={language}
          value={option.name}
          onValue={(name) => change({ name })}
        />
        <ChoiceField
          at={`${at}/kind`}
          label={t('web.decision.kind')}
          value={option.kind}
          onValue={(kind) => change({ kind })}
          choices={choices('optionKind', optionKinds)}
        />
      </div>
      {planItems.length > 0 && option.kind !== 'do-nothing' && (
        <ChecksField
          at={`${at}/itemIds`}
          label={t('web.decision.steps')}
          values={option.itemIds}
          onValues={(itemIds) => change({ itemIds })}
          choices={planItems.map(({ item }) => ({ value: item.itemId, label: item.text }))}
        />
      )}
      {words('what')}
      <div className="four-fields">
        {figure('visitsLeast', t('web.decision.visits'))}
        {figure('visitsMost', t('web.decision.visitsMost'))}
        {figure('weeksLeast', t('web.decision.weeks'))}
        {figure('weeksMost', t('web.decision.weeksMost'))}
      </div>
      <div className="two-fields from-top">
        {words('patientDoes')}
        {words('followUp')}
        {words('lasts')}
        <TextField
          label={t('web.decision.source')}
          value={option.lastsSource}
          onValue={(lastsSource) => change({ lastsSource })}
        />
      </div>
      {option.risks.map((risk, place) => (
        <RiskFields
          key={place}
          risk={risk}
          at={`${at}/risks/${place}`}
          number={place + 1}
          language={language}
          change={(part) =>
            change({
              risks: option.risks.map((each, other) => (other === place ? { ...each, ...part } : each)),
            })
          }
          remove={() => change({ risks: option.risks.filter((_, other) => other !== place) })}
        />
      ))}
      <div className="option-buttons">
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change({ risks: [...option.risks, noRisk] })}
        >
          {t('web.decision.addRisk')}
        </Button>
        {remove && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={remove}
          >
            {t('web.decision.removeOption')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
