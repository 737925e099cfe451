import { type CalendarDate, calendarDate } from '#domain/kernel/calendar-date.ts';
import { type Cents, parseDollars } from '#domain/kernel/money.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { buildLoops, firstOf, type Loop, loopsNamed, segmentsOf } from './build-loops.ts';
import { check837d } from './check-837d.ts';
import type { Delimiters } from './delimiters.ts';
import { interchange837d } from './loops-837d.ts';
import { refuseFaults } from './refuse-faults.ts';
import { component, element, type Segment, tokenize } from './tokenize.ts';

/** A party as a claim names it; parts that the file leaves out are ''. */
export interface SentParty {
  readonly lastName: string;
  readonly firstName: string;
  readonly identifier: string;
}

export interface SentLine {
  readonly lineNumber: number;
  readonly code: string;
  readonly charge: Cents;
  readonly serviceDate: CalendarDate | undefined;
  readonly placeOfService: string;
  /** 1 where the file does not state a quantity. */
  readonly quantity: number;
  readonly diagnosisPointers: readonly number[];
}

/** Another payer, with the member it insures. */
export interface SentOtherPayer {
  readonly payer: SentParty;
  readonly member: SentParty;
  readonly priority: string;
}

/** A dental claim as an 837D says it. */
export interface SentClaim {
  readonly controlNumber: string;
  readonly total: Cents;
  readonly frequency: 'original' | 'replacement' | 'void';
  readonly payerClaimNumber: string;
  readonly billing: SentParty;
  readonly treating: SentParty;
  readonly subscriber: SentParty;
  readonly payer: SentParty;
  /** Payers besides the one that is billed, in the order of the file. */
  readonly otherPayers: readonly SentOtherPayer[];
  readonly patient: SentParty & { readonly birthDate: CalendarDate | undefined };
  /** ICD-10-CM without the dot, principal first. */
  readonly diagnoses: readonly string[];
  readonly attachmentControlNumber: string;
  readonly remarks: readonly string[];
  readonly lines: readonly SentLine[];
}

/** Reads the claims of an 837D back; refuses a file in which the checker finds a fault, naming the first. */
export function read837d(text: string): readonly SentClaim[] | Refusal {
  const faults = check837d(text);
  if (isRefusal(faults)) return faults;
  const refused = refuseFaults(faults);
  if (refused) return refused;
  const interchange = tokenize(text);
  if (isRefusal(interchange)) return interchange;
  const { root } = buildLoops(interchange837d, interchange.segments);
  if (!root) throw new Error('a checked file has loops');
  return loopsNamed(root, '2000A').flatMap((billing) =>
    loopsNamed(billing, '2000B').flatMap((subscriber) =>
      loopsNamed(subscriber, '2300').map((claim) => {
        const patient = subscriber.loops.find((loop) => loop.name === '2000C' && loop.loops.includes(claim));
        return readClaim({ billing, subscriber, patient, claim }, interchange.delimiters);
      }),
    ),
  );
}

interface Levels {
  readonly billing: Loop;
  readonly subscriber: Loop;
  readonly patient: Loop | undefined;
  readonly claim: Loop;
}

const frequencies = { '1': 'original', '7': 'replacement', '8': 'void' } as const;

function readClaim({ billing, subscriber, patient, claim }: Levels, delimiters: Delimiters): SentClaim {
  const clm = firstOf(claim);
  const frequency = component(clm, delimiters, 5, 3);
  const person = patient ? partLoop(patient, '2010CA') : partLoop(subscriber, '2010BA');
  const birth = person ? element(segmentsOf(person, 'DMG')[0] ?? clm, 2) : '';
  const place = component(clm, delimiters, 5, 1);
  const claimDate = serviceDate(claim);
  return {
    controlNumber: element(clm, 1),
    total: readAmount(element(clm, 2)),
    frequency: frequency === '7' || frequency === '8' ? frequencies[frequency] : 'original',
    payerClaimNumber: qualified(claim, 'REF', 'F8', 2),
    billing: readParty(partLoop(billing, '2010AA')),
    treating: readParty(partLoop(claim, '2310B')),
    subscriber: readParty(partLoop(subscriber, '2010BA')),
    payer: readParty(partLoop(subscriber, '2010BB')),
    otherPayers: claim.loops
      .filter((loop) => loop.name === '2320')
      .map((loop) => ({
        payer: readParty(partLoop(loop, '2330B')),
        member: readParty(partLoop(loop, '2330A')),
        priority: element(firstOf(loop), 1),
      })),
    patient: { ...readParty(person), birthDate: readDay(birth) },
    diagnoses: segmentsOf(claim, 'HI').flatMap((hi) =>
      hi.elements.map((_value, index) => component(hi, delimiters, index + 1, 2)),
    ),
    attachmentControlNumber: segmentsOf(claim, 'PWK').map((pwk) => element(pwk, 6))[0] ?? '',
    remarks: segmentsOf(claim, 'NTE').map((nte) => element(nte, 2)),
    lines: loopsNamed(claim, '2400').flatMap((line) =>
      segmentsOf(line, 'SV3').map((sv3) => readLine(line, sv3, place, claimDate, delimiters)),
    ),
  };
}

function readLine(
  line: Loop,
  sv3: Segment,
  claimPlace: string,
  claimDate: CalendarDate | undefined,
  delimiters: Delimiters,
): SentLine {
  const pointers = element(sv3, 11);
  return {
    lineNumber: Number(element(firstOf(line), 1)),
    code: component(sv3, delimiters, 1, 2),
    charge: readAmount(element(sv3, 2)),
    serviceDate: serviceDate(line) ?? claimDate,
    placeOfService: element(sv3, 3) || claimPlace,
    quantity: Number(element(sv3, 6) || '1'),
    diagnosisPointers: pointers === '' ? [] : pointers.split(delimiters.component).map(Number),
  };
}

function partLoop(loop: Loop, name: string): Loop | undefined {
  return loop.loops.find((inner) => inner.name === name);
}

function readParty(loop: Loop | undefined): SentParty {
  if (!loop) return { lastName: '', firstName: '', identifier: '' };
  const name = firstOf(loop);
  return { lastName: element(name, 3), firstName: element(name, 4), identifier: element(name, 9) };
}

function qualified(loop: Loop, id: string, qualifier: string, number: number): string {
  const segment = segmentsOf(loop, id).find((one) => element(one, 1) === qualifier);
  return segment ? element(segment, number) : '';
}

/** One day only: a range tells nothing about a line. */
function serviceDate(loop: Loop): CalendarDate | undefined {
  const dtp = segmentsOf(loop, 'DTP').find((one) => element(one, 1) === '472' && element(one, 2) === 'D8');
  return dtp ? readDay(element(dtp, 3)) : undefined;
}

function readDay(text: string): CalendarDate | undefined {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return day ? calendarDate(`${day[1]}-${day[2]}-${day[3]}`) : undefined;
}

function readAmount(text: string): Cents {
  const amount = parseDollars(text);
  if (isRefusal(amount)) throw new Error(`the checker let the amount "${text}" through`);
  return amount;
}
