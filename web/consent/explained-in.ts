import { nearestLanguage } from '#domain/patient/nearest-language.ts';

/**
 * In which language a consent is explained at first: the patient's own, whatever language the screens are in.
 * `spoken` is the patient's language in words or as a tag; where nobody has asked, the screens' own is as good as any.
 */
export function explainedIn(spoken: string | undefined, ofScreens: string): string {
  if (spoken === undefined) return ofScreens;
  if (nearestLanguage(spoken) === 'es') return 'es';
  return /^(en\b|english|inglés)/i.test(spoken.trim()) ? 'en' : 'other';
}
