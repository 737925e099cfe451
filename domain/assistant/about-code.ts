import { codeInForce } from '../rulebook/rulebook.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import { emptyPart, quoted, sentence, type AnswerStatus, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { NamedDays } from './question/named-days.ts';

/** The code that the guide is about: meant where a question names neither a number nor the work. */
export const guidesOwnCode = procedureCode('D9992');

/** What the guide answers about one code without any payer. */
export const guideTopics = [
  'licensedWording',
  'whatIs',
  'whenToUse',
  'remarks',
  'document',
  'consent',
  'time',
  'appeal',
  'frequency',
  'who',
  'deadline',
  'coverage',
  'chargePatient',
  'modifier',
  'quantity',
  'toothAndDiagnosis',
  'place',
  'serviceDate',
  'claimForm',
] as const;
export type GuideTopic = (typeof guideTopics)[number];

interface Pick {
  /** Sections in this order, each from its beginning, where what matters most stands. */
  readonly places?: readonly PlacedStatement['place'][];
  /** Statements whose English words speak of it, wherever they stand: those first that answer it most directly. */
  readonly speaksOf?: readonly RegExp[];
  /** Statements: of each section, or of all that speak of it. */
  readonly atMost: number;
  readonly status: AnswerStatus;
  readonly missing?: readonly Message[];
}

const askPayer = message('assistant.missing.payer');

/** Which statements of a page answer a topic. */
const picks: Record<GuideTopic, Pick> = {
  // The wording itself is licensed and nowhere in the guide; what the code is for is said in our own words.
  licensedWording: {
    places: ['whatFor'],
    atMost: 2,
    status: 'answered',
    missing: [message('assistant.missing.licensedWording')],
  },
  whatIs: { places: ['whatFor', 'confusedWith'], atMost: 2, status: 'answered' },
  whenToUse: { places: ['whenToUse', 'whenNotToUse'], atMost: 4, status: 'answered' },
  document: { places: ['recordMustHold'], atMost: 9, status: 'answered' },
  consent: { speaksOf: [/HIPAA/iu, /permission/iu, /consent/iu], atMost: 4, status: 'answered' },
  time: {
    speaksOf: [
      /unit of time|units? of time|a minimum/iu,
      /\bminutes?\b|start and stop|\bthe times?\b|time or duration|voicemail/iu,
    ],
    atMost: 5,
    status: 'answered',
  },
  appeal: {
    speaksOf: [
      /word of a refusal/iu,
      /appeal/iu,
      /record made at the time|late entry|support\b.*narrative|narrative/iu,
    ],
    atMost: 5,
    status: 'answered',
  },
  frequency: { places: ['frequency'], atMost: 3, status: 'partly', missing: [askPayer] },
  who: { places: ['whoMayPerform'], atMost: 4, status: 'answered' },
  deadline: {
    speaksOf: [/within 6 months|appeal/iu],
    atMost: 2,
    status: 'partly',
    missing: [askPayer],
  },
  coverage: {
    speaksOf: [/not covered|does not mean|is not a code that is paid|Ask the payer|hardly ever pay/iu],
    atMost: 3,
    status: 'partly',
    missing: [askPayer, message('assistant.missing.serviceDate')],
  },
  chargePatient: {
    speaksOf: [/Tell the patient beforehand/iu, /charge|charged|liable/iu],
    atMost: 3,
    status: 'partly',
    missing: [askPayer],
  },
  modifier: { speaksOf: [/modifier/iu], atMost: 2, status: 'answered' },
  quantity: { speaksOf: [/quantity|units/iu], atMost: 3, status: 'answered' },
  remarks: { speaksOf: [/characters of remarks/iu, /remark|narrative/iu], atMost: 3, status: 'answered' },
  toothAndDiagnosis: { speaksOf: [/tooth|diagnos/iu], atMost: 3, status: 'answered' },
  place: { speaksOf: [/place of service/iu], atMost: 2, status: 'partly', missing: [askPayer] },
  claimForm: {
    speaksOf: [
      /quantity is 01/iu,
      /procedure date/iu,
      /tooth, surface|diagnos/iu,
      /characters of remarks/iu,
      /treating person/iu,
    ],
    atMost: 6,
    status: 'answered',
  },
  serviceDate: { speaksOf: [/procedure date|edition of the code set/iu], atMost: 2, status: 'answered' },
};

/** Whether a statement leaves the question to somebody else. */
const leftOpen = /not established|depends on|^Elsewhere/iu;

/** What the guide says about one topic of one code. */
export function aboutCode(knowledge: Knowledge, code: ProcedureCode, topic: GuideTopic): Part {
  const pick = picks[topic];
  const own = chosen(knowledge.statements(code), pick);
  // What holds for every code of the family stands on the page of D9992.
  const borrowed =
    own.length === 0 && code !== guidesOwnCode ? chosen(knowledge.statements(guidesOwnCode), pick) : [];
  const statements = own.length > 0 ? own : borrowed;
  if (statements.length === 0)
    return {
      ...emptyPart,
      status: pick.status === 'answered' ? 'partly' : pick.status,
      codes: [code],
      sentences: [sentence(message('assistant.guideSilent', { code }))],
      missing: pick.missing ?? [],
    };
  const open = topic === 'who' && statements.some(({ statement }) => leftOpen.test(statement.text.en));
  const said = quoted(own.length > 0 ? code : guidesOwnCode, statements);
  return {
    ...emptyPart,
    status: open ? 'partly' : pick.status,
    codes: [code],
    sentences: [
      sentence(
        message(`assistant.lead.${topic}`, { code }),
        said.passages.map(({ id }) => id),
      ),
      ...said.sentences,
    ],
    passages: said.passages,
    missing: open ? [message('assistant.missing.stateAndPayer')] : (pick.missing ?? []),
  };
}

function chosen(
  statements: readonly PlacedStatement[],
  { places, speaksOf = [], atMost }: Pick,
): readonly PlacedStatement[] {
  if (places)
    return places.flatMap((place) => statements.filter((each) => each.place === place).slice(0, atMost));
  const speaking = speaksOf.flatMap((words) =>
    statements.filter(({ statement }) => words.test(statement.text.en)),
  );
  return [...new Set(speaking)].slice(0, atMost);
}

/** Whether, or since when, a code is in force; the code set says it for a few codes only. */
export function inForce(knowledge: Knowledge, code: ProcedureCode, days: NamedDays | undefined): Part {
  const set = knowledge.rulebook.codeSets.find(({ codeSet }) => codeSet === 'cdt');
  const since = set?.inForceSince.get(code);
  if (since === undefined)
    return {
      ...emptyPart,
      status: 'not-known',
      codes: [code],
      sentences: [sentence(message('assistant.inForce.unknown', { code }))],
      missing: [message('assistant.missing.inForce', { code })],
    };
  const said = quoted(code, knowledge.statements(code).slice(0, 1));
  const standing =
    days === undefined
      ? 'since'
      : codeInForce(knowledge.rulebook, 'cdt', code, calendarDate(days.from)) === 'in-force'
        ? 'yes'
        : 'no';
  return {
    ...emptyPart,
    status: 'answered',
    codes: [code],
    sentences: [
      sentence(
        message(`assistant.inForce.${standing}`, { code, since, when: days?.written ?? '' }),
        said.passages.map(({ id }) => id),
      ),
    ],
    passages: said.passages,
  };
}
