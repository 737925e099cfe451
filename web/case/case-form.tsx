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
  /** Where leaving is no cancelling: what was typed is kept for later. */
  readonly laterLabel?: string;
  readonly children: ReactNode;
}

/** The frame of a form whose draft survives: cancelling forgets what was typed. */
export function DraftForm({ form, submitLabel, onCancel, laterLabel, children }: Props) {
  return (
    <Form
      submission={form.submission}
      submitLabel={submitLabel}
      restored={form.restored}
      onStartOver={form.clear}
      cancelLabel={laterLabel}
      onCancel={() => {
        if (laterLabel === undefined) form.clear();
        onCancel();
      }}
    >
      {children}
    </Form>
  );
}
