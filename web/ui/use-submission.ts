import { useCallback, useState } from 'react';
import type { RefusalView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';

export interface Submission {
  readonly refusal: RefusalView | undefined;
  readonly pending: boolean;
  /** After a stale write: the fields that were not typed in show what others recorded. */
  readonly showsTheirs?: boolean;
  /** `expectedPosition` is newer than what was seen when somebody saves again over a change. */
  readonly submit: (expectedPosition?: number) => Promise<boolean>;
}

/**
 * Sends a form once. `work` reads the fields and sends them; a refusal from either stays beside the form and what was
 * typed stays in it. Everything else is a bug and is thrown.
 */
export function useSubmission(
  work: (expectedPosition: number | undefined) => Promise<unknown>,
  done?: () => void,
): Submission {
  const [refusal, setRefusal] = useState<RefusalView>();
  const [pending, setPending] = useState(false);
  const submit = useCallback(
    async (expectedPosition?: number) => {
      setPending(true);
      try {
        await work(expectedPosition);
        setRefusal(undefined);
        done?.();
        return true;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        setRefusal(error.refusal);
        return false;
      } finally {
        setPending(false);
      }
    },
    [work, done],
  );
  return { refusal, pending, submit };
}

/** The last position that a stale write told of. */
export function newestChange(refusal: RefusalView | undefined): number | undefined {
  const positions = refusal?.changes?.map((change) => change.position) ?? [];
  return positions.length === 0 ? undefined : Math.max(...positions);
}
