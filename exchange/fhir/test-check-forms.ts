import { parseNpi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { FhirFault } from './test-fhir-fault.ts';
import { isObject, type JsonObject, listOf, textOf, walk } from './test-walk-json.ts';

const day = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;
const clock = String.raw`T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d):[0-5]\d)`;
const forms = {
  date: new RegExp(`^${day}$`),
  dateTime: new RegExp(`^${day}$|^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])${clock}$`),
  instant: new RegExp(`^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])${clock}$`),
};

/** Elements by name that hold a date, of the resources that we write. */
const dateElements: Readonly<Record<string, keyof typeof forms>> = {
  birthDate: 'date',
  servicedDate: 'date',
  start: 'dateTime',
  end: 'dateTime',
  sent: 'dateTime',
  received: 'dateTime',
  authoredOn: 'dateTime',
  lastModified: 'dateTime',
  created: 'dateTime',
  dateTime: 'dateTime',
  occurredDateTime: 'dateTime',
  onsetDateTime: 'dateTime',
  abatementDateTime: 'dateTime',
  effectiveDateTime: 'dateTime',
  performedDateTime: 'dateTime',
  occurrenceDateTime: 'dateTime',
  recorded: 'instant',
  timestamp: 'instant',
};

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What can be seen of each value without knowing the resource around it. */
export function checkForms(document: JsonObject): FhirFault[] {
  const faults: FhirFault[] = [];
  for (const { path, key, value } of walk(document, textOf(document['resourceType']))) {
    if (isEmpty(value)) faults.push({ code: 'empty', path, what: 'Empty values do not exist in FHIR.' });
    const form = dateElements[key];
    if (form && typeof value === 'string' && !isDate(value, form))
      faults.push({ code: 'date', path, what: `"${value}" is no ${form}.` });
    if (isObject(value)) faults.push(...checkObject(value, key, path));
  }
  return faults;
}

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isDate(text: string, form: keyof typeof forms): boolean {
  if (!forms[form].test(text)) return false;
  const date = text.slice(0, 10);
  return date.length < 10 || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function checkObject(value: JsonObject, key: string, path: string): FhirFault[] {
  const faults: FhirFault[] = [];
  if (value['currency'] !== undefined && !currencies.has(textOf(value['currency'])))
    faults.push({
      code: 'currency',
      path,
      what: `"${textOf(value['currency'])}" is not an ISO 4217 currency.`,
    });
  if (
    typeof value['start'] === 'string' &&
    typeof value['end'] === 'string' &&
    isBackwards(value['start'], value['end'])
  )
    faults.push({ code: 'invariant', path, what: 'per-1: the period ends before it starts.' });
  if (key === 'coding' || key === 'security' || key === 'purpose') faults.push(...checkCoding(value, path));
  if (key === 'extension') faults.push(...checkExtension(value, path));
  if (value['system'] === 'http://hl7.org/fhir/sid/us-npi' && isRefusal(parseNpi(textOf(value['value']))))
    faults.push({ code: 'identifier', path, what: `"${textOf(value['value'])}" is no NPI.` });
  return faults;
}

/** Compared as far as both are precise. */
function isBackwards(start: string, end: string): boolean {
  const length = Math.min(start.length, end.length);
  return length > 10 ? Date.parse(start) > Date.parse(end) : start.slice(0, length) > end.slice(0, length);
}

function checkCoding(coding: JsonObject, path: string): FhirFault[] {
  const faults: FhirFault[] = [];
  const system = textOf(coding['system']);
  const code = textOf(coding['code']);
  if (coding['system'] !== undefined && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(system))
    faults.push({ code: 'coding', path, what: `"${system}" is no address of a code system.` });
  if (/^\s|\s$|\s\s/.test(code)) faults.push({ code: 'coding', path, what: `"${code}" is no code.` });
  if (/ada\.org\/cdt/.test(system)) {
    if (coding['display'] !== undefined)
      faults.push({
        code: 'nomenclature',
        path,
        what: 'A CDT code carries its nomenclature, which is licensed.',
      });
    if (!/^D\d{4}$/.test(code)) faults.push({ code: 'coding', path, what: `"${code}" is no CDT code.` });
  }
  return faults;
}

/** ext-1: a value or extensions, never both; an address unless it is a part of another extension. */
function checkExtension(extension: JsonObject, path: string): FhirFault[] {
  const values = Object.keys(extension).filter((name) => name.startsWith('value'));
  const nested = listOf(extension['extension']).length > 0;
  const inside = /extension\[\d+\]\.extension\[\d+\]$/.test(path);
  const url = textOf(extension['url']);
  return values.length + (nested ? 1 : 0) === 1 && (inside ? url !== '' : /^https?:\/\/\S+$/.test(url))
    ? []
    : [{ code: 'extension', path, what: 'An extension has an address and one value, or extensions.' }];
}
