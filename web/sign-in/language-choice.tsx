import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak } from '../app/languages.ts';

/** Before sign-in, the language is this device's. */
export function LanguageChoice() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'es' ? 'en' : 'es';
  return (
    <Button variant="default" size="sm" lang={other} onClick={() => void speak(other)}>
      {other === 'es' ? 'Español' : 'English'}
    </Button>
  );
}
