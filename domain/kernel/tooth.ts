import type { Branded } from './brand.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Universal numbering: 1-32, A-T, supernumerary 51-82 and AS-TS. */
export type Tooth = Branded<string, 'Tooth'>;

/** Surfaces that a dental claim can carry. Source: 005010X224A2 TOO03 values (standards-facts, short list). */
export const surfaces = ['B', 'D', 'F', 'I', 'L', 'M', 'O'] as const;
export type Surface = (typeof surfaces)[number];

/** Areas of the oral cavity on a dental claim. Source: standards-facts, short list. */
export const oralAreas = ['00', '01', '02', '09', '10', '20', '30', '40', 'L', 'R'] as const;
export type OralArea = (typeof oralAreas)[number];

export function parseTooth(text: string): Tooth | Refusal {
  const tooth = text.trim().toUpperCase();
  const number = /^\d{1,2}$/.test(tooth) ? Number(tooth) : 0;
  if ((number >= 1 && number <= 32) || (number >= 51 && number <= 82)) return String(number) as Tooth;
  if (/^[A-T]S?$/.test(tooth)) return tooth as Tooth;
  return refuse('tooth/unknown', { text });
}

/** For teeth that the program itself wrote; throws on anything else. */
export function tooth(text: string): Tooth {
  const parsed = parseTooth(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}

export function parseSurfaces(text: string): Surface[] | Refusal {
  const letters = [...text.trim().toUpperCase()].filter((letter) => letter !== ',' && letter !== ' ');
  const known = letters.filter((letter): letter is Surface =>
    (surfaces as readonly string[]).includes(letter),
  );
  if (known.length !== letters.length || known.length > 5)
    return refuse('surface/unknown', { text, surfaces: surfaces.join(' ') });
  return known;
}

export function parseOralArea(text: string): OralArea | Refusal {
  const area = oralAreas.find((known) => known === text.trim().toUpperCase());
  return area ?? refuse('oral-area/unknown', { text, areas: oralAreas });
}
