import { useTranslation } from 'react-i18next';

/** The name of an event of a chain in the reader's language. */
export function useEventName(): (type: string) => string {
  const { t } = useTranslation();
  return (type) => t(`pdf.event.${type}`, { defaultValue: type });
}
