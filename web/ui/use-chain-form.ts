import { useCallback, useState } from 'react';
import { useDraft } from './use-draft.ts';
import { useSubmission } from './use-submission.ts';

interface ChainForm<Draft extends object> {
  /** Tells this form's draft from every other one. */
  readonly key: string;
  /** Of the chain, as the screen shows it now. */
  readonly position: number;
  /** The fields as the record has them now. */
  readonly initial: Draft;
  /** Reads the fields and sends them; throws a refusal with the place of the field that cannot be taken. */
  readonly send: (draft: Draft, expectedPosition: number | undefined) => Promise<unknown>;
  readonly done: () => void;
}

/**
 * A form over one command of a chain: a draft that survives, and a write that knows what was seen when the typing
 * began. Once the record is shown as somebody else changed it, the fields that were not typed in show that change.
 */
export function useChainForm<Draft extends object>(form: ChainForm<Draft>) {
  const { key, position, initial, send, done } = form;
  const { draft, seen, change, rebase, clear, restored } = useDraft(key, initial, position);
  const [shown, setShown] = useState(position);
  const submission = useSubmission(
    useCallback((again) => Promise.resolve().then(() => send(draft, again ?? seen)), [send, draft, seen]),
    useCallback(() => {
      clear();
      done();
    }, [clear, done]),
  );
  if (submission.refusal?.changes !== undefined && shown !== position) {
    setShown(position);
    rebase(initial);
  }
  return { draft, change, clear, restored, submission: { ...submission, showsTheirs: true } };
}
