import { createContext, use } from 'react';
import type { ContactDraft } from './contact-draft.ts';

interface Desk {
  readonly draft: ContactDraft | undefined;
  readonly opened: boolean;
  /** Opens the form: the contact that is being written, else a new one, with its watch running. */
  readonly open: (caseId?: string, start?: Partial<ContactDraft>) => void;
  /** Puts the form aside; the watch runs on and the header shows it. */
  readonly putAside: () => void;
  readonly change: (part: Partial<ContactDraft>) => void;
  readonly forget: () => void;
}

/** Given by ContactDesk. */
export const DeskContext = createContext<Desk | undefined>(undefined);

export function useContactDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('the contact form was asked for outside of the signed-in screens');
  return desk;
}
