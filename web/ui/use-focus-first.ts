import { useCallback } from 'react';

const fields = 'input, select, textarea, button:not([aria-label]), [tabindex]';

/** Puts the focus into what comes into sight: into the field that asks for it, else into the first one. */
export function useFocusFirst(): (node: HTMLElement | null) => void {
  return useCallback((node) => {
    if (node === null) return;
    const first =
      node.querySelector<HTMLElement>('[data-autofocus]') ?? node.querySelector<HTMLElement>(fields);
    // After the one who opened it has been given up: a press of a button puts the focus there once more.
    setTimeout(() => first?.isConnected === true && first.focus({ preventScroll: true }));
  }, []);
}
