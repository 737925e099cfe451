import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { suggestNext } from '../contact/contact-draft.ts';
import { useSuggestion, type NextAction } from '../contact/use-suggestion.ts';
import { useFormat } from '../ui/format.ts';
import { hasAnswers, type CallDraft } from './call-draft.ts';

/** What follows a call where nobody says otherwise: what was left open is asked again, a predetermination is sent. */
export function useCallSuggestion(draft: CallDraft, payerName: string, left: number): NextAction {
  const { t } = useTranslation();
  const session = useSession();
  const { today } = useFormat();
  const unreached = useSuggestion(draft);
  const predetermine = Object.entries(draft.answers)
    .filter(([, answer]) => answer['status'] === 'prior-authorization')
    .map(([id]) => id.split('.')[1] ?? 'D9992')
    .join(', ');
  return useMemo(() => {
    if (!hasAnswers(draft)) return unreached;
    const me = { kind: 'staff', id: session.staffId, name: session.name } as const;
    const due = suggestNext('no-answer', today())?.due ?? today();
    if (predetermine !== '')
      return { title: t('call.suggest.predetermine', { codes: predetermine }), holder: me, due };
    if (left === 0) return { title: '', holder: me, due };
    return { title: t('call.suggest.open', { payer: payerName, count: left }), holder: me, due };
  }, [draft, unreached, session, today, t, predetermine, left, payerName]);
}
