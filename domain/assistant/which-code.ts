import { chooseCode, type CodeChoice } from '../code-guide/choose-code.ts';
import type { PlacedStatement } from '../code-guide/guide-page.ts';
import { message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { guidesOwnCode } from './about-code.ts';
import { emptyPart, listed, quoted, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { DescribedWork } from './question/described-work.ts';
import { plain } from './question/plain-words.ts';

/** How many neighbors are shown where nothing decides. */
const neighborsShown = 4;

/** Which code fits the work that is described; `named` are the codes that the question asks about. */
export function whichCode(
  knowledge: Knowledge,
  described: DescribedWork,
  named: readonly ProcedureCode[],
  words: string,
): Part {
  const choice = chooseCode(described.facts);
  if (isOpen(described, choice)) return openChoice(described, choice, named);
  if (choice.code === 'none') return noCode(knowledge, choice, named, words);
  return fits(knowledge, procedureCode(choice.code), choice, named, words);
}

/** Whether the words leave open what the choice turns on. */
function isOpen(described: DescribedWork, choice: CodeChoice): boolean {
  const { kindKnown, performerKnown, partyKnown } = described;
  if (!kindKnown || turnsOnWhoDidIt(described)) return true;
  if (choice.code !== 'none' || isExcluded(choice)) return false;
  if (choice.factsMissing.length > 0) return true;
  const nearest = choice.neighbors[0];
  const lacksOne = nearest !== undefined && nearest.needs.length === 1;
  return lacksOne && (!partyKnown || !performerKnown);
}

/** Nobody is said to have done it, and a dentist's work would have another code than a coordinator's. */
function turnsOnWhoDidIt(described: DescribedWork): boolean {
  if (described.performerKnown || described.joins) return false;
  return new Set(codesByPerformer(described)).size > 1;
}

/** What it would be as a dentist's work, and as a coordinator's. */
function codesByPerformer({ facts, calledCoordination }: DescribedWork): readonly CodeChoice['code'][] {
  // A talk with a physician of which nothing else is told may have been about a medical matter.
  const medicalMatter =
    facts.medicalMatter === 'unknown' && !calledCoordination ? 'yes' : facts.medicalMatter;
  return (['dentist', 'coordinator'] as const).map(
    (performer) => chooseCode({ ...facts, medicalMatter, performer }).code,
  );
}

function isExcluded(choice: CodeChoice): boolean {
  return ['codeChoice.against.routineOfficeFunction', 'codeChoice.against.nobodyReached'].includes(
    choice.because.id,
  );
}

function openChoice(described: DescribedWork, choice: CodeChoice, named: readonly ProcedureCode[]): Part {
  const { kindKnown, performerKnown, partyKnown } = described;
  const byPerformer = turnsOnWhoDidIt(described) ? codesByPerformer(described) : undefined;
  return {
    ...emptyPart,
    status: 'partly',
    codes: named,
    sentences: [
      sentence(message('assistant.which.open')),
      ...(choice.code === 'none' ? [] : [listed(message('assistant.which.asTold', { code: choice.code }))]),
      ...choice.neighbors
        .filter(({ code }) => byPerformer === undefined || byPerformer.includes(code))
        .slice(0, neighborsShown)
        .map(({ code, needs }) =>
          listed({ message: message('assistant.which.neighbor', { code }), filling: { needs } }),
        ),
    ],
    missing: [
      ...(kindKnown ? [] : [message('assistant.missing.whatWasDone')]),
      ...(performerKnown ? [] : [message('assistant.missing.whoDidIt')]),
      ...(partyKnown ? [] : [message('assistant.missing.withWhom')]),
      ...(choice.code === 'none' ? choice.factsMissing : []),
    ],
  };
}

/** What a page says about the reason for which no code fits, in its English words. */
const saysWhyNone: Readonly<Record<string, RegExp>> = {
  'codeChoice.against.routineOfficeFunction': /normal office work|routine business calls/u,
  'codeChoice.against.nobodyReached': /voicemail is an attempt/u,
};

/** No code fits: said with what the pages of the named codes say against it. */
function noCode(
  knowledge: Knowledge,
  choice: CodeChoice,
  named: readonly ProcedureCode[],
  words: string,
): Part {
  const pages = named.length > 0 ? named : [guidesOwnCode];
  const reason = saysWhyNone[choice.because.id];
  const said = pages.map((code) => {
    const statements = knowledge.statements(code);
    const saying = reason ? statements.filter(({ statement }) => reason.test(statement.text.en)) : [];
    return quoted(
      code,
      saying.length > 0 ? saying.slice(0, 2) : against(statements, 'none', words),
      'labeled',
    );
  });
  const passages = said.flatMap((each) => each.passages);
  return {
    ...emptyPart,
    status: 'answered',
    codes: named,
    sentences: [
      sentence(
        named.length === 0
          ? message('assistant.which.none')
          : message('assistant.which.noNamed', { code: named.join(', ') }),
        passages.map(({ id }) => id),
      ),
      sentence(choice.because),
      ...said.flatMap((each) => each.sentences),
    ],
    passages,
  };
}

function fits(
  knowledge: Knowledge,
  code: ProcedureCode,
  choice: CodeChoice,
  named: readonly ProcedureCode[],
  words: string,
): Part {
  const statements = knowledge.statements(code);
  const othersNamed = named.filter((each) => each !== code);
  const own = quoted(
    code,
    [
      ...statements.filter(({ place }) => place === 'whatFor').slice(0, 1),
      ...alike(
        statements.filter(({ place }) => place === 'whenToUse'),
        words,
        1,
      ),
    ],
    othersNamed.length > 0 ? 'labeled' : 'told',
  );
  const id = named.includes(code) ? 'yesNamed' : othersNamed.length === 0 ? 'fits' : 'other';
  const others = othersNamed.map((each) =>
    quoted(each, against(knowledge.statements(each), code, words), 'labeled'),
  );
  return {
    ...emptyPart,
    status: 'answered',
    codes: [...new Set([...named, code])],
    sentences: [
      sentence(
        message(`assistant.which.${id}`, { code, named: othersNamed.join(', ') }),
        own.passages.map((each) => each.id),
      ),
      sentence(choice.because),
      ...own.sentences,
      ...others.flatMap((each) => each.sentences),
      ...(choice.factsMissing.length > 0
        ? [
            sentence({
              message: message('assistant.which.alsoRecord'),
              filling: { facts: choice.factsMissing },
            }),
          ]
        : []),
    ],
    passages: [...own.passages, ...others.flatMap((each) => each.passages)],
    missing: [],
    safety: [message('assistant.safety.codeIsNotPayment')],
  };
}

/** What a page says the code is not for: first what names the code that fits instead, then what sounds alike. */
function against(
  statements: readonly PlacedStatement[],
  instead: ProcedureCode | 'none',
  words: string,
): readonly PlacedStatement[] {
  const not = statements.filter(
    ({ place, about }) => place === 'whenNotToUse' || (place === 'confusedWith' && about === instead),
  );
  const pointing = not.filter(
    ({ statement, about }) => statement.insteadCode === instead || about === instead,
  );
  return alike(pointing.length > 0 ? pointing : not, words, 1);
}

/** The statements that share the most words with a text, in both languages. */
function alike(
  statements: readonly PlacedStatement[],
  words: string,
  atMost: number,
): readonly PlacedStatement[] {
  const asked = new Set(stems(words));
  const shared = ({ statement }: PlacedStatement) =>
    [...new Set(stems(`${statement.text.en} ${statement.text.es}`))].filter((stem) => asked.has(stem)).length;
  return statements
    .map((each) => ({ each, score: shared(each) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, atMost)
    .map(({ each }) => each);
}

/** The beginnings of words: enough to see that two sentences speak of the same things. */
function stems(text: string): readonly string[] {
  return (plain(text).match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
}

/** Codes that are no choice between kinds of coordination: their work was named, and the page says when they fit. */
export function codeOfNamedWork(
  knowledge: Knowledge,
  code: ProcedureCode,
  named: readonly ProcedureCode[],
): Part {
  const statements = knowledge.statements(code);
  const othersNamed = named.filter((each) => each !== code);
  const own = quoted(
    code,
    [
      ...statements.filter(({ place }) => place === 'whatFor').slice(0, 2),
      ...statements.filter(({ place }) => place === 'whenNotToUse').slice(0, 2),
    ],
    othersNamed.length > 0 ? 'labeled' : 'told',
  );
  const others = othersNamed.map((each) =>
    quoted(each, against(knowledge.statements(each), code, ''), 'labeled'),
  );
  return {
    ...emptyPart,
    status: 'answered',
    codes: [...new Set([...named, code])],
    sentences: [
      sentence(
        message(
          othersNamed.length === 0 || named.includes(code) ? 'assistant.which.fits' : 'assistant.which.other',
          { code, named: othersNamed.join(', ') },
        ),
        own.passages.map(({ id }) => id),
      ),
      ...own.sentences,
      ...others.flatMap((each) => each.sentences),
    ],
    passages: [...own.passages, ...others.flatMap((each) => each.passages)],
    safety: [message('assistant.safety.codeIsNotPayment')],
  };
}
