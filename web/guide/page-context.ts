import { createContext, useContext } from 'react';
import type { NumberedSource } from './sources.ts';

interface OpenPage {
  readonly code: string;
  readonly sources: ReadonlyMap<string, NumberedSource>;
  /** Anchor in the address, which is set off. */
  readonly here: string;
}

const PageContext = createContext<OpenPage | undefined>(undefined);
export const OpenPageProvider = PageContext.Provider;

export function useOpenPage(): OpenPage {
  const page = useContext(PageContext);
  if (!page) throw new Error('a part of a guide page was shown outside of one');
  return page;
}
