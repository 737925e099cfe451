import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * Which form is open is part of the address: the button that mends a gap is a link to it, and Back closes it.
 * `subject` is the thing that the form is about.
 */
export function useAction() {
  const { do: action, id: subject } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = useCallback(
    (action: string, subject?: string) =>
      void navigate({ to: '.', search: (before) => ({ ...before, do: action, id: subject }) }),
    [navigate],
  );
  const close = useCallback(
    () => void navigate({ to: '.', search: (before) => ({ ...before, do: undefined, id: undefined }) }),
    [navigate],
  );
  return { action, subject, open, close };
}
