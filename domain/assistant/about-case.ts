import type { RecordedEvent } from '../audit/event.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { CaseChoice, CodeGroup } from '../code-guide/choose-for-case.ts';
import { message, type Message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import type { Place } from '../necessity/evidence-place.ts';
import type { Readiness, ReadinessResult } from '../readiness/assess-readiness.ts';
import { emptyPart, joined, listed, sentence, type Part, type Passage, type Sentence } from './draft.ts';
import { eventInWords } from './event-in-words.ts';
import { asksWhetherReady, type ReadQuestion } from './question/read-question.ts';
import type { Topic } from './question/topics.ts';

/** What the record says of a case: everything is worked out elsewhere, by the functions that the screens use. */
export interface CaseFacts {
  readonly state: CoordinationCase;
  readonly readiness: Readiness;
  readonly choice: CaseChoice;
  /** The case's events and those of its patient, for the passages. */
  readonly caseEvents: readonly RecordedEvent[];
  readonly patientEvents: readonly RecordedEvent[];
}

/** Which readiness checks answer a topic when it is asked about a case. */
const checksOf: Partial<Record<Topic, readonly string[]>> = {
  document: [
    'note-fields',
    'necessity',
    'signatures',
    'late-entries',
    'reached-contact',
    'payer-documentation',
  ],
  consent: ['consent'],
  time: ['minutes', 'overlaps'],
  coverage: ['coverage-active', 'coverage-status', 'work-covered', 'exclusions'],
  who: ['author-allowed', 'treating-dentist'],
  frequency: ['frequency'],
  deadline: ['timely-filing'],
  fee: ['fee'],
  place: ['place-of-service'],
  toothAndDiagnosis: ['diagnosis'],
  chargePatient: ['charge-told'],
  inForce: ['code-in-force'],
};

/** "Who was contacted, and when?" */
const contactsAsked =
  /\b(?:who(?:m)? (?:was|were|has been|have been|did we|have we) (?:contact|call|reach|spoke|talk)\p{L}*|contacts (?:so far|were|are|on)|a quien(?:es)? (?:se )?(?:ha |hemos |le )?(?:contact|llam|habl)\p{L}*|contactos (?:de|del|hay|en))/u;

/** What a case itself answers to a question; undefined where nothing that was asked is about the case. */
export function aboutCase(read: ReadQuestion, facts: CaseFacts): Part | undefined {
  const { topics, described } = read;
  if (read.payers.length > 0 || topics.has('difference') || topics.has('together')) return undefined;
  if (contactsAsked.test(read.words)) return contactsOfCase(facts, read.codes);
  const parts: Part[] = [];
  const asksForCode =
    (topics.has('whichCode') || (topics.has('mayBill') && !asksWhetherReady(read))) && !described.kindKnown;
  if (asksForCode && read.codes.length < 2) parts.push(whichCodeOfCase(facts, read.codes));
  const ids = new Set([...topics].flatMap((topic) => checksOf[topic] ?? []));
  const results = facts.readiness.results.filter(({ checkId }) => ids.has(checkId));
  if (results.length > 0) parts.push(checked(facts, results, read.codes));
  // "This case" alone only says where it is asked; without another topic the whole of it is meant.
  if (topics.has('caseReady') && (asksWhetherReady(read) || parts.length === 0))
    parts.unshift(whetherReady(facts));
  return parts.length === 0 ? undefined : joined(parts);
}

/** Ready or not, with what speaks against it first, then what only warns, then what speaks for it. */
function whetherReady(facts: CaseFacts): Part {
  const { readiness } = facts;
  const of = (...outcomes: readonly ReadinessResult['result'][]) =>
    readiness.results.filter(({ result }) => outcomes.includes(result));
  const groups = [
    { lead: 'assistant.case.against', results: of('blocks') },
    { lead: 'assistant.case.warnings', results: of('warns') },
    { lead: 'assistant.case.for', results: of('passes', 'waived') },
  ].filter(({ results }) => results.length > 0);
  return {
    ...emptyPart,
    status: readiness.answer === 'valid-payer-unknown' ? 'partly' : 'answered',
    codes: proposedCodes(facts.choice),
    sentences: [
      sentence(message(`assistant.case.ready.${readiness.answer}`)),
      ...groups.flatMap(({ lead, results }) => [sentence(message(lead)), ...results.map(sentenceOf)]),
    ],
    passages: passagesOf(
      facts,
      readiness.results.flatMap(({ reason }) => reason.evidence),
    ),
    missing: of('blocks').map(({ reason }) => reason.message),
  };
}

/** Every contact in the order of its day: with whom, and what came of the attempt. */
function contactsOfCase(facts: CaseFacts, codes: readonly ProcedureCode[]): Part {
  const contacts = [...facts.state.activities.values()]
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ activity, position }) =>
      activity.contact
        ? [{ ...activity.contact, day: activity.serviceDate, place: `case#${position}` as const }]
        : [],
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const places = contacts.map(({ place }) => place);
  const lead = message(contacts.length === 0 ? 'assistant.case.noContacts' : 'assistant.case.contacts');
  return {
    ...emptyPart,
    status: 'answered',
    codes,
    sentences: [
      sentence(lead, places),
      ...contacts.map(({ day, parties, reached, place }) =>
        listed(
          {
            message: message('assistant.case.contact', {
              day,
              who: parties.map(({ name }) => name).join(', '),
            }),
            filling: { reached: [message(`pdf.reached.${reached}`)] },
          },
          [place],
        ),
      ),
    ],
    passages: passagesOf(facts, places),
  };
}

/** What the checks that belong to a topic found. */
function checked(
  facts: CaseFacts,
  results: readonly ReadinessResult[],
  codes: readonly ProcedureCode[],
): Part {
  const shown = results.filter(({ result }) => result !== 'not-applicable');
  const counting = shown.length > 0 ? shown : results;
  return {
    ...emptyPart,
    status: counting.some(({ result }) => result === 'warns') ? 'partly' : 'answered',
    codes: codes.length > 0 ? codes : proposedCodes(facts.choice),
    sentences: [sentence(message('assistant.case.shows')), ...counting.map(sentenceOf)],
    passages: passagesOf(
      facts,
      counting.flatMap(({ reason }) => reason.evidence),
    ),
    missing: counting.filter(({ result }) => result === 'blocks').map(({ reason }) => reason.message),
  };
}

function sentenceOf({ reason }: ReadinessResult): Sentence {
  return listed(reason.message, reason.evidence);
}

/** The code that the recorded work shows, with the facts for it and against it. */
function whichCodeOfCase(facts: CaseFacts, named: readonly ProcedureCode[]): Part {
  const { choice } = facts;
  const group = choice.groups.find(({ code }) => code === choice.proposed);
  const places = group ? placesOfWork(facts, group) : [];
  const [asked] = named;
  const lead =
    choice.proposed === 'none'
      ? message('assistant.case.noCode')
      : message(
          asked === undefined || asked === choice.proposed
            ? 'assistant.case.code'
            : 'assistant.case.otherCode',
          {
            code: choice.proposed,
            asked: asked ?? choice.proposed,
          },
        );
  return {
    ...emptyPart,
    status: group && group.factsMissing.length > 0 && choice.proposed === 'none' ? 'partly' : 'answered',
    codes: [...new Set([...named, ...proposedCodes(choice)])],
    sentences: [
      sentence(lead, places),
      sentence(choice.because, places),
      ...titled('assistant.case.for', group?.factsFor ?? [], places),
      ...titled('assistant.case.against', group?.factsAgainst ?? [], places),
      ...titled('assistant.case.notRecorded', group?.factsMissing ?? [], places),
    ],
    passages: passagesOf(facts, places),
    missing: group?.factsMissing ?? [],
    safety: [message('assistant.safety.codeIsNotPayment')],
  };
}

function titled(lead: string, facts: readonly Message[], places: readonly Place[]): readonly Sentence[] {
  return facts.length === 0 ? [] : [sentence(message(lead)), ...facts.map((fact) => listed(fact, places))];
}

function placesOfWork({ state }: CaseFacts, { activityIds }: CodeGroup): readonly Place[] {
  return activityIds.flatMap((id) => {
    const position = state.activities.get(id)?.position;
    return position === undefined ? [] : (`case#${position}` as const);
  });
}

function proposedCodes({ proposed }: CaseChoice): readonly ProcedureCode[] {
  return proposed === 'none' ? [] : [procedureCode(proposed)];
}

/** The events at places of the record, as passages; each place once, in the order in which it is cited. */
function passagesOf({ caseEvents, patientEvents }: CaseFacts, places: readonly Place[]): readonly Passage[] {
  return [...new Set(places)].flatMap((place) => {
    const [stream, position] = place.split('#');
    const event = (stream === 'case' ? caseEvents : patientEvents).find(
      (each) => each.position === Number(position),
    );
    return event ? passageOfEvent(place, event) : [];
  });
}

function passageOfEvent(place: Place, event: RecordedEvent): Passage {
  return {
    id: place,
    text: eventInWords(event),
    source: { kind: 'case', who: event.who.name, at: event.occurredAt.slice(0, 10) },
  };
}
