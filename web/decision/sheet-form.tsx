import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OptionSheet } from '#domain/decision/option-sheet.ts';
import { startOptions } from '#domain/decision/start-sheet.ts';
import { nearestLanguage } from '#domain/patient/nearest-language.ts';
import type { Visit } from '#domain/treatment-plan/sequencing/schedule.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { OptionFields } from './option-fields.tsx';
import { ReadingLevel } from './reading-level.tsx';
import {
  draftOf,
  inLanguage,
  newOption,
  readSheet,
  startedDraft,
  textOf,
  type OptionDraft,
} from './sheet-draft.ts';

interface Props {
  readonly sheet: OptionSheet | undefined;
  readonly keptVisits: readonly Visit[];
  readonly onDone: () => void;
}

/** The options of one question, begun with what the plan knows; how hard they are to read shows while they are written. */
export function SheetForm({ sheet, keptVisits, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const { planItems, patient } = useCaseView();
  const first = nearestLanguage(patient.demographics.language);
  const form = useCaseForm({
    command: 'record-options',
    about: sheet?.sheetId ?? 'new',
    initial: sheet
      ? draftOf(sheet)
      : startedDraft(
          startOptions(
            planItems.map(({ item }) => item),
            keptVisits,
          ),
          first,
          i18n.getFixedT(first),
        ),
    build: (draft) => ({ sheet: readSheet(draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const { language } = draft;
  const changeOption = (index: number, part: Partial<OptionDraft>) =>
    change({
      options: draft.options.map((option, place) => (place === index ? { ...option, ...part } : option)),
    });
  return (
    <DraftForm form={form} submitLabel={t('web.decision.keep')} onCancel={onDone}>
      <TapField
        at="/sheet/language"
        label={t('web.decision.language')}
        value={language}
        onValue={(chosen) =>
          change(inLanguage(draft, chosen, i18n.getFixedT(language), i18n.getFixedT(chosen)))
        }
        choices={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <TextField
        at="/sheet/question"
        label={t('web.decision.question')}
        description={t('web.decision.questionHelp')}
        lang={language}
        data-autofocus
        value={draft.question}
        onValue={(question) => change({ question })}
      />
      <Title order={3}>{t('web.decision.options')}</Title>
      <Text size="sm" c="dimmed">
        {t('web.decision.reading.about')} {t('web.decision.costComes')}
      </Text>
      {draft.options.map((option, index) => (
        <OptionFields
          key={option.optionId}
          option={option}
          index={index}
          language={language}
          change={(part) => changeOption(index, part)}
          remove={
            draft.options.filter(({ kind }) => kind === option.kind).length > 1
              ? () =>
                  change({ options: draft.options.filter(({ optionId }) => optionId !== option.optionId) })
              : undefined
          }
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => change({ options: [...draft.options, newOption()] })}
      >
        {t('web.decision.addOption')}
      </Button>
      <div className="two-fields">
        <LongTextField
          label={t('web.decision.values')}
          lang={language}
          value={draft.values}
          onValue={(values) => change({ values })}
        />
        <LongTextField
          label={t('web.decision.questions')}
          lang={language}
          value={draft.questions}
          onValue={(questions) => change({ questions })}
        />
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t('web.decision.reading.whole')}
        </Text>
        <ReadingLevel text={textOf(draft)} language={language} fewestWords={1} />
      </div>
    </DraftForm>
  );
}
