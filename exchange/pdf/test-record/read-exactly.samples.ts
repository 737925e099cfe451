import { type DiagnosisCode, parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { type Npi, parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { type Tooth, parseTooth } from '#domain/kernel/tooth.ts';

export function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

export function diagnosis(text: string): DiagnosisCode {
  const parsed = parseDiagnosisCode(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

export function tooth(text: string): Tooth {
  const parsed = parseTooth(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}
