import type { CaseEvent } from '#domain/case/case-events.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { PatientEvent } from '#domain/patient/patient-events.ts';
import type { PracticeEvent } from '#domain/practice/practice-events.ts';
import { mayPrintContent, printedParty } from './cut-by-category.ts';
import { withCredential, type Printing } from './printing.ts';
import { wordsOf } from './words.ts';
import { writtenMoment } from './written-values.ts';

export type AnyEvent = CaseEvent | PatientEvent | PracticeEvent;

/** Places in the chains ('case#12') with the numbers that the packet gives them ('E1'), in order of first citation. */
export type EvidenceNumbers = ReadonlyMap<string, string>;

export function numberEvidence(places: readonly string[]): EvidenceNumbers {
  return new Map([...new Set(places)].map((place, index) => [place, `E${index + 1}`]));
}

/**
 * 'E1, E4' for the places that a sentence or a check rests on, in order. Three and more in a row are written as a
 * range, 'E4–E9': a check of every contact of a long case rests on thousands.
 */
export function numbersOf(places: readonly string[], numbers: EvidenceNumbers): string {
  const runs: string[][] = [];
  const names = places.map((place) => numbers.get(place) ?? place);
  for (const name of names.toSorted((one, other) => numberIn(one) - numberIn(other))) {
    const run = runs.at(-1);
    if (run && name === following(run.at(-1) ?? '')) run.push(name);
    else runs.push([name]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''}–${run.at(-1) ?? ''}`])).join(', ');
}

/** What has no number stands last. */
function numberIn(name: string): number {
  return Number(/^E(\d+)$/.exec(name)?.[1] ?? Number.MAX_SAFE_INTEGER);
}

function following(name: string): string {
  return `E${numberIn(name) + 1}`;
}

/** What stands at each numbered place; an event that is not in the packet is named as such, never guessed. */
export function evidenceRows(
  numbers: EvidenceNumbers,
  events: readonly AnyEvent[],
  allowed: ReadonlySet<DataCategory>,
  { language, practice }: Printing,
) {
  const words = wordsOf(language);
  const known = new Map(events.map((event) => [`${event.stream.kind}#${event.position}`, event]));
  return [...numbers].map(([place, number]) => {
    const event = known.get(place);
    return {
      number,
      place: writtenPlace(place, language),
      entry: event ? words.event[event.type] : words.audit.notInPacket,
      label: event ? labelOf(event, allowed, language) : '',
      when: event ? writtenMoment(event.occurredAt, timeZoneOf(practice), language) : '',
      by: event ? withCredential(event.who) : '',
    };
  });
}

/** 'case#12' as 'Case 12'. */
function writtenPlace(place: string, language: Printing['language']): string {
  const { stream } = wordsOf(language).audit;
  const [kind, position] = place.split('#');
  return kind === 'case' || kind === 'patient' || kind === 'practice'
    ? `${stream[kind]} ${position ?? ''}`
    : place;
}

/** What tells one entry from another of its kind, where one line can say it and the recipient may have it. */
function labelOf(
  event: AnyEvent,
  allowed: ReadonlySet<DataCategory>,
  language: Printing['language'],
): string {
  const words = wordsOf(language);
  const where = (category: DataCategory | undefined, text: string) =>
    category === undefined || allowed.has(category) ? text : '';
  switch (event.type) {
    case 'patient.condition-recorded': {
      const { text, diagnosis, sensitive } = event.data.condition;
      return where(sensitive, where('medical-history', [text, diagnosis].filter(Boolean).join(', ')));
    }
    case 'patient.history-recorded': {
      const { kind, text, sensitive } = event.data.item;
      const category = kind === 'medication' || kind === 'allergy' ? 'medications' : 'medical-history';
      return where(sensitive, where(category, text));
    }
    case 'patient.accommodation-recorded':
      return where('medical-history', event.data.accommodation.need);
    case 'patient.coverage-recorded':
      return where('coverage-and-billing', event.data.coverage.payerName);
    case 'patient.document-attached':
      return where(event.data.document.sensitive, event.data.document.title);
    case 'patient.consent-recorded':
      return words.audit.consentKind[event.data.consent.kind];
    case 'necessity.factor-recorded':
      return where('coordination-record', event.data.factor.text);
    case 'team.member-recorded':
      // Of members as of everything else only the events that the recipient may have come here.
      return where(
        event.data.member.role === 'payer' ? 'coverage-and-billing' : undefined,
        where('coordination-record', withCredential(event.data.member)),
      );
    case 'plan.item-recorded':
      return where('dental-record', event.data.item.text);
    case 'activity.logged': {
      const { activity } = event.data;
      const parties = activity.contact?.parties ?? [];
      return mayPrintContent(activity, allowed)
        ? parties.map((party) => printedParty(party, allowed, words.patient)).join(', ')
        : '';
    }
    default:
      return '';
  }
}
