import { useTranslation } from 'react-i18next';

/** A code with our own short word for it; "none" is a decision too. */
export function useCodeName(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => t(`web.codeName.${code}`, { defaultValue: code });
}
