import type { ReactNode } from 'react';
import { Form } from '../ui/form.tsx';
import type { Submission } from '../ui/use-submission.ts';

interface Props {
  readonly form: {
    readonly submission: Submission;
    readonly restored: boolean;
    readonly clear: () => void;
  };
  readonly submitLabel: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The frame of a form whose draft survives: cancelling forgets what was typed. */
export function DraftForm({ form, submitLabel, onCancel, children }: Props) {
  return (
    <Form
      submission={form.submission}
      submitLabel={submitLabel}
      restored={form.restored}
      onStartOver={form.clear}
      onCancel={() => {
        form.clear();
        onCancel();
      }}
    >
      {children}
    </Form>
  );
}
