import type { Static } from 'typebox';
import { sql } from 'kysely';
import type { PatientRow } from '#contract/views.ts';
import { calendarDate, parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Reading } from '../record/record.ts';
import { searchable } from '../record/read-models.ts';

const mostRows = 50;

/**
 * Finds patients while somebody types: by name in either order, by birth date (2014-03-05 or 3/5/2014), or by
 * digits of a telephone number. An empty question gives the first patients by name.
 */
export async function findPatients(reading: Reading, question: string): Promise<Static<typeof PatientRow>[]> {
  const words = searchable(question.replaceAll(/[,;]/g, ' ')).split(' ').filter(Boolean);
  const birthDate = words.map(asDate).find((date) => date !== undefined);
  const digits = question.replaceAll(/\D/g, '');
  let query = reading.tenant
    .selectFrom('patient_summary as patient')
    .select(['patient_id', 'last_name', 'first_name', 'birth_date', 'telephone_digits'])
    .select((select) =>
      select
        .selectFrom('case_summary')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('case_summary.organization_id', '=', 'patient.organization_id')
        .whereRef('case_summary.patient_id', '=', 'patient.patient_id')
        .where('case_summary.state', '<>', 'closed')
        .as('open_cases'),
    )
    .where('patient.organization_id', '=', reading.organizationId);
  if (birthDate !== undefined) query = query.where('birth_date', '=', birthDate);
  const names = words.filter((word) => asDate(word) === undefined);
  if (
    birthDate === undefined &&
    digits.length >= 3 &&
    digits.length === question.replaceAll(/[\s()+.-]/g, '').length
  )
    query = query.where(
      sql<boolean>`exists (select from unnest(telephone_digits) as number where number like ${`%${digits.slice(-10)}%`})`,
    );
  else
    for (const word of names)
      query = query.where((where) =>
        where.or([
          where('search_name', 'like', `${escapeLike(word)}%`),
          where('search_name', 'like', `% ${escapeLike(word)}%`),
        ]),
      );
  const rows = await query.orderBy('search_name').orderBy('patient_id').limit(mostRows).execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    lastName: row.last_name,
    firstName: row.first_name,
    birthDate: calendarDate(row.birth_date),
    ...(row.telephone_digits[0] === undefined ? {} : { telephone: row.telephone_digits[0] }),
    openCases: row.open_cases ?? 0,
  }));
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

function asDate(word: string): string | undefined {
  const american = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(word);
  const text = american
    ? `${american[3] ?? ''}-${(american[1] ?? '').padStart(2, '0')}-${(american[2] ?? '').padStart(2, '0')}`
    : word;
  const parsed = parseCalendarDate(text);
  return typeof parsed === 'string' ? parsed : undefined;
}
