import { message, type Message } from '../kernel/message.ts';

/** The words in which a disclosure is recorded, by the gaps that each of them has. */
const recorded: readonly (readonly [form: RegExp, id: string])[] = [
  [/^claim (?<number>\S+) as (?<format>\S+)$/, 'claim'],
  [/^packet (?<id>\S+)$/, 'packet'],
  [/^case as FHIR Bundle$/, 'export'],
  [/^contact \S+ with (?<name>.+)$/, 'contact'],
  [/^case-summary on paper$/, 'case-summary'],
  [/^plan on paper$/, 'plan'],
  [/^estimate on paper$/, 'estimate'],
  [/^predetermination by (?<route>\S+)$/, 'predetermination'],
  [/^predetermination on paper$/, 'predeterminationOnPaper'],
  [/^authorization on paper$/, 'authorization'],
  [/^\S+ to be signed$/, 'toSign'],
];

/** What was disclosed, to be said in the reader's language; undefined where it was recorded in somebody's own words. */
export function disclosedWhat(what: string): Message | undefined {
  for (const [form, id] of recorded) {
    const found = form.exec(what);
    if (found) return message(`disclosed.${id}`, { ...found.groups });
  }
  return undefined;
}
