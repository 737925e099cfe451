import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locales, type BothLanguages } from '#domain/kernel/both-languages.ts';
import { useLocale } from '../ui/in-language.ts';

interface Props {
  readonly statement: string;
  /** What the words say in each language, where they are not the signer's own. */
  readonly standard: BothLanguages | undefined;
}

/** Words as they were signed, which nobody may change; and what they say, where they were signed in another language. */
export function SignedWords({ statement, standard }: Props) {
  const { t } = useTranslation();
  const reader = useLocale();
  const signedIn = standard && locales.find((locale) => standard[locale] === statement);
  return (
    <>
      <Text>
        <q lang={signedIn}>{statement}</q>
      </Text>
      {standard && signedIn !== reader && (
        <Text size="sm">{t('pdf.signedElsewhere', { words: standard[reader] })}</Text>
      )}
    </>
  );
}
