import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Holder } from '#domain/worklist/task.ts';
import { useSession } from '../api/session.ts';
import { useFormat } from '../ui/format.ts';
import { suggestNext, type ContactDraft } from './contact-draft.ts';

export interface NextAction {
  readonly title: string;
  readonly holder: Holder;
  readonly due: CalendarDate;
}

/** The next action as it will be saved where nobody typed another. */
export function useSuggestion(draft: ContactDraft): NextAction {
  const { t } = useTranslation();
  const session = useSession();
  const { today } = useFormat();
  const { reached, parties, isContact } = draft;
  return useMemo(() => {
    const me: Holder = { kind: 'staff', id: session.staffId, name: session.name };
    const [party] = parties;
    const suggested = isContact && party ? suggestNext(reached, today()) : undefined;
    if (!suggested || !party) return { title: '', holder: me, due: addDays(today(), 7) };
    const theirs: Holder =
      party.kind === 'patient'
        ? { kind: 'patient', name: party.name }
        : party.memberId === undefined
          ? me
          : { kind: 'team-member', id: party.memberId, name: party.name };
    return {
      title: t(`web.contact.suggest.${suggested.id}`, { name: party.name }),
      holder: suggested.theirs ? theirs : me,
      due: suggested.due,
    };
  }, [t, session, today, reached, parties, isContact]);
}
