import { Button, Group, Stack, Text } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert, RefusalScope } from './refusal.tsx';
import { newestChange, type Submission } from './use-submission.ts';

interface FormProps {
  readonly submission: Submission;
  readonly submitLabel: string;
  readonly children: ReactNode;
  readonly onCancel?: () => void;
  /** Where leaving keeps what was typed, and is no cancelling. */
  readonly cancelLabel?: string | undefined;
  /** Shown when something typed earlier was brought back. */
  readonly restored?: boolean;
  readonly onStartOver?: () => void;
  readonly disabled?: boolean;
}

/** A form with its refusal on top and beside the field, saved by its button or by Ctrl+Enter from any field. */
export function Form(props: FormProps) {
  const { submission, submitLabel, children, onCancel, disabled = false } = props;
  const { t } = useTranslation();
  const { refusal, pending, submit } = submission;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) top.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  const save = () => {
    if (!pending && !disabled) void submit();
  };
  return (
    <RefusalScope refusal={refusal}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={getHotkeyHandler([['mod+Enter', save]])}
      >
        <Stack gap="sm">
          <div ref={top} className="refusal-place">
            {refusal && (
              <RefusalAlert
                refusal={refusal}
                showsTheirs={submission.showsTheirs}
                onAgain={() => void submit(newestChange(refusal))}
              />
            )}
          </div>
          {props.restored === true && <Restored onStartOver={props.onStartOver} />}
          {children}
          <Group justify="flex-end" gap="sm">
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {props.cancelLabel ?? t('web.form.cancel')}
              </Button>
            )}
            <Button type="submit" loading={pending} disabled={disabled}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </RefusalScope>
  );
}

function Restored({ onStartOver }: { readonly onStartOver: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm">{t('web.form.restored')}</Text>
      <Button size="compact-sm" variant="default" onClick={onStartOver}>
        {t('web.form.startOver')}
      </Button>
    </Group>
  );
}
