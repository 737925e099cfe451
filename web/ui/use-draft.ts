import { useCallback, useEffect, useState } from 'react';

const prefix = 'archway.draft.';

interface State<Draft> {
  readonly draft: Draft;
  readonly touched: boolean;
}

/**
 * What is being typed, kept on this device until it was saved: a reload, a lost network or an ended session loses
 * nothing. `restored` is true when the form was opened with something typed earlier; `clear` forgets it.
 */
export function useDraft<Draft extends object>(key: string, initial: Draft) {
  const [first] = useState(initial);
  const [kept] = useState(() => readDraft<Draft>(key));
  const [state, setState] = useState<State<Draft>>({
    draft: { ...first, ...kept },
    touched: kept !== undefined,
  });
  useEffect(() => {
    if (state.touched) writeDraft(key, state.draft);
  }, [key, state]);
  const change = useCallback(
    (part: Partial<Draft>) => setState((before) => ({ draft: { ...before.draft, ...part }, touched: true })),
    [],
  );
  const clear = useCallback(() => {
    forgetDraft(key);
    setState({ draft: first, touched: false });
  }, [key, first]);
  return { draft: state.draft, change, clear, restored: kept !== undefined && state.touched };
}

/** The text was written by writeDraft of this program; a draft of an older version is laid over the initial one. */
export function readDraft<Draft>(key: string): Partial<Draft> | undefined {
  const text = localStorage.getItem(prefix + key);
  return text === null ? undefined : (JSON.parse(text) as Partial<Draft>);
}

export function writeDraft(key: string, draft: object): void {
  localStorage.setItem(prefix + key, JSON.stringify(draft));
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}

/** At sign-out: what others must not find on this device. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
