import { message, type Message } from '../kernel/message.ts';
import { choosableCodes, type ChoosableCode, type CodeDecision } from './code-decision.ts';
import { choiceTable, type Condition } from './choice-table.ts';
import { pointersFor, type Pointer } from './pointers.ts';
import { isContact, type WorkFacts } from './work-facts.ts';

/** Goes into a decision, so that a later table does not seem to have decided it. */
export const choiceTableVersion = 'code-choice 2';

export interface Neighbor {
  readonly code: ChoosableCode;
  /** The facts that would make this code right, the first of them first; with one, it is that one fact. */
  readonly needs: readonly Message[];
}

export interface CodeChoice {
  readonly code: CodeDecision['code'];
  /** One sentence: why this code, or why none. */
  readonly because: Message;
  readonly factsFor: readonly Message[];
  readonly factsAgainst: readonly Message[];
  readonly factsMissing: readonly Message[];
  readonly neighbors: readonly Neighbor[];
  /** Codes outside this choice that the facts point at. */
  readonly pointers: readonly Pointer[];
  readonly version: string;
}

/**
 * Which code fits one piece of work, by the decision rule of field-facts 1.2; 'none' for a routine office
 * function and for an attempt that reached nobody. Whether anybody pays it is another question.
 */
export function chooseCode(facts: WorkFacts): CodeChoice {
  return { ...choose(facts), pointers: pointersFor(facts), version: choiceTableVersion };
}

type Chosen = Omit<CodeChoice, 'pointers' | 'version'>;

function choose(facts: WorkFacts): Chosen {
  const rows = choiceTable.map((row) => ({ code: row.code, conditions: row.conditions(facts) }));
  const excluded = exclusion(facts);
  if (excluded) return noCode(excluded.against, rows, excluded);
  const use = facts.payerUses.find((each) => each.activityKinds.some((kind) => kind === facts.kind));
  if (use) return usedByPayer(use, rows);
  const fitting = rows.find((row) => row.conditions.every((each) => each.holds === 'yes'));
  if (!fitting) return noCode(whyNothingFits(facts), rows, undefined);
  return {
    code: fitting.code,
    because: message(`codeChoice.because.${fitting.code}`),
    factsFor: fitting.conditions.map((each) => each.when.yes),
    factsAgainst: [],
    factsMissing: [...missingContact(facts), ...missingBeside(fitting.code, facts)],
    neighbors: neighborsOf(rows, fitting.code),
  };
}

/**
 * The same for many pieces of work: much of a case is of one kind, what has the same facts has the same choice, and it
 * is weighed once.
 */
export function sharedChoice(): (facts: WorkFacts) => CodeChoice {
  const choices = new Map<string, CodeChoice>();
  return (facts) => {
    const key = JSON.stringify(facts);
    const choice = choices.get(key) ?? chooseCode(facts);
    choices.set(key, choice);
    return choice;
  };
}

interface Exclusion {
  readonly against: Message;
  /** What would have to be otherwise before any code could fit. */
  readonly instead: Message;
}

/** What no code is for, whatever else is true. */
function exclusion(facts: WorkFacts): Exclusion | undefined {
  if (facts.occasion !== undefined)
    return {
      against: message(`codeChoice.against.occasion.${facts.occasion}`),
      instead: message('codeChoice.need.workOfTheFamily'),
    };
  if (facts.kind === 'routine-office-function')
    return {
      against: message('codeChoice.against.routineOfficeFunction'),
      instead: message('codeChoice.need.otherThanRoutine'),
    };
  if (!isContact(facts.reached))
    return {
      against: message('codeChoice.against.nobodyReached'),
      instead: message('codeChoice.need.reached'),
    };
  return undefined;
}

function whyNothingFits(facts: WorkFacts): Message {
  return facts.kind === 'telephone-triage-by-dentist'
    ? message('codeChoice.because.triageOnly')
    : message('codeChoice.because.nothingFits');
}

interface Row {
  readonly code: ChoosableCode;
  readonly conditions: readonly Condition[];
}

function noCode(because: Message, rows: readonly Row[], excluded: Exclusion | undefined): Chosen {
  const neighbors = neighborsOf(rows, 'none');
  const nearest = rows.find((row) => row.code === neighbors[0]?.code);
  return {
    code: 'none',
    because,
    factsFor: [],
    factsAgainst: excluded ? [excluded.against] : nearest ? heldBy(nearest, 'no') : [],
    factsMissing: nearest ? heldBy(nearest, 'unknown') : [],
    neighbors: excluded
      ? neighbors.map(({ code, needs }) => ({ code, needs: [excluded.instead, ...needs] }))
      : neighbors,
  };
}

/** A payer that uses a code for work of its own choosing decides for its own claims. */
function usedByPayer(use: WorkFacts['payerUses'][number], rows: readonly Row[]): Chosen {
  const said = message('codeChoice.because.payerUses', { code: use.code, rule: use.ruleId });
  return {
    code: use.code,
    because: said,
    factsFor: [message('codeChoice.for.payerUses', { rule: use.ruleId })],
    factsAgainst: [],
    factsMissing: [],
    neighbors: neighborsOf(rows, use.code),
  };
}

/** A message left is no contact, so that whether somebody was reached decides. */
function missingContact({ reached }: WorkFacts): readonly Message[] {
  return reached === 'unknown' ? [message('codeChoice.missing.reached')] : [];
}

/** Work that the record does not show yet, and that the code is also about. */
function missingBeside(code: ChoosableCode, facts: WorkFacts): readonly Message[] {
  if (code === 'D9992' && facts.patientDecided !== 'yes')
    return [message('codeChoice.missing.patientDecided')];
  return [];
}

function lackedBy({ conditions }: Row, chosen: CodeDecision['code']): readonly Message[] {
  const lacked = conditions.filter((each) => each.holds !== 'yes').map((each) => each.need);
  return lacked.length > 0 || chosen === 'none'
    ? lacked
    : [message('codeChoice.need.notBefore', { code: chosen })];
}

function heldBy(row: Row, holds: Condition['holds']): readonly Message[] {
  return row.conditions.filter((each) => each.holds === holds).map((each) => each.when[holds]);
}

/**
 * Every other code of the table with what it lacks, which is that the chosen one did not come before it where it has all
 * that it asks for: first those that nothing speaks against, then the nearest. */
function neighborsOf(rows: readonly Row[], chosen: CodeDecision['code']): readonly Neighbor[] {
  return rows
    .filter((row) => row.code !== chosen)
    .map((row) => ({
      code: row.code,
      contrary: row.conditions.filter((each) => each.holds === 'no').length,
      needs: lackedBy(row, chosen),
    }))
    .toSorted(
      (one, other) =>
        one.contrary - other.contrary ||
        one.needs.length - other.needs.length ||
        choosableCodes.indexOf(one.code) - choosableCodes.indexOf(other.code),
    )
    .map(({ code, needs }) => ({ code, needs }));
}
