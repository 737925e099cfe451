import { placesOfService } from '#domain/practice/places-of-service.ts';
import { firstOf, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import { isDay } from './check-elements.ts';
import type { Delimiters } from './delimiters.ts';
import { type Fault, faultAt } from './fault.ts';
import { component, element, type Segment } from './tokenize.ts';

/** What parsers usually do not check (standards-facts, short list), claim by claim. */
export function checkClaims(root: Loop, delimiters: Delimiters): Fault[] {
  return loopsNamed(root, '2300').flatMap((claim) => {
    const lines = claim.loops.filter((loop) => loop.name === '2400');
    const diagnoses = segmentsOf(claim, 'HI').flatMap((hi) => hi.elements);
    return [
      ...checkClaimSegment(claim, delimiters),
      ...checkTotal(claim, lines),
      ...checkDiagnoses(claim, delimiters),
      ...checkDates(claim, lines),
      ...lines.flatMap((line, index) => checkLine(line, index + 1, diagnoses.length, delimiters)),
    ];
  });
}

function checkClaimSegment(claim: Loop, delimiters: Delimiters): Fault[] {
  const faults: Fault[] = [];
  const clm = firstOf(claim);
  const part = (number: number) => component(clm, delimiters, 5, number);
  if (!placesOfService.has(part(1)) || part(2) !== 'B')
    faults.push(faultAt(clm, 'place-of-service', `CLM05 says "${element(clm, 5)}", which names no place.`));
  if (!['1', '7', '8'].includes(part(3)))
    faults.push(faultAt(clm, 'frequency', `CLM05-3 says "${part(3)}"; it is 1, 7 or 8.`));
  const changes = ['7', '8'].includes(part(3));
  const earlier = segmentsOf(claim, 'REF').some((ref) => element(ref, 1) === 'F8');
  if (changes && !earlier)
    faults.push(
      faultAt(clm, 'payer-claim-number', 'A replacement or void does not name the earlier claim (REF*F8).'),
    );
  const codes: readonly (readonly [number, string])[] = [
    [6, 'YN'],
    [7, 'AC'],
    [8, 'YNW'],
    [9, 'YI'],
  ];
  for (const [number, words] of codes)
    if (element(clm, number) !== '' && !words.includes(element(clm, number)))
      faults.push(
        faultAt(clm, 'element-form', `CLM0${number} says "${element(clm, number)}", not one of ${words}.`),
      );
  return faults;
}

/** In cents, so that 0.1 + 0.2 is 0.3. */
function inCents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function checkTotal(claim: Loop, lines: readonly Loop[]): Fault[] {
  const clm = firstOf(claim);
  const charges = lines.flatMap((line) => segmentsOf(line, 'SV3').map((sv3) => inCents(element(sv3, 2))));
  const sum = charges.reduce((total, charge) => total + charge, 0);
  return sum === inCents(element(clm, 2))
    ? []
    : [
        faultAt(
          clm,
          'total',
          `CLM02 is ${element(clm, 2)}, but the lines add up to ${(sum / 100).toFixed(2)}.`,
        ),
      ];
}

function checkDiagnoses(claim: Loop, delimiters: Delimiters): Fault[] {
  return segmentsOf(claim, 'HI').flatMap((hi) => {
    const faults: Fault[] = [];
    const codes = hi.elements.map((_value, index) => component(hi, delimiters, index + 1, 2));
    if (codes.length > 4 || new Set(codes).size !== codes.length)
      faults.push(faultAt(hi, 'diagnosis', 'HI names more than four diagnoses, or one twice.'));
    for (const [index, code] of codes.entries()) {
      const qualifier = component(hi, delimiters, index + 1, 1);
      if (qualifier !== (index === 0 ? 'ABK' : 'ABF'))
        faults.push(faultAt(hi, 'diagnosis', `HI0${index + 1} has the qualifier "${qualifier}".`));
      if (!/^[A-Z]\d[0-9AB][0-9A-Z]{0,4}$/.test(code))
        faults.push(faultAt(hi, 'diagnosis', `"${code}" is not an ICD-10-CM code without its dot.`));
    }
    return faults;
  });
}

interface Days {
  readonly first: string;
  readonly last: string;
}

function serviceDays(loop: Loop): { segment: Segment; days: Days | undefined } | undefined {
  const segment = segmentsOf(loop, 'DTP').find((dtp) => element(dtp, 1) === '472');
  if (!segment) return undefined;
  const [first = '', last = first, more] = element(segment, 3).split('-');
  const format = element(segment, 2);
  const formed = format === 'D8' ? last === first : format === 'RD8' && first <= last;
  return {
    segment,
    days: formed && more === undefined && isDay(first) && isDay(last) ? { first, last } : undefined,
  };
}

/** Every line has a day of service, its own or the claim's, inside the claim's; a predetermination has none. */
function checkDates(claim: Loop, lines: readonly Loop[]): Fault[] {
  const faults: Fault[] = [];
  const clm = firstOf(claim);
  const whole = serviceDays(claim);
  const predetermination = element(clm, 19) === 'PB';
  const read = (dates: ReturnType<typeof serviceDays>) => {
    if (dates && !dates.days)
      faults.push(
        faultAt(dates.segment, 'service-date', `"${element(dates.segment, 3)}" is no day or range.`),
      );
    if (dates && predetermination)
      faults.push(faultAt(dates.segment, 'service-date', 'A predetermination has no date of service.'));
  };
  read(whole);
  for (const line of lines) {
    const own = serviceDays(line);
    read(own);
    const several = whole?.days && whole.days.first !== whole.days.last;
    if (!own && !predetermination && (!whole || several))
      faults.push(faultAt(firstOf(line), 'service-date', 'The line does not say its day of service.'));
    if (own?.days && whole?.days && (own.days.first < whole.days.first || own.days.last > whole.days.last))
      faults.push(faultAt(own.segment, 'service-date', 'The line’s day is outside the days of the claim.'));
  }
  return faults;
}

function checkLine(line: Loop, number: number, diagnoses: number, delimiters: Delimiters): Fault[] {
  const faults: Fault[] = [];
  const lx = firstOf(line);
  if (element(lx, 1) !== String(number))
    faults.push(faultAt(lx, 'line-numbers', `LX01 says "${element(lx, 1)}"; this is line ${number}.`));
  for (const sv3 of segmentsOf(line, 'SV3')) {
    const code = component(sv3, delimiters, 1, 2);
    if (component(sv3, delimiters, 1, 1) !== 'AD' || !/^D\d{4}$/.test(code))
      faults.push(faultAt(sv3, 'procedure-code', `SV301 says "${element(sv3, 1)}", which is no CDT code.`));
    const place = element(sv3, 3);
    if (place !== '' && !placesOfService.has(place))
      faults.push(faultAt(sv3, 'place-of-service', `SV303 says "${place}", which names no place.`));
    if (element(sv3, 6) !== '' && Number(element(sv3, 6)) < 1)
      faults.push(faultAt(sv3, 'element-form', 'SV306, the number of units, is below 1.'));
    faults.push(...checkPointers(sv3, diagnoses, delimiters));
    if (/^D999\d$/.test(code)) faults.push(...checkCoordination(line, sv3));
  }
  return faults;
}

function checkPointers(sv3: Segment, diagnoses: number, delimiters: Delimiters): Fault[] {
  const value = element(sv3, 11);
  if (value === '') return [];
  const pointers = value.split(delimiters.component);
  const sound =
    pointers.length <= 4 &&
    new Set(pointers).size === pointers.length &&
    pointers.every((pointer) => /^[1-4]$/.test(pointer) && Number(pointer) <= diagnoses);
  return sound
    ? []
    : [faultAt(sv3, 'diagnosis-pointer', `SV311 says "${value}"; the claim names ${diagnoses} diagnoses.`)];
}

/** Coordination has no tooth, surface, area or prosthesis (field-facts 3.1). */
function checkCoordination(line: Loop, sv3: Segment): Fault[] {
  return [
    ...segmentsOf(line, 'TOO').map((too) =>
      faultAt(too, 'tooth-on-coordination', 'A coordination line names a tooth.'),
    ),
    ...(element(sv3, 4) === '' && element(sv3, 5) === ''
      ? []
      : [faultAt(sv3, 'tooth-on-coordination', 'A coordination line names an oral area or a prosthesis.')]),
  ];
}
