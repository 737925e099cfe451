import { Button, Fieldset, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/kernel/calendar-date.ts';
import { useCaseView } from '../case/case-context.tsx';
import { HolderField } from '../task/holder-field.tsx';
import { ChoiceField, DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import type { DraftFieldsProps } from './time-fields.tsx';
import { useSuggestion, type NextAction } from './use-suggestion.ts';

const soon = [
  ['today', 0],
  ['tomorrow', 1],
  ['week', 7],
  ['fortnight', 14],
] as const;

interface Props extends DraftFieldsProps {
  /** What follows where nobody says otherwise; absent: what follows any contact. */
  readonly suggestion?: NextAction;
}

/** What happens next, who has the ball, until when; filled in where it follows from what came of the contact. */
export function NextActionFields({ draft, change, suggestion: given }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const usual = useSuggestion(draft);
  const suggestion = given ?? usual;
  const tasks = useCaseView().tasks.filter((each) => !each.ended);
  const title = draft.nextTouched ? draft.nextTitle : suggestion.title;
  const due = draft.nextDue === '' ? suggestion.due : draft.nextDue;
  return (
    <Fieldset legend={t('web.contact.next')} className="next-action">
      {tasks.length > 0 && (
        <ChoiceField
          label={t('web.contact.finishes')}
          empty={t('web.contact.finishesNone')}
          value={draft.finishTaskId}
          onValue={(finishTaskId) => change({ finishTaskId })}
          choices={tasks.map(({ task }) => ({ value: task.taskId, label: task.title }))}
        />
      )}
      <TextField
        at="/task/title"
        label={t('web.contact.nextTitle')}
        placeholder={t('web.contact.nextNone')}
        value={title}
        onValue={(nextTitle) => change({ nextTitle, nextTouched: true })}
      />
      {title.trim() !== '' && (
        <>
          <div className="two-fields">
            <HolderField
              label={t('web.contact.nextHolder')}
              value={draft.nextHolder ?? suggestion.holder}
              onHolder={(nextHolder) => change({ nextHolder })}
            />
            <DateField
              at="/task/due"
              label={t('web.contact.nextDue')}
              value={due}
              onValue={(nextDue) => change({ nextDue })}
            />
          </div>
          <Group gap={6}>
            {soon.map(([name, days]) => (
              <Button
                key={name}
                size="compact-sm"
                variant="default"
                onClick={() => change({ nextDue: addDays(today(), days) })}
              >
                {t(`web.soon.${name}`)}
              </Button>
            ))}
          </Group>
        </>
      )}
    </Fieldset>
  );
}
