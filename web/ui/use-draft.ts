import { useCallback, useEffect, useState } from 'react';
import { overRecord, packDraft, unpackDraft, type Kept } from './kept-draft.ts';

const prefix = 'archway.draft.';

interface State<Draft> {
  readonly draft: Draft;
  readonly kept: Kept;
  readonly touched: boolean;
  /** Saved or begun again, on a form that is still in sight. */
  readonly cleared: boolean;
}

/**
 * What is being typed, kept on this device until it was saved: a reload, a lost network or an ended session loses
 * nothing. `restored` is true when the form was opened with something typed earlier; `clear` forgets it, and the form
 * then begins with what the record has. `seen` is the position of the chain at which the typing began, however often
 * the form was closed since; `rebase` puts what was typed over a record that somebody else changed meanwhile.
 */
export function useDraft<Draft extends object>(key: string, initial: Draft, position?: number) {
  const [fresh] = useState<State<Draft>>({
    draft: initial,
    kept: { seen: position, typed: [] },
    touched: false,
    cleared: false,
  });
  const [earlier] = useState(() => read<Draft>(key));
  const [state, setState] = useState<State<Draft>>(() =>
    earlier === undefined
      ? fresh
      : {
          draft: { ...fresh.draft, ...earlier.draft },
          kept: { seen: earlier.kept.seen ?? position, typed: earlier.kept.typed },
          touched: true,
          cleared: false,
        },
  );
  if (state.cleared && state.kept.seen !== position)
    setState({ ...fresh, draft: initial, kept: { seen: position, typed: [] } });
  useEffect(() => {
    if (state.touched) localStorage.setItem(prefix + key, packDraft(state.draft, state.kept));
  }, [key, state]);
  const change = useCallback(
    (part: Partial<Draft>) =>
      setState(({ draft, kept }) => ({
        draft: { ...draft, ...part },
        kept: { ...kept, typed: [...new Set([...kept.typed, ...Object.keys(part)])] },
        touched: true,
        cleared: false,
      })),
    [],
  );
  const rebase = useCallback(
    (record: Draft) =>
      setState((before) => ({ ...before, draft: overRecord(before.draft, before.kept.typed, record) })),
    [],
  );
  const clear = useCallback(() => {
    forgetDraft(key);
    setState({ ...fresh, cleared: true });
  }, [key, fresh]);
  const restored = earlier !== undefined && state.touched;
  return { draft: state.draft, seen: state.kept.seen, change, rebase, clear, restored };
}

/** The fields alone; a draft of an older version is laid over the initial one. */
export function readDraft<Draft extends object>(key: string): Partial<Draft> | undefined {
  return read<Draft>(key)?.draft;
}

function read<Draft extends object>(key: string) {
  const text = localStorage.getItem(prefix + key);
  return text === null ? undefined : unpackDraft<Draft>(text);
}

export function writeDraft(key: string, draft: object): void {
  localStorage.setItem(prefix + key, packDraft(draft, undefined));
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}

/** At sign-out: what others must not find on this device. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
