import { choosableCodes } from '../code-guide/code-decision.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { guidesOwnCode } from './about-code.ts';
import type { Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadQuestion } from './question/read-question.ts';
import { codeOfNamedWork, whichCode } from './which-code.ts';

/** "Which code", and "may I bill it" for a piece of work. */
export function codeQuestion(knowledge: Knowledge, read: ReadQuestion): Part | undefined {
  const { topics, codes, described, work } = read;
  // A described piece of work without any question asks for its code.
  const told =
    (topics.size === 0 || onlyTellsTime(read)) &&
    // A payer may be who the work was with.
    (read.payers.length === 0 || (topics.size === 0 && described.joins)) &&
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
    /\b(?:\d+|an?|one|two|half an|una?|dos|media) (?:minutes?|hours?|minutos?|horas?)\b/u.test(words)
  );
}
