import { useCallback } from 'react';
import type { CaseCommand, CaseCommandName } from '#contract/commands.ts';
import { useCaseCommand } from '../api/cases.ts';
import { useChainForm } from '../ui/use-chain-form.ts';
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

/** A form over one command of the case. */
export function useCaseForm<Name extends CaseCommandName, Draft extends object>(form: CaseForm<Name, Draft>) {
  const { caseId, position } = useCaseView();
  const { command, about, initial, build, done } = form;
  const { mutateAsync } = useCaseCommand(caseId, command);
  const send = useCallback(
    (draft: Draft, expectedPosition: number | undefined) =>
      mutateAsync({ ...build(draft), expectedPosition }),
    [mutateAsync, build],
  );
  return useChainForm({ key: `${caseId}.${command}.${about}`, position, initial, send, done });
}
