import type { Specialty } from '#domain/practice/practice-events.ts';
import type { FhirConcept } from './read-shapes.ts';
import { systems } from './read-values.ts';

/** Specialties by NUCC taxonomy code and, as far as published examples use them, by SNOMED code. */
const specialtyByCode: Readonly<Record<string, Specialty>> = {
  '122300000X': 'general-dentistry',
  '1223G0001X': 'general-dentistry',
  '1223P0300X': 'periodontics',
  '1223X0400X': 'orthodontics',
  '1223S0112X': 'oral-surgery',
  '1223E0200X': 'endodontics',
  '1223P0221X': 'pediatric-dentistry',
  '1223P0700X': 'prosthodontics',
  '1223D0001X': 'public-health-dentistry',
  '1223D0004X': 'dental-anesthesiology',
  '124Q00000X': 'dental-hygiene',
  '207Q00000X': 'primary-care',
  '207R00000X': 'primary-care',
  '208D00000X': 'primary-care',
  '208000000X': 'primary-care',
  '261QP2300X': 'primary-care',
  '207RC0000X': 'cardiology',
  '207RE0101X': 'endocrinology',
  '207RN0300X': 'nephrology',
  '207RX0202X': 'oncology',
  '207V00000X': 'obstetrics',
  '207L00000X': 'anesthesiology',
  '2084P0800X': 'behavioral-health',
  '104100000X': 'social-services',
  '408444009': 'general-dentistry',
  '394814009': 'primary-care',
  '419772000': 'primary-care',
};

export function specialtyOf(concepts: readonly FhirConcept[]): Specialty | undefined {
  return concepts
    .flatMap(({ coding }) => coding ?? [])
    .flatMap(({ system, code }) =>
      (system === systems.taxonomy || system === systems.snomed) &&
      code !== undefined &&
      Object.hasOwn(specialtyByCode, code)
        ? (specialtyByCode[code] ?? [])
        : [],
    )[0];
}

export function taxonomyOf(concepts: readonly FhirConcept[]): string | undefined {
  return concepts
    .flatMap(({ coding }) => coding ?? [])
    .find(({ system, code }) => system === systems.taxonomy && /^[A-Z0-9]{10}$/.test(code ?? ''))?.code;
}
