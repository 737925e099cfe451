import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

const remembered = 'archway.locale';

const texts = {
  en: () => import('#contract/messages/en.json'),
  es: () => import('#contract/messages/es.json'),
} satisfies Record<Locale, () => Promise<{ default: object }>>;

export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** What was chosen on this device, else the browser's first language of the two. */
function firstLocale(): Locale {
  const chosen = localStorage.getItem(remembered);
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en';
}

export async function startLanguages(): Promise<void> {
  const locale = firstLocale();
  const { default: translation } = await texts[locale]();
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: { translation } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    // A form may be read in the signer's language while the screens stay in ours.
    react: { bindI18nStore: 'added' },
  });
  document.documentElement.lang = locale;
}

/** The texts of a language, whether or not the screens are in it. */
export async function ensureTexts(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return;
  const { default: translation } = await texts[locale]();
  i18next.addResourceBundle(locale, 'translation', translation);
}

export async function speak(locale: Locale): Promise<void> {
  await ensureTexts(locale);
  await i18next.changeLanguage(locale);
  localStorage.setItem(remembered, locale);
  document.documentElement.lang = locale;
}
