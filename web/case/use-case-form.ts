import { useCallback, useState } from 'react';
import type { CaseCommand, CaseCommandName } from '#contract/commands.ts';
import { useCaseCommand } from '../api/cases.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { useCaseView } from './case-context.tsx';

interface CaseForm<Name extends CaseCommandName, Draft extends object> {
  readonly command: Name;
  /** Tells this form's draft from that of another thing: the id of what is changed, or 'new'. */
  readonly about: string;
  readonly initial: Draft;
  /** Reads the fields; throws a refusal with the place of the field that cannot be taken. */
  readonly build: (draft: Draft) => CaseCommand<Name>;
  readonly done: () => void;
}

/** A form over one command of the case: a draft that survives, and a write that knows what it has seen. */
export function useCaseForm<Name extends CaseCommandName, Draft extends object>(form: CaseForm<Name, Draft>) {
  const view = useCaseView();
  const [seen] = useState(view.position);
  const { draft, change, clear, restored } = useDraft(
    `${view.caseId}.${form.command}.${form.about}`,
    form.initial,
  );
  const { mutateAsync } = useCaseCommand(view.caseId, form.command);
  const { build, done } = form;
  const submission = useSubmission(
    useCallback(
      (position) =>
        Promise.resolve().then(() => mutateAsync({ ...build(draft), expectedPosition: position ?? seen })),
      [mutateAsync, build, draft, seen],
    ),
    useCallback(() => {
      clear();
      done();
    }, [clear, done]),
  );
  return { draft, change, clear, restored, submission };
}
