import type { FhirResource, Reference } from 'fhir/r4';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { fhirId, withoutEmpty } from './fhir-codes.ts';

/** What a bundle is made of; `allowed` comes from the release decision of the way out. */
export interface CaseExport {
  readonly case: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
  readonly allowed: ReadonlySet<DataCategory>;
  /**
   * Positions of the patient's chain that the recipient needs, for whoever gets the minimum necessary
   * (45 CFR 164.502(b)); absent: all, as for treatment, the patient and own use.
   */
  readonly neededPositions?: ReadonlySet<number>;
  /** The record was narrowed before it came here: the bundle is marked as redacted. */
  readonly partial?: boolean;
  /** The moment as of which consents and coverages are in force; also the bundle's timestamp. */
  readonly asOf: Instant;
}

export type ResourceType = FhirResource['resourceType'];

/** The bundle while it is being filled. */
export interface Scene extends CaseExport {
  /** True when all categories may leave; remembers that something was withheld when not. */
  allows(...categories: readonly (DataCategory | undefined)[]): boolean;
  /** Whether the recipient needs what stands at this position of the patient's chain; remembers when not. */
  needs(position: number | undefined): boolean;
  /** The id of a record as a resource: the record's own, made different where two kinds of record share it. */
  idOf(type: ResourceType, kind: string, recordId: string): string;
  reference(type: ResourceType, kind: string, recordId: string): Reference;
  has(type: ResourceType, kind: string, recordId: string): boolean;
  put(resource: FhirResource): void;
  /** Remembers that something specially protected is in the bundle. */
  restrict(): void;
  readonly resources: readonly FhirResource[];
  readonly withheld: boolean;
  readonly restricted: boolean;
}

export function createScene(input: CaseExport): Scene {
  const resources = new Map<string, FhirResource>();
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  let withheld = input.partial ?? false;
  let restricted = false;
  function idOf(type: ResourceType, kind: string, recordId: string): string {
    const key = `${type} ${kind} ${recordId}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const plain = fhirId(recordId);
    let id = plain;
    for (let n = 2; taken.has(`${type}/${id}`); n++) id = `${plain.slice(0, 60)}.${n}`;
    taken.add(`${type}/${id}`);
    ids.set(key, id);
    return id;
  }
  return {
    ...input,
    allows(...categories) {
      const may = categories.every((category) => category === undefined || input.allowed.has(category));
      if (!may) withheld = true;
      return may;
    },
    needs(position) {
      const { neededPositions } = input;
      const needed =
        neededPositions === undefined || (position !== undefined && neededPositions.has(position));
      if (!needed) withheld = true;
      return needed;
    },
    idOf,
    reference: (type, kind, recordId) => ({ reference: `${type}/${idOf(type, kind, recordId)}` }),
    has: (type, kind, recordId) => resources.has(`${type}/${idOf(type, kind, recordId)}`),
    put(resource) {
      const key = `${resource.resourceType}/${resource.id ?? ''}`;
      if (resources.has(key)) throw new Error(`${key} is put twice`);
      resources.set(key, withoutEmpty(resource));
    },
    restrict() {
      restricted = true;
    },
    get resources() {
      return [...resources.values()];
    },
    get withheld() {
      return withheld;
    },
    get restricted() {
      return restricted;
    },
  };
}
