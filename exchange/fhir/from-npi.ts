import { parseNpi, type Npi } from '#domain/kernel/npi.ts';
import type { ImportMessage } from './from-outcome.ts';
import { flag } from './from-words.ts';
import type { FhirIdentifier } from './read-shapes.ts';
import { systems } from './read-values.ts';

export interface StatedNpi {
  readonly npi: Npi | undefined;
  readonly flags: readonly ImportMessage[];
}

/** The first NPI that passes its check digit; all others are flagged and never used. */
export function npiOf(identifiers: readonly FhirIdentifier[] | undefined): StatedNpi {
  const stated = (identifiers ?? []).flatMap(({ system, value }) =>
    system === systems.npi && value !== undefined ? [value] : [],
  );
  const valid = new Set<Npi>();
  const flags: ImportMessage[] = [];
  for (const value of stated) {
    const npi = parseNpi(value);
    if (typeof npi === 'string') valid.add(npi);
    else flags.push(flag('npiInvalid', { value }));
  }
  const [npi] = valid;
  return { npi, flags: valid.size > 1 ? [...flags, flag('npiSeveral')] : flags };
}
