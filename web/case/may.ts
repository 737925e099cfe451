import type { CaseAction } from '#domain/case/available-actions.ts';
import { useCaseView } from './case-context.tsx';

/** Whether this person may do it now; the server holds the same table. */
export function useMay(): (action: CaseAction) => boolean {
  const { actions } = useCaseView();
  return (action) => actions.includes(action);
}
