import type { Branded } from './brand.ts';
import { refuse, type Refusal } from './refusal.ts';

/** An ICD-10-CM code in its printed form, with the dot: 'E11.630'. Claims carry it without the dot. */
export type DiagnosisCode = Branded<string, 'DiagnosisCode'>;

/** Checks the form only (letter, digit, alphanumeric, up to four more after a dot); whether the code is in force is data. */
export function parseDiagnosisCode(text: string): DiagnosisCode | Refusal {
  const bare = text.trim().toUpperCase().replace('.', '');
  if (/^[A-Z]\d[0-9AB][0-9A-Z]{0,4}$/.test(bare))
    return (bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare) as DiagnosisCode;
  return refuse('diagnosis-code/form', { text });
}

export function withoutDot(code: DiagnosisCode): string {
  return code.replace('.', '');
}
