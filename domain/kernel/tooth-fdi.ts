import { parseTooth, tooth, type Tooth } from './tooth.ts';
import { refuse, type Refusal } from './refusal.ts';

/**
 * Teeth as the rest of the world numbers them (ISO 3950, "FDI"): the first digit is the quadrant, the second counts from
 * the midline. Universal numbers go around the mouth from the upper right. FDI has no number for a supernumerary tooth:
 * it is named after its neighbor, with an S.
 */
export function fdiOf(of: Tooth): string {
  const { base, supernumerary } = baseOf(of);
  return `${fdiOfBase(base)}${supernumerary ? 'S' : ''}`;
}

/** Reads an FDI number: 11-18, 21-28, 31-38, 41-48 permanent, 51-55, 61-65, 71-75, 81-85 primary, S behind for supernumerary. */
export function toothFromFdi(text: string): Tooth | Refusal {
  const match = /^([1-8])([1-8])(S?)$/.exec(text.trim().toUpperCase());
  const base = match ? baseFromFdi(Number(match[1]), Number(match[2])) : undefined;
  if (base === undefined) return refuse('tooth/not-fdi', { tooth: text });
  return match?.[3] === 'S' ? supernumeraryOf(base) : tooth(base);
}

/** Where a tooth stands in a chart: `column` counts from the patient's upper (or lower) right, 1 to 16 or 1 to 10. */
export interface ToothPlace {
  readonly jaw: 'upper' | 'lower';
  readonly dentition: 'permanent' | 'primary';
  readonly column: number;
  readonly supernumerary: boolean;
}

export function placeOfTooth(of: Tooth): ToothPlace {
  const { base, supernumerary } = baseOf(of);
  const number = Number(base);
  if (!Number.isNaN(number))
    return {
      jaw: number <= 16 ? 'upper' : 'lower',
      dentition: 'permanent',
      column: number <= 16 ? number : 33 - number,
      supernumerary,
    };
  const index = base.charCodeAt(0) - 64;
  return {
    jaw: index <= 10 ? 'upper' : 'lower',
    dentition: 'primary',
    column: index <= 10 ? index : 21 - index,
    supernumerary,
  };
}

function baseOf(of: Tooth): { readonly base: string; readonly supernumerary: boolean } {
  const number = Number(of);
  if (number > 50) return { base: String(number - 50), supernumerary: true };
  return of.length === 2 && of.endsWith('S')
    ? { base: of.slice(0, 1), supernumerary: true }
    : { base: of, supernumerary: false };
}

function fdiOfBase(base: string): string {
  const { jaw, dentition, column } = placeOfTooth(tooth(base));
  const half = dentition === 'permanent' ? 8 : 5;
  const right = column <= half;
  const fromMidline = right ? half + 1 - column : column - half;
  const quadrant = (jaw === 'upper' ? (right ? 1 : 2) : right ? 4 : 3) + (dentition === 'primary' ? 4 : 0);
  return `${quadrant}${fromMidline}`;
}

function baseFromFdi(quadrant: number, fromMidline: number): string | undefined {
  const primary = quadrant > 4;
  const half = primary ? 5 : 8;
  if (fromMidline > half) return undefined;
  const upper = quadrant % 4 === 1 || quadrant % 4 === 2;
  const right = quadrant % 4 === 1 || quadrant % 4 === 0;
  const column = right ? half + 1 - fromMidline : half + fromMidline;
  const index = upper ? column : 4 * half + 1 - column;
  return primary ? String.fromCharCode(64 + index) : String(index);
}

function supernumeraryOf(base: string): Tooth | Refusal {
  return parseTooth(/^\d/.test(base) ? String(Number(base) + 50) : `${base}S`);
}
