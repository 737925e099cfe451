import type { Demographics } from '#domain/patient/patient-events.ts';
import type { Reading } from '../record/record.ts';

/** Patients that share the birth date, the last name's beginning, or a telephone number. */
export async function similarPatients(reading: Reading, demographics: Demographics) {
  const digits = demographics.contacts
    .map((contact) => contact.value.replaceAll(/\D/g, '').slice(-10))
    .filter((number) => number.length === 10);
  const rows = await reading.tenant
    .selectFrom('patient_summary')
    .selectAll()
    .where('organization_id', '=', reading.organizationId)
    .where((where) =>
      where.or([
        where('birth_date', '=', demographics.birthDate),
        where('last_name', 'ilike', `${demographics.lastName.slice(0, 4).replaceAll(/[\\%_]/g, '\\$&')}%`),
        ...digits.map((number) => where(where.val(number), '=', where.fn.any('telephone_digits'))),
      ]),
    )
    .limit(500)
    .execute();
  return rows.map((row) => ({
    patientId: row.patient_id,
    lastName: row.last_name,
    firstName: row.first_name,
    birthDate: row.birth_date,
    telephoneDigits: row.telephone_digits,
  }));
}
