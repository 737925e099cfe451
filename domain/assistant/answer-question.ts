import type { ActivityKind } from '../activity/activity.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { choosableCodes } from '../code-guide/code-decision.ts';
import { inPeriod } from '../rulebook/rulebook.ts';
import { aboutCode, guidesOwnCode, guideTopics, inForce } from './about-code.ts';
import { aboutCase, type CaseFacts } from './about-case.ts';
import { aboutPayer, rulesOfPayers, type PayerTopic } from './about-payer.ts';
import { aboutTreatment } from './about-treatment.ts';
import { besideOtherWork, confusedWith, difference, together } from './between-codes.ts';
import { definite } from './definite.ts';
import { emptyPart, joined, listed, sentence, type Draft, type Part } from './draft.ts';
import { withoutPayer } from './guide-topics.ts';
import type { Knowledge } from './knowledge.ts';
import { clausesOf } from './question/clauses.ts';
import type { AnswerLanguage } from './question/language.ts';
import { asksWhetherReady, readQuestion, type ReadQuestion } from './question/read-question.ts';
import type { Topic } from './question/topics.ts';
import { passageOf, ruleWording } from './rule-in-words.ts';
import { contentWords, searched } from './searched.ts';
import { codeOfNamedWork, whichCode } from './which-code.ts';

/** What is known besides the words: the day of asking, where the page is, in which language the screen is. */
export interface Asking {
  readonly today: CalendarDate;
  /** The code of the page that the question was asked on. */
  readonly pageCode?: ProcedureCode;
  readonly language?: AnswerLanguage;
  /** Codes of the list that the practice licenses. */
  readonly listed?: ReadonlySet<string>;
  /** The case that the question is asked on. */
  readonly onCase?: CaseFacts;
}

export interface Answered {
  readonly read: ReadQuestion;
  readonly draft: Draft;
}

/** Answers a question from the guide and the rulebook and, where it is asked on one, from the record of a case. */
export function answerQuestion(knowledge: Knowledge, asked: string, asking: Asking): Answered {
  return answerRead(knowledge, readQuestion(asked, knowledge.reader, asking.language), asking);
}

/** The same, of a question that was read. */
export function answerRead(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Answered {
  const part = declined(knowledge, read, asking) ?? answer(knowledge, read, asking);
  return {
    read,
    draft: { ...part, language: read.language, safety: [...part.safety, ...warnings(read)] },
  };
}

function warnings(read: ReadQuestion): Part['safety'] {
  return [
    ...(read.personal.length > 0
      ? [
          {
            message: message('assistant.safety.personal'),
            filling: { kinds: read.personal.map((kind) => message(`assistant.personal.${kind}`)) },
          },
        ]
      : []),
    ...(read.ordersRemoved
      ? [message(`assistant.safety.${read.unreadable === 'only-orders' ? 'onlyOrders' : 'orders'}`)]
      : []),
  ];
}

function declined(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part | undefined {
  if (read.unreadable !== undefined) return notKnown(`assistant.unreadable.${read.unreadable}`);
  if (read.noSuchDay !== undefined)
    return {
      ...emptyPart,
      status: 'not-known',
      codes: read.codes,
      sentences: [sentence(message('assistant.noSuchDay', { day: read.noSuchDay }))],
      missing: [message('assistant.missing.serviceDate')],
    };
  if (read.outside === undefined) return undefined;
  const ours = clausesOf(read.text)
    .map((clause) => readQuestion(clause, knowledge.reader, read.language))
    .filter(({ outside, codes, topics }) => outside === undefined && codes.length > 0 && topics.size > 0);
  return joined([
    ...ours.map((clause) => answer(knowledge, clause, asking)),
    notKnown(`assistant.outside.${read.outside}`),
  ]);
}

function notKnown(id: string): Part {
  return { ...emptyPart, status: 'not-known', sentences: [sentence(message(id))] };
}

function answer(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part {
  const unknown = read.unknownCodes.map((code) => unknownCode(code, asking.listed));
  const ofCase = asking.onCase && aboutCase(read, asking.onCase);
  if (ofCase) return joined([ofCase, ...beside(knowledge, read, asking), ...unknown]);
  if (read.topics.has('caseReady') && asksWhetherReady(read))
    return {
      ...notKnown('assistant.case.needed'),
      codes: read.codes,
      missing: [message('assistant.missing.case')],
    };
  if (unknown.length > 0 && read.codes.length === 0) return joined(unknown);
  const linked = linkedModifier(knowledge, read, asking);
  const parts = linked ? [linked] : partsOf(knowledge, read, asking);
  return joined([...parts, ...unknown]);
}

/** What the guide says besides, on a case: only where the question is about the work and not about this payment. */
function beside(knowledge: Knowledge, read: ReadQuestion, asking: Asking): readonly Part[] {
  return withoutPayer(knowledge, read, codesMeant(read, asking), [
    'document',
    'consent',
    'time',
    'appeal',
    'modifier',
    'remarks',
  ]);
}

function unknownCode(code: string, listed: Asking['listed']): Part {
  if (listed?.has(code))
    return {
      ...emptyPart,
      status: 'not-known',
      codes: [procedureCode(code)],
      sentences: [sentence(message('assistant.listedCode', { code }))],
    };
  return {
    ...emptyPart,
    status: 'not-known',
    sentences: [sentence(message('assistant.unknownCode', { code }))],
    missing: [message('assistant.missing.ownList', { code })],
  };
}

/** The modifier of procedures linked to a medical service is about those procedures and about no code of the guide. */
function linkedModifier(knowledge: Knowledge, read: ReadQuestion, asking: Asking): Part | undefined {
  if (!/\b(?:kx|gy)\b/u.test(read.words)) return undefined;
  const day = read.days?.from ?? asking.today;
  const found = [...knowledge.rulebook.payers.values()].flatMap((payer) =>
    payer.rules
      .filter((rule) => rule.kind === 'linked-procedure-modifier' && inPeriod(rule.period, day))
      .map((rule) => ({ payer, rule })),
  );
  if (found.length === 0) return undefined;
  const passages = found.map(({ payer, rule }) => passageOf(payer, rule));
  return {
    ...emptyPart,
    status: 'answered',
    codes: read.codes,
    sentences: [
      sentence(
        message('assistant.payer.linkedModifier'),
        passages.map(({ id }) => id),
      ),
      ...found.map(({ payer, rule }) => listed(ruleWording(payer, rule), [`rulebook/${rule.id}`])),
    ],
    passages,
  };
}

function partsOf(knowledge: Knowledge, read: ReadQuestion, asking: Asking): readonly Part[] {
  const { topics, codes } = read;
  const settled = definite(knowledge, read);
  if (settled) return [settled];
  const treatment = aboutTreatment(knowledge, read);
  if (treatment) return [treatment];
  const about = codesMeant(read, asking);
  const chosen = codeQuestion(knowledge, read);
  // "A ride for a Medicaid patient, which code?" tells of a payer and asks nothing of it.
  const payerParts =
    chosen && payerTopicsOf(read).length === 0
      ? []
      : aboutNamedPayer(knowledge, read, asking, chosen ? chosen.codes : about);
  if (chosen) return [chosen, ...payerParts];
  const [one, other] = about;
  if (payerParts.length > 0)
    return [
      ...(other !== undefined && topics.has('difference') ? [difference(knowledge, about)] : []),
      ...payerParts,
      ...withoutPayer(knowledge, read, about, [
        'whatIs',
        'consent',
        'time',
        'modifier',
        'remarks',
        'quantity',
        'appeal',
      ]),
    ];
  if (other !== undefined) {
    if (topics.has('together') || (topics.has('mayBill') && codes.length > 1 && !topics.has('difference')))
      return [together(knowledge, about)];
    if (topics.has('difference')) return [difference(knowledge, about)];
  }
  if (one !== undefined && asksBesideOtherWork(read)) return [besideOtherWork(knowledge, one)];
  if (
    topics.has('difference') &&
    one !== undefined &&
    read.unknownCodes.length === 0 &&
    /confus|confund|mixed|mistaken/u.test(read.words)
  )
    return [confusedWith(knowledge, one)];
  const known = rulesAskedFor(knowledge, read, about);
  if (known.length > 0) return known;
  if (asksMeaningOfOther(read)) return [searched(knowledge, read) ?? notKnown('assistant.nothingFound')];
  if (topics.has('fee') && !topics.has('appeal')) return [feeWithoutPayer(about)];
  if (topics.has('inForce') && codes.length > 0 && !topics.has('coverage'))
    return codes.map((code) => inForce(knowledge, code, read.days));
  const parts = withoutPayer(knowledge, read, about, guideTopics);
  const untold = namesUntoldWork(read) ? [workNotTold] : [];
  if (parts.length > 0) return [...parts, ...untold];
  if (codes.length > 0 || read.work.length > 0) {
    const near = searched(knowledge, read, about);
    if (near) return [{ ...near, codes: about }];
    const purpose = topics.has('mayBill') ? ('whenToUse' as const) : ('whatIs' as const);
    const said = about.map((code) => aboutCode(knowledge, code, purpose));
    // A code with words about it that nobody understood: what the code is for is a part of the answer at most.
    return asksSomethingElse(read) ? [nearest(joined(said))] : [...said, ...untold];
  }
  const near = searched(knowledge, read);
  if (near) return [near];
  return [
    topics.has('mayBill')
      ? whichCode(knowledge, read.described, codes, read.words)
      : notKnown('assistant.nothingFound'),
  ];
}

/** "May I bill it on the same day as the examination?": of work that no number names, and of nothing more special. */
function asksBesideOtherWork({ topics, words, unknownCodes }: ReadQuestion): boolean {
  const general: readonly Topic[] = ['together', 'mayBill', 'difference', 'coverage', 'whenToUse'];
  return (
    topics.has('together') &&
    [...topics].every((topic) => general.includes(topic)) &&
    (unknownCodes.length > 0 ||
      /\bsame (?:day|date|visit|claim|appointment)\b|\b(?:included in|part of the exam|incluid[oa] en|parte del examen)|\bmism[oa] (?:dia|fecha|visita|cita|reclamo|reclamacion)\b/u.test(
        words,
      ))
  );
}

/** Whether words about a code remain that no topic and no passage took up. */
function asksSomethingElse({ text, unknownCodes }: ReadQuestion): boolean {
  return contentWords(text).length > unknownCodes.length;
}

/** What is said of a code to whoever asked something that the guide does not answer. */
function nearest(part: Part): Part {
  return {
    ...part,
    status: 'partly',
    sentences: [sentence(message('assistant.found')), ...part.sentences],
  };
}

/** "May I bill it for this?": the guide says when the code fits, and only the asker knows what "this" was. */
function namesUntoldWork({ topics, words, described }: ReadQuestion): boolean {
  return (
    topics.has('mayBill') &&
    !described.kindKnown &&
    /\b(?:for (?:this|that|it)|(?:por|para) (?:esto|eso))$/u.test(words.replace(/[^\p{L}\d]+$/u, ''))
  );
}

const workNotTold: Part = {
  ...emptyPart,
  status: 'not-known',
  missing: ['whatWasDone', 'whoDidIt', 'withWhom'].map((what) => message(`assistant.missing.${what}`)),
};

/** The codes that are meant: named by number, else by their work, else the page's, else the guide's own. */
function codesMeant(read: ReadQuestion, asking: Asking): readonly ProcedureCode[] {
  if (read.codes.length > 0)
    return read.topics.has('difference') && read.codes.length === 1 && read.unknownCodes.length === 0
      ? [...new Set([...read.codes, ...read.work.slice(0, 1)])]
      : read.codes;
  if (read.work.length > 0) return read.work.slice(0, 2);
  return [asking.pageCode ?? guidesOwnCode];
}

/** "Which code", and "may I bill it" for a piece of work. */
function codeQuestion(knowledge: Knowledge, read: ReadQuestion): Part | undefined {
  const { topics, codes, described, work } = read;
  // A described piece of work without any question asks for its code.
  const told =
    (topics.size === 0 || onlyTellsTime(read)) &&
    read.payers.length === 0 &&
    (described.kindKnown || (codes.length === 0 && (work.length > 0 || tellsOfWork(read))));
  const which = topics.has('whichCode') || told;
  const may =
    topics.has('mayBill') &&
    !topics.has('time') &&
    !topics.has('frequency') &&
    !topics.has('who') &&
    !topics.has('chargePatient');
  const office = topics.has('coverage') && isForNoCode(described) && !isInRulebook(read);
  if (!which && !may && !office) return undefined;
  const choosable: readonly string[] = choosableCodes;
  const [only] = work.filter((code) => !choosable.includes(code));
  const decides = described.kindKnown;
  if (only !== undefined && !outweighs(described, read.told.includes(only)))
    return codeOfNamedWork(knowledge, only, codes);
  if (decides) return whichCode(knowledge, described, codesAskedAbout(read), read.words);
  const [named] = work;
  if (which && named !== undefined) return codeOfNamedWork(knowledge, named, codes);
  return which && codes.length === 0 ? whichCode(knowledge, described, codes, read.words) : undefined;
}

/** "Incoming call from the surgeon": something was done, though not what would decide on its code. */
function tellsOfWork({ words }: ReadQuestion): boolean {
  return /\b(?:call|calls|called|calling|spoke|spoken|talked|talking|helped|helping|arranged|llamada|llamadas|llamo|llamamos|hable|hablamos|ayude|ayudamos)\b/u.test(
    words,
  );
}

/** "Is booking care coordination?" asks of the code of coordination as if it named the number. */
function codesAskedAbout({ codes, work, described }: ReadQuestion): readonly ProcedureCode[] {
  return codes.length === 0 && isForNoCode(described) ? work.filter((code) => code === guidesOwnCode) : codes;
}

/** Office work, or an attempt that reached nobody: no code is for it, whoever pays. */
function isForNoCode({ facts }: ReadQuestion['described']): boolean {
  return facts.kind === 'routine-office-function' || facts.reached === 'message-left';
}

/** Whether the payer's own rules speak: they come before what the guide says of every payer. */
function isInRulebook({ payers }: ReadQuestion): boolean {
  return payers.some(({ kind }) => kind === 'of-the-rulebook');
}

/** Whether the work that is described is what was done, and what is named or told besides was only its occasion. */
function outweighs(
  { kindKnown, facts, partyKnown, joins, barrierRemoved }: ReadQuestion['described'],
  told: boolean,
): boolean {
  if (joins || barrierRemoved) return true;
  return !told && kindKnown && facts.kind !== 'attendance-barrier-work' && partyKnown;
}

/** "45 minutes with the surgeon's office" tells of work and asks nothing about minutes. */
function onlyTellsTime({ topics, text, words }: ReadQuestion): boolean {
  return (
    topics.size === 1 &&
    topics.has('time') &&
    !text.includes('?') &&
    /\b\d+ (?:minutes?|hours?|minutos?|horas?)\b/u.test(words)
  );
}

/** A payer is named: what only it can answer is asked of the rulebook on the day of service. */
function aboutNamedPayer(
  knowledge: Knowledge,
  read: ReadQuestion,
  asking: Asking,
  about: readonly ProcedureCode[],
): readonly Part[] {
  const { payers } = read;
  if (payers.length === 0) return [];
  const wanted = payerTopicsOf(read);
  const topicsAsked = wanted.length > 0 ? wanted : (['coverage'] as const);
  const [first = guidesOwnCode, ...others] = about;
  const question = {
    from: read.days?.from ?? asking.today,
    through: read.days?.through ?? asking.today,
    performer: read.performer,
    ...(workOf(read) ?? {}),
  };
  // What excludes one another is one rule; everything else the payer answers for each code.
  const codesFor = (topic: PayerTopic) => (topic === 'exclusion' ? [first] : [first, ...others]);
  return payers.flatMap((payer) =>
    topicsAsked.flatMap((topic) =>
      codesFor(topic).map((code) => ({
        ...aboutPayer(knowledge, { ...question, code, payer }, topic),
        codes: about,
      })),
    ),
  );
}

/** The work that a coverage question is about, where it tells it. */
function workOf({ described, topics }: ReadQuestion): { readonly work: ActivityKind } | undefined {
  const { kind } = described.facts;
  const told = topics.has('coverage') || topics.has('mayBill') || topics.size === 0;
  return told &&
    described.kindKnown &&
    kind !== 'treatment-visit' &&
    (kind === 'routine-office-function' || described.joins)
    ? { work: kind }
    : undefined;
}

function payerTopicsOf(read: ReadQuestion): readonly PayerTopic[] {
  const { topics, words, codes } = read;
  const deadline = topics.has('deadline') || (topics.has('time') && /how long|cuanto tiempo/u.test(words));
  const list: readonly (PayerTopic | false)[] = [
    codes.length > 1 && (topics.has('together') || topics.has('mayBill')) && 'exclusion',
    topics.has('fee') && 'fee',
    topics.has('frequency') && 'frequency',
    topics.has('who') && !(topics.has('coverage') && read.performer) && 'who',
    deadline && (topics.has('appeal') ? 'appealDeadline' : 'claimDeadline'),
    (topics.has('document') || topics.has('consent')) && 'document',
    topics.has('place') && 'place',
    topics.has('chargePatient') && 'chargePatient',
    asksOfEncounters(read) && 'encounter',
  ];
  const specific = list.filter((topic) => topic !== false);
  // "Is it paid, and how often?" asks both.
  const asksBoth = topics.has('coverage') && clausesOf(words).length > 1;
  if (specific.length > 0) return asksBoth && !topics.has('fee') ? ['coverage', ...specific] : specific;
  return topics.has('coverage') || topics.has('mayBill') || topics.has('appeal') || topics.has('inForce')
    ? ['coverage']
    : [];
}

/** Clinics that are paid by encounter ask for that rate, and for no other amount. */
function asksOfEncounters({ words }: ReadQuestion): boolean {
  return /\bencounters?\b|\bencuentros?\b/u.test(words);
}

/** What the rulebook holds on a code, where it is asked of payers at large. */
function rulesAskedFor(
  knowledge: Knowledge,
  read: ReadQuestion,
  about: readonly ProcedureCode[],
): readonly Part[] {
  const kind = asksOfEncounters(read)
    ? 'encounter-rate'
    : asksWhichPayers(read)
      ? 'coverage-status'
      : undefined;
  return kind === undefined ? [] : about.flatMap((code) => rulesOfPayers(knowledge, code, kind) ?? []);
}

/** "Which payers pay it?": all that the rulebook knows, by their days. */
function asksWhichPayers({ words, topics }: ReadQuestion): boolean {
  return (
    topics.has('coverage') &&
    !topics.has('chargePatient') &&
    /\b(?:(?:which|what|any) (?:payers?|plans?|insur\p{L}+|carriers?|states?|medicaids?)|who|any(?:one|body)|(?:que|cuales|algun) (?:pagador\p{L}*|plan\p{L}*|seguro\p{L}*|aseguradora\p{L}*|estados?)|quien|alguien) (?:will |actually |currently |ever |lo |la )?(?:pays?|covers?|reimburses?|paga|pagan|cubre|cubren)\b/u.test(
      words,
    )
  );
}

/** "What does bundled mean?" asks for a word and names neither a code nor its work. */
function asksMeaningOfOther({ topics, codes, work, unknownCodes, text }: ReadQuestion): boolean {
  return (
    topics.size === 1 &&
    topics.has('whatIs') &&
    codes.length + work.length + unknownCodes.length === 0 &&
    contentWords(text).length > 0
  );
}

/** Fees come from the rulebook only, so without a payer there is none to tell. */
function feeWithoutPayer(codes: readonly ProcedureCode[]): Part {
  const [code = guidesOwnCode] = codes;
  return {
    ...emptyPart,
    status: 'not-known',
    codes,
    sentences: [sentence(message('assistant.feeWithoutPayer', { code }))],
    missing: [message('assistant.missing.payer'), message('assistant.missing.serviceDate')],
  };
}
