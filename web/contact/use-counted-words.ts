import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

interface Seconds {
  readonly countedSeconds: number;
  readonly pendingSeconds: number;
}

/** How much of the recorded time counts, and how much will when what is missing is there. */
export function useCountedWords(): (seconds: Seconds, recorded: number) => string {
  const { t } = useTranslation();
  const { duration } = useFormat();
  return ({ countedSeconds, pendingSeconds }, recorded) => {
    const of = { counted: duration(countedSeconds), measured: duration(recorded) };
    return pendingSeconds === 0
      ? t('web.contacts.counted', of)
      : t('web.contacts.countedPending', { ...of, pending: duration(pendingSeconds) });
  };
}
