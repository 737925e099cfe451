import type { CoordinationCase } from '../case/case.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { factReader } from './case-facts.ts';
import { choiceTableVersion, sharedChoice, type CodeChoice, type Neighbor } from './choose-code.ts';
import { choosableCodes, type ChoosableCode, type CodeDecision } from './code-decision.ts';
import { payerUsesByDay } from './payer-uses.ts';
import type { PayerUse } from './work-facts.ts';

export interface CodeGroup extends CodeChoice {
  readonly activityIds: readonly string[];
}

export interface CaseChoice {
  /** What the case as a whole reports: D9992 where any of its work is that. */
  readonly proposed: CodeDecision['code'];
  readonly because: Message;
  /** Every activity that was not withdrawn stands in exactly one group: the same minutes never support two codes. */
  readonly groups: readonly CodeGroup[];
  readonly byActivity: ReadonlyMap<string, CodeChoice>;
  readonly version: string;
}

/** What is known besides the case: the patient, and what the payer of a day of service uses codes for by its own rule. */
export interface ChoiceAbout {
  readonly patient?: Patient;
  readonly usesOn?: (day: CalendarDate) => readonly PayerUse[];
}

export function chooseForCase(
  theCase: CoordinationCase,
  practice: Practice,
  { patient, usesOn = () => [] }: ChoiceAbout = {},
): CaseChoice {
  const read = factReader(theCase, practice, patient);
  const uses = new Map<CalendarDate, readonly PayerUse[]>();
  const usesOf = (day: CalendarDate) => {
    const known = uses.get(day) ?? usesOn(day);
    uses.set(day, known);
    return known;
  };
  const choose = sharedChoice();
  const byActivity = new Map<string, CodeChoice>();
  for (const [activityId, recorded] of theCase.activities)
    if (recorded.withdrawn === undefined)
      byActivity.set(activityId, choose(read(recorded, usesOf(recorded.activity.serviceDate))));
  const groups = [...Map.groupBy(byActivity, ([, choice]) => choice.code)]
    .map(([code, members]) => groupOf(code, members))
    .toSorted((one, other) => rank(one) - rank(other));
  const [first] = groups;
  return {
    proposed: first?.code ?? 'none',
    because: first?.because ?? message('codeChoice.because.noWorkYet'),
    groups,
    byActivity,
    version: choiceTableVersion,
  };
}

/** The same with what the first payer of each day uses codes for by its own rule. */
export const chooseByPayers = remembered(
  (
    theCase: CoordinationCase,
    practice: Practice,
    patient: Patient,
    rulebook: Rulebook,
    coverageId?: string,
  ): CaseChoice =>
    chooseForCase(theCase, practice, {
      patient,
      usesOn: payerUsesByDay({
        rulebook,
        practice,
        patient,
        ...(coverageId === undefined ? {} : { coverageId }),
      }),
    }),
);

/** D9992 first, then the other codes in their order, 'none' last. */
function rank({ code }: CodeGroup): number {
  return code === 'none' ? choosableCodes.length : choosableCodes.indexOf(code);
}

function groupOf(code: CodeDecision['code'], members: readonly [string, CodeChoice][]): CodeGroup {
  const choices = [...new Set(members.map(([, choice]) => choice))];
  const [first] = choices;
  const gather = (read: (choice: CodeChoice) => readonly Message[]) => once(choices.flatMap(read));
  return {
    code,
    because: first?.because ?? message('codeChoice.because.nothingFits'),
    activityIds: members.map(([activityId]) => activityId),
    factsFor: gather((choice) => choice.factsFor),
    factsAgainst: gather((choice) => choice.factsAgainst),
    factsMissing: gather((choice) => choice.factsMissing),
    neighbors: nearest(choices.flatMap((choice) => choice.neighbors)),
    pointers: [
      ...new Map(choices.flatMap((choice) => choice.pointers).map((each) => [each.code, each])).values(),
    ],
    version: choiceTableVersion,
  };
}

function once(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((each) => [canonicalJson(each), each])).values()];
}

/** Of each code, the neighbor that lacks the least. */
function nearest(neighbors: readonly Neighbor[]): readonly Neighbor[] {
  const best = new Map<ChoosableCode, Neighbor>();
  for (const neighbor of neighbors) {
    const known = best.get(neighbor.code);
    if (!known || neighbor.needs.length < known.needs.length) best.set(neighbor.code, neighbor);
  }
  return [...best.values()].toSorted((one, other) => one.needs.length - other.needs.length);
}
