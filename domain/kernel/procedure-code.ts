import type { Branded } from './brand.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A CDT procedure code number: D and four digits. Numbers only; nomenclature belongs to a practice's licensed list. */
export type ProcedureCode = Branded<string, 'ProcedureCode'>;

export function parseProcedureCode(text: string): ProcedureCode | Refusal {
  const code = text.trim().toUpperCase();
  if (/^D\d{4}$/.test(code)) return code as ProcedureCode;
  return refuse('procedure-code/form', { text });
}

export function procedureCode(text: string): ProcedureCode {
  const parsed = parseProcedureCode(text);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  return parsed;
}
