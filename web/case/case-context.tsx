import { createContext, use, type ReactNode } from 'react';
import type { CaseView } from '#contract/views.ts';

const CaseContext = createContext<CaseView | undefined>(undefined);

export function CaseScope({ view, children }: { readonly view: CaseView; readonly children: ReactNode }) {
  return <CaseContext value={view}>{children}</CaseContext>;
}

/** The case that is on the screen. */
export function useCaseView(): CaseView {
  const view = use(CaseContext);
  if (!view) throw new Error('a part of a case was shown outside of a case');
  return view;
}
