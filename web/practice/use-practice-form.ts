import { useCallback } from 'react';
import type { PracticeCommand, PracticeCommandName } from '#contract/patient-commands.ts';
import type { PracticeView } from '#contract/views.ts';
import { usePracticeCommand } from '../api/practice.ts';
import { useChainForm } from '../ui/use-chain-form.ts';

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
  const { practice, command, about, initial, build, done } = form;
  const { mutateAsync } = usePracticeCommand(command);
  const send = useCallback(
    (draft: Draft, expectedPosition: number | undefined) =>
      mutateAsync({ ...build(draft), expectedPosition }),
    [mutateAsync, build],
  );
  return useChainForm({
    key: `practice.${command}.${about}`,
    position: practice.position,
    initial,
    send,
    done,
  });
}
