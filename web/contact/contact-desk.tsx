import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { useFormat } from '../ui/format.ts';
import { nowInstant } from '../ui/clock.ts';
import { forgetDraft, readDraft, writeDraft } from '../ui/use-draft.ts';
import { hasContent, newContact, type ContactDraft } from './contact-draft.ts';
import { ContactPanel } from './contact-panel.tsx';
import { DeskContext } from './use-contact-desk.ts';

const key = 'contact';

/** The contact that is being written: one at a time, open from anywhere, kept on this device until it is recorded. */
export function ContactDesk({ children }: { readonly children: ReactNode }) {
  const { today, timeZone } = useFormat();
  const [draft, setDraft] = useState<ContactDraft | undefined>(() => readWhole());
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (draft) writeDraft(key, draft);
    else forgetDraft(key);
  }, [draft]);
  const open = useCallback(
    (caseId?: string, start: Partial<ContactDraft> = {}) => {
      setDraft((before) => {
        if (before && hasContent(before)) return before;
        return { ...newContact(nowInstant(), today(), timeZone, caseId ?? null), ...start };
      });
      setOpened(true);
    },
    [today, timeZone],
  );
  const putAside = useCallback(() => {
    setOpened(false);
    setDraft((before) => (before && hasContent(before) ? before : undefined));
  }, []);
  const change = useCallback(
    (part: Partial<ContactDraft>) => setDraft((before) => before && { ...before, ...part }),
    [],
  );
  const forget = useCallback(() => {
    setDraft(undefined);
    setOpened(false);
  }, []);
  const desk = useMemo(
    () => ({ draft, opened, open, putAside, change, forget }),
    [draft, opened, open, putAside, change, forget],
  );
  return (
    <DeskContext value={desk}>
      {children}
      <ContactPanel />
    </DeskContext>
  );
}

/** A draft that an older version wrote is laid over an empty one, so that no field is missing. */
function readWhole(): ContactDraft | undefined {
  const kept = readDraft<ContactDraft>(key);
  const now = nowInstant();
  return kept && { ...newContact(now, dayOf(now, 'UTC'), 'UTC', null), ...kept };
}
