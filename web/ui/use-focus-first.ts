import { useCallback } from 'react';

const fields = 'input, select, textarea, button:not([aria-label]), [tabindex]';

/** Puts the focus into what comes into sight: into the field that asks for it, else into the first one. */
export function useFocusFirst(): (node: HTMLElement | null) => void {
  return useCallback((node) => {
    if (node === null) return;
    const first =
      node.querySelector<HTMLElement>('[data-autofocus]') ?? node.querySelector<HTMLElement>(fields);
    first?.focus({ preventScroll: true });
    // Once more where it could not be had yet: what fades in cannot be focused in its first moment.
    setTimeout(() => {
      if (first?.isConnected === true && document.activeElement !== first)
        first.focus({ preventScroll: true });
    });
  }, []);
}
