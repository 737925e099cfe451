import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Fonts that travel with the program (SIL Open Font License), so that a document looks the same everywhere and its
 * text is embedded. In the order in which the templates fall back: Latin, Greek and Cyrillic; Arabic; Hebrew; signs.
 */
const files = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
];

/** Families that running text is set in; the font of fingerprints is not among them. */
const notForText = 'source-code-pro';

export interface LoadedFont {
  readonly bytes: Uint8Array;
  readonly forText: boolean;
}

export function loadFonts(): LoadedFont[] {
  return files.map((file) => ({
    bytes: new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(file)))),
    forText: !file.includes(notForText),
  }));
}
