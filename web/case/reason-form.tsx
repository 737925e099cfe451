import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseCommand, CaseCommandName } from '#contract/commands.ts';
import { LongTextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { DraftForm } from './case-form.tsx';
import { useCaseForm } from './use-case-form.ts';

interface Props<Name extends CaseCommandName> {
  readonly command: Name;
  readonly about: string;
  readonly lead?: string;
  readonly label?: string;
  readonly build: (reason: string) => CaseCommand<Name>;
  readonly submitLabel: string;
  readonly onDone: () => void;
}

/** A step that asks for nothing but its reason. */
export function ReasonForm<Name extends CaseCommandName>(props: Props<Name>) {
  const { t } = useTranslation();
  const form = useCaseForm({
    command: props.command,
    about: props.about,
    initial: { reason: '' },
    build: ({ reason }) => props.build(readText(reason, '/reason')),
    done: props.onDone,
  });
  return (
    <DraftForm form={form} submitLabel={props.submitLabel} onCancel={props.onDone}>
      {props.lead !== undefined && <Text>{props.lead}</Text>}
      <LongTextField
        at="/reason"
        label={props.label ?? t('web.form.reason')}
        data-autofocus
        value={form.draft.reason}
        onValue={(reason) => form.change({ reason })}
      />
    </DraftForm>
  );
}
