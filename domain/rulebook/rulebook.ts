import type { GuidePage } from '../code-guide/guide-page.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { payerLines } from '../practice/practice-events.ts';
import type { Rule, RuleKind, RuleOf, RulePeriod } from './rule.ts';

/** A payer as the rulebook knows it. */
export interface RulebookPayer {
  /** Folder name in rulebook/payers; a practice's payer names it as `rulebookPayer`. */
  readonly payer: string;
  readonly name: string;
  readonly line: (typeof payerLines)[number];
  /** Made up for tests and the demonstration; every screen that shows its rules says so. */
  readonly fictional: boolean;
  readonly note: string;
  readonly rules: readonly Rule[];
}

/** The axis on which editions of a code set follow one another. Source: field-facts 1.1. */
export interface CodeSet {
  readonly codeSet: 'cdt' | 'icd-10-cm';
  /** 'MM-DD' of the first day of every edition: CDT 1 January, ICD-10-CM 1 October. */
  readonly editionBegins: string;
  /** CDT 2026 begins in 2026; fiscal year 2026 begins in 2025. */
  readonly namedAfter: 'year-it-begins' | 'year-it-ends';
  readonly firstEdition: number;
  /** First edition that has a code, for the codes where a source says so. */
  readonly inForceSince: ReadonlyMap<string, number>;
}

/** What others decree, as one value: read once, passed in, never reached for. */
export interface Rulebook {
  /** 'sha256:' and the hash over the canonical JSON of all rules and code sets: claims name the rules that they were made by. */
  readonly version: string;
  readonly payers: ReadonlyMap<string, RulebookPayer>;
  readonly codeSets: readonly CodeSet[];
  /** Pages of the code guide by code: they explain, and decide nothing. */
  readonly guide: ReadonlyMap<string, GuidePage>;
  /** Clinical pathways by name: they constrain plans, and no claim. */
  readonly pathways: ReadonlyMap<string, Pathway>;
}

export function inPeriod(period: RulePeriod, day: CalendarDate): boolean {
  return period.from <= day && (period.through === 'open' || day <= period.through);
}

/** The payer's rules of one kind for a code that are confirmed on a day of service. */
export function rulesOn<Kind extends RuleKind>(
  payer: RulebookPayer | undefined,
  kind: Kind,
  code: ProcedureCode,
  day: CalendarDate,
): readonly RuleOf<Kind>[] {
  const isOfKind = (rule: Rule): rule is Extract<Rule, { kind: Kind }> & RuleOf<Kind> => rule.kind === kind;
  return (payer?.rules ?? [])
    .filter(isOfKind)
    .filter((rule) => rule.code === code && inPeriod(rule.period, day));
}

/** Year of the edition in force on a day. */
export function editionOn(codeSet: CodeSet, day: CalendarDate): number {
  const year = Number(day.slice(0, 4));
  const begun = day.slice(5) >= codeSet.editionBegins;
  const beganIn = begun ? year : year - 1;
  return codeSet.namedAfter === 'year-it-begins' ? beganIn : beganIn + 1;
}

/** Whether a code was in force on a day: 'unknown' where no source says since when. */
export function codeInForce(
  rulebook: Rulebook,
  codeSetName: CodeSet['codeSet'],
  code: string,
  day: CalendarDate,
): 'in-force' | 'not-yet' | 'unknown' {
  const codeSet = rulebook.codeSets.find((candidate) => candidate.codeSet === codeSetName);
  const since = codeSet?.inForceSince.get(code);
  if (!codeSet || since === undefined) return 'unknown';
  return editionOn(codeSet, day) >= since ? 'in-force' : 'not-yet';
}
