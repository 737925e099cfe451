import type { CodeableConcept, Observation, ObservationComponent, Quantity, Reference } from 'fhir/r4';
import type { HistoryItem } from '#domain/patient/patient-events.ts';
import { concept, dentalCategory, hl7, systems } from './fhir-codes.ts';
import { codingOf } from './to-patient.ts';

const statuses = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
] as const;

/**
 * A measurement or finding. Its value is the text of the record, as it was read: '7.0 %'. Only blood pressure and
 * body weight are taken apart again, because FHIR R4 holds whoever sends their LOINC codes to its vital signs.
 */
export function observationOf(
  item: HistoryItem,
  dental: boolean,
  rest: Pick<Observation, 'id' | 'meta' | 'extension'> & { readonly subject: Reference },
): Observation {
  return {
    resourceType: 'Observation',
    ...rest,
    status: statuses.find((known) => known === item.status) ?? 'unknown',
    category: categoriesOf(item, dental),
    code: { coding: item.codings.map(codingOf), text: item.text },
    effectiveDateTime: item.on,
    ...valueOf(item),
  };
}

/** Categories that follow from the LOINC code alone, by its class. */
const categoryOfLoinc: ReadonlyMap<string, string> = new Map([
  ...[
    ...['4548-4', '17856-6', '59261-8', '2339-0', '2345-7', '1558-6', '6301-6', '34714-6', '5902-2', '777-3'],
    ...['26515-7', '751-8', '26499-4', '718-7', '2160-0', '38483-4', '33914-3', '62238-1', '98979-8'],
  ].map((code) => [code, 'laboratory'] as const),
  ['10230-1', 'imaging'],
  ...['85354-9', '55284-4', '29463-7'].map((code) => [code, 'vital-signs'] as const),
  ...['72166-2', '11367-0', '82810-3'].map((code) => [code, 'social-history'] as const),
]);

function categoriesOf(item: HistoryItem, dental: boolean): CodeableConcept[] {
  const codes = loincOf(item).flatMap((code) => categoryOfLoinc.get(code) ?? []);
  const known = [...new Set(codes)].map((code) => concept(hl7('observation-category'), code));
  return dental ? [...known, dentalCategory] : known;
}

function loincOf({ codings }: HistoryItem): string[] {
  return codings.filter(({ system }) => system === systems.loinc).map(({ code }) => code);
}

function valueOf(item: HistoryItem): Partial<Observation> {
  const codes = loincOf(item);
  if (codes.includes('85354-9') || codes.includes('55284-4')) return bloodPressure(item);
  if (codes.includes('29463-7')) return bodyWeight(item);
  return textValue(item);
}

function textValue({ value }: HistoryItem): Partial<Observation> {
  return value === undefined ? {} : { valueString: value };
}

/** Codes of the two parts in the order that the profile has them; a part that the text lacks is said to be unknown. */
const pressures = [
  { code: '8480-6', word: 'systolic' },
  { code: '8462-4', word: 'diastolic' },
] as const;

/** 'Systolic: 128 mmHg; Diastolic: 82 mmHg' as components; what reads differently stays a note. */
function bloodPressure(item: HistoryItem): Partial<Observation> {
  const parts = (item.value ?? '').split('; ');
  const read = pressures.map(({ code, word }): ObservationComponent => {
    const part = parts.find((one) => one.toLowerCase().includes(word)) ?? '';
    const number = /: (\d{2,3}(?:\.\d+)?) (?:mm\[Hg\]|mm ?Hg)$/.exec(part)?.[1];
    return {
      code: concept(systems.loinc, code, word),
      ...(number === undefined
        ? { dataAbsentReason: concept(hl7('data-absent-reason'), 'unknown') }
        : { valueQuantity: quantity(number, 'mmHg', 'mm[Hg]') }),
    };
  });
  const whole = read.every(({ valueQuantity }) => valueQuantity) && parts.length === pressures.length;
  return { component: read, ...(whole || item.value === undefined ? {} : { note: [{ text: item.value }] }) };
}

/** UCUM's codes of the units in which people are weighed. */
const weightUnits: ReadonlyMap<string, string> = new Map([
  ['kg', 'kg'],
  ['g', 'g'],
  ['lb', '[lb_av]'],
  ['[lb_av]', '[lb_av]'],
]);

function bodyWeight(item: HistoryItem): Partial<Observation> {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) (\S+)$/.exec(item.value ?? '') ?? [];
  const code = weightUnits.get(unit);
  if (number !== undefined && code !== undefined) return { valueQuantity: quantity(number, unit, code) };
  return {
    dataAbsentReason: concept(hl7('data-absent-reason'), 'unknown'),
    ...(item.value === undefined ? {} : { note: [{ text: item.value }] }),
  };
}

function quantity(number: string, unit: string, code: string): Quantity {
  return { value: Number(number), unit, system: systems.units, code };
}
