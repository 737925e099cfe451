import { useCallback, useState } from 'react';
import type { PracticeCommand, PracticeCommandName } from '#contract/patient-commands.ts';
import type { PracticeView } from '#contract/views.ts';
import { usePracticeCommand } from '../api/practice.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';

interface PracticeForm<Name extends PracticeCommandName, Draft extends object> {
  readonly practice: PracticeView;
  readonly command: Name;
  readonly about: string;
  readonly initial: Draft;
  readonly build: (draft: Draft) => PracticeCommand<Name>;
  readonly done: () => void;
}

/** A form over one command of the practice's chain. */
export function usePracticeForm<Name extends PracticeCommandName, Draft extends object>(
  form: PracticeForm<Name, Draft>,
) {
  const { practice, command, build, done } = form;
  const [seen] = useState(practice.position);
  const { draft, change, clear, restored } = useDraft(`practice.${command}.${form.about}`, form.initial);
  const { mutateAsync } = usePracticeCommand(command);
  const submission = useSubmission(
    useCallback(
      async (position) => mutateAsync({ ...build(draft), expectedPosition: position ?? seen }),
      [mutateAsync, build, draft, seen],
    ),
    useCallback(() => {
      clear();
      done();
    }, [clear, done]),
  );
  return { draft, change, clear, restored, submission };
}
