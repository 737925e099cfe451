import i18next from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ensureTexts, type Locale } from '../app/languages.ts';

/** What is inside reads in the patient's language, while the screens of whoever is signed in stay in theirs. */
export function SpokenIn({
  language,
  children,
}: {
  readonly language: Locale;
  readonly children: ReactNode;
}) {
  const [spoken, setSpoken] = useState<typeof i18next>();
  useEffect(() => {
    let waited = true;
    void ensureTexts(language).then(() => {
      if (waited) setSpoken(i18next.cloneInstance({ lng: language }));
    });
    return () => {
      waited = false;
    };
  }, [language]);
  if (spoken?.language !== language) return null;
  return (
    <I18nextProvider i18n={spoken}>
      <div lang={language}>{children}</div>
    </I18nextProvider>
  );
}
