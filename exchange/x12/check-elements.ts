import { dataCharacters } from '#domain/claim/claim-spelling.ts';
import { type Delimiters, listed } from './delimiters.ts';
import { type Fault, faultAt } from './fault.ts';
import { element, type Interchange, type Segment } from './tokenize.ts';

type Form = 'text' | 'digits' | 'amount' | 'day' | 'clock';

/** An element's form and length; `required` where the segment makes no sense without it. */
interface ElementRule {
  readonly form: Form;
  readonly least: number;
  readonly most: number;
  readonly required: boolean;
}

const must = (form: Form, least: number, most: number): ElementRule => ({
  form,
  least,
  most,
  required: true,
});
const may = (form: Form, least: number, most: number): ElementRule => ({
  form,
  least,
  most,
  required: false,
});
/** An element that this transaction leaves empty. */
const never = 'never';

/** The elements of each segment from 01 on; composites are looked at by checks of their own. */
type ElementRules = Readonly<Record<string, readonly (ElementRule | typeof never | 'composite')[]>>;

/** Source: standards-facts 2.2. */
export const claimElements: ElementRules = {
  GS: [
    must('text', 2, 2),
    must('text', 2, 15),
    must('text', 2, 15),
    must('day', 8, 8),
    must('clock', 4, 8),
    must('digits', 1, 9),
    must('text', 1, 1),
    must('text', 1, 12),
  ],
  ST: [must('digits', 3, 3), must('text', 4, 9), must('text', 1, 35)],
  BHT: [
    must('digits', 4, 4),
    must('digits', 2, 2),
    must('text', 1, 50),
    must('day', 8, 8),
    must('clock', 4, 8),
    must('text', 2, 2),
  ],
  NM1: [
    must('text', 2, 3),
    must('digits', 1, 1),
    must('text', 1, 60),
    may('text', 1, 35),
    may('text', 1, 25),
    may('text', 1, 10),
    may('text', 1, 10),
    may('text', 1, 2),
    may('text', 2, 80),
  ],
  PER: [must('text', 2, 2), may('text', 1, 60), must('text', 2, 2), must('text', 1, 256)],
  HL: [must('digits', 1, 12), may('digits', 1, 12), must('digits', 2, 2), must('digits', 1, 1)],
  PRV: [must('text', 2, 2), must('text', 3, 3), must('text', 10, 10)],
  N3: [must('text', 1, 55), may('text', 1, 55)],
  N4: [must('text', 2, 30), may('text', 2, 2), may('text', 3, 15)],
  REF: [must('text', 2, 3), must('text', 1, 50)],
  SBR: [
    must('text', 1, 1),
    may('text', 2, 2),
    may('text', 1, 50),
    may('text', 1, 60),
    may('text', 1, 3),
    may('text', 1, 1),
    never,
    never,
    may('text', 1, 2),
  ],
  OI: [never, never, must('text', 1, 1), may('text', 1, 1), never, must('text', 1, 1)],
  PAT: [must('text', 2, 2)],
  DMG: [must('text', 2, 3), must('day', 8, 8), must('text', 1, 1)],
  CLM: [
    must('text', 1, 38),
    must('amount', 1, 18),
    never,
    never,
    'composite',
    must('text', 1, 1),
    must('text', 1, 1),
    must('text', 1, 1),
    must('text', 1, 1),
  ],
  DTP: [must('text', 3, 3), must('text', 2, 3), must('text', 8, 17)],
  PWK: [must('text', 2, 2), must('text', 1, 2), never, never, may('text', 1, 2), may('text', 2, 80)],
  NTE: [must('text', 3, 3), must('text', 1, 80)],
  LX: [must('digits', 1, 6)],
  SV3: [
    'composite',
    must('amount', 1, 18),
    may('text', 1, 2),
    'composite',
    may('text', 1, 1),
    may('digits', 1, 15),
    never,
    never,
    never,
    never,
    'composite',
  ],
  SE: [must('digits', 1, 10), must('text', 4, 9)],
  GE: [must('digits', 1, 6), must('digits', 1, 9)],
  IEA: [must('digits', 1, 5), must('digits', 9, 9)],
};

/** An inquiry has the segments of a claim, but for its header, the sex, the trace and the question. Unverified: general knowledge. */
export const inquiryElements: ElementRules = {
  ...claimElements,
  BHT: [
    must('digits', 4, 4),
    must('digits', 2, 2),
    must('text', 1, 50),
    must('day', 8, 8),
    must('clock', 4, 8),
  ],
  DMG: [must('text', 2, 3), must('day', 8, 8), may('text', 1, 1)],
  TRN: [must('digits', 1, 2), must('text', 1, 50), must('text', 10, 10)],
  EQ: ['composite', 'composite'],
};

/** Elements of ISA have fixed widths; the tokenizer has made sure of them. */
const interchangeForms: readonly (readonly [number, RegExp])[] = [
  [5, /^(ZZ|01|14|20|27|28|29|30|33)$/],
  [7, /^(ZZ|01|14|20|27|28|29|30|33)$/],
  [9, /^\d{6}$/],
  [10, /^\d{4}$/],
  [13, /^\d{9}$/],
  [14, /^[01]$/],
  [15, /^[TP]$/],
];

export function checkElements(interchange: Interchange, rules: ElementRules): Fault[] {
  const allowed = dataCharacters('extended', listed(interchange.delimiters));
  return interchange.segments.flatMap((segment) => [
    ...(segment.id === 'ISA'
      ? checkInterchangeHeader(segment)
      : checkCharacters(segment, allowed, interchange.delimiters)),
    ...(rules[segment.id] ?? []).flatMap((rule, index) => checkElement(segment, index + 1, rule)),
  ]);
}

function checkInterchangeHeader(segment: Segment): Fault[] {
  return interchangeForms
    .filter(([number, form]) => !form.test(element(segment, number)))
    .map(([number]) => faultAt(segment, 'element-form', `ISA${number} says "${element(segment, number)}".`));
}

function checkCharacters(segment: Segment, allowed: ReadonlySet<string>, delimiters: Delimiters): Fault[] {
  const faults: Fault[] = [];
  for (const [index, value] of segment.elements.entries()) {
    const name = `${segment.id}${String(index + 1).padStart(2, '0')}`;
    if (/[a-z]/.test(value))
      faults.push(faultAt(segment, 'small-letters', `${name} has small letters: "${value}".`));
    const strange = [...value.toUpperCase()].filter(
      (character) =>
        !allowed.has(character) && character !== delimiters.component && character !== delimiters.repetition,
    );
    if (strange.length > 0)
      faults.push(
        faultAt(segment, 'characters', `${name} has characters outside the set: ${strange.join(' ')}.`),
      );
  }
  return faults;
}

function checkElement(segment: Segment, number: number, rule: ElementRule | 'never' | 'composite'): Fault[] {
  const value = element(segment, number);
  const name = `${segment.id}${String(number).padStart(2, '0')}`;
  if (rule === 'composite') return [];
  if (rule === 'never')
    return value === ''
      ? []
      : [faultAt(segment, 'element-not-used', `${name} is not used, but says "${value}".`)];
  if (value === '') return rule.required ? [faultAt(segment, 'element-missing', `${name} is missing.`)] : [];
  if (value.length < rule.least || value.length > rule.most)
    return [
      faultAt(
        segment,
        'element-length',
        `${name} has ${value.length} characters, not ${rule.least} to ${rule.most}.`,
      ),
    ];
  return hasForm(value, rule.form)
    ? []
    : [faultAt(segment, 'element-form', `${name} says "${value}", which is no ${rule.form}.`)];
}

function hasForm(value: string, form: Form): boolean {
  switch (form) {
    case 'text':
      return value.trim() !== '';
    case 'digits':
      return /^\d+$/.test(value);
    case 'amount':
      return /^\d+(\.\d{1,2})?$/.test(value);
    case 'day':
      return isDay(value);
    case 'clock':
      return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{2})?)?$/.test(value);
  }
}

/** CCYYMMDD, a day that exists. */
export function isDay(value: string): boolean {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (!day) return false;
  const text = `${day[1]}-${day[2]}-${day[3]}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
