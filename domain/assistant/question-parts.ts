import { message } from '../kernel/message.ts';
import { aboutCode, guideTopics, inForce } from './about-code.ts';
import { aboutTreatment } from './about-treatment.ts';
import { codesMeant, type Asking } from './asking.ts';
import { besideOtherWork, confusedWith, difference, together } from './between-codes.ts';
import { codeQuestion } from './code-question.ts';
import { definite } from './definite.ts';
import { emptyPart, joined, notKnown, sentence, type Part } from './draft.ts';
import { withoutPayer } from './guide-topics.ts';
import type { Knowledge } from './knowledge.ts';
import { aboutNamedPayer, feeWithoutPayer, payerTopicsOf, rulesAskedFor } from './payer-question.ts';
import type { ReadQuestion } from './question/read-question.ts';
import type { Topic } from './question/topics.ts';
import { contentWords, searched } from './searched.ts';
import { whichCode } from './which-code.ts';

/** What a question about codes, work and payers leads to, part by part: the more special comes before the general. */
export function partsOf(knowledge: Knowledge, read: ReadQuestion, asking: Asking): readonly Part[] {
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

/** "What does bundled mean?" asks for a word and names neither a code nor its work. */
function asksMeaningOfOther({ topics, codes, work, unknownCodes, text }: ReadQuestion): boolean {
  return (
    topics.size === 1 &&
    topics.has('whatIs') &&
    codes.length + work.length + unknownCodes.length === 0 &&
    contentWords(text).length > 0
  );
}
