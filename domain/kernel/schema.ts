import { Type } from 'typebox';
import type { CalendarDate, Instant } from './calendar-date.ts';
import type { DiagnosisCode } from './diagnosis-code.ts';
import type { Cents } from './money.ts';
import type { Npi } from './npi.ts';
import type { ProcedureCode } from './procedure-code.ts';
import { oralAreas, surfaces, type Tooth } from './tooth.ts';

/** Schemas of the kernel's values: each noun is described once, for validation, type, OpenAPI and response cut. */

export const IdSchema = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' });
export const DateSchema = Type.Unsafe<CalendarDate>(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }),
);
export const InstantSchema = Type.Unsafe<Instant>(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', format: 'date-time' }),
);
export const CentsSchema = Type.Unsafe<Cents>(Type.Integer({ minimum: 0, maximum: 9_999_999_999 }));
export const NpiSchema = Type.Unsafe<Npi>(Type.String({ pattern: '^[12]\\d{9}$' }));
export const ProcedureCodeSchema = Type.Unsafe<ProcedureCode>(Type.String({ pattern: '^D\\d{4}$' }));
export const DiagnosisCodeSchema = Type.Unsafe<DiagnosisCode>(
  Type.String({ pattern: '^[A-Z]\\d[0-9AB](\\.[0-9A-Z]{1,4})?$' }),
);
export const ToothSchema = Type.Unsafe<Tooth>(
  Type.String({ pattern: '^([1-9]|[12]\\d|3[0-2]|5[1-9]|[67]\\d|8[0-2]|[A-T]S?)$' }),
);
export const SurfaceSchema = oneOf(surfaces);
export const OralAreaSchema = oneOf(oralAreas);

/** Text that a person types; `longest` in characters. */
export function TextSchema(longest: number) {
  return Type.String({ maxLength: longest });
}

/** Text that must say something. */
export function FilledTextSchema(longest: number) {
  return Type.String({ minLength: 1, maxLength: longest, pattern: '\\S' });
}

/** One of a closed list of words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>(Type.String({ enum: [...words] }));
}
