import type { ActivityKind } from '../activity/activity.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Npi } from '../kernel/npi.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { Payer, Route } from '../practice/practice-events.ts';
import type { Practice } from '../practice/practice.ts';
import { rulesOn, type Rulebook, type RulebookPayer } from '../rulebook/rulebook.ts';
import type { RuleHead, RuleKind, RuleOf } from '../rulebook/rule.ts';
import type { BenefitFact, Coverage } from './benefit-fact.ts';
import type { BenefitUse } from './benefit-use.ts';
import type { Basis } from './payer-answer.ts';
import type { PlanAnswer } from './plan-answer.ts';
import { factPeriod } from './precedence.ts';

/** A service that was billed or paid elsewhere: another claim, another case. */
export interface PastService {
  readonly code: ProcedureCode;
  readonly date: CalendarDate;
  /** Who billed and who treated, by NPI; absent where it is not known, as of services elsewhere. */
  readonly billing?: Npi;
  readonly rendering?: Npi;
}

/** A coverage with its payer, where that is in the practice's directory. */
export interface Insured {
  readonly coverage: Coverage;
  readonly payer: Payer | undefined;
}

/** The patient's coverages besides one. */
export function coveragesBesides(
  coverageId: string | undefined,
  patient: Patient,
  practice: Practice,
): readonly Insured[] {
  return [...patient.coverages.values()]
    .map(({ value }) => value)
    .filter((coverage) => coverage.coverageId !== coverageId)
    .map((coverage) => ({
      coverage,
      payer: coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
    }));
}

/** What is asked: this code, on this day of service, for this work, under this coverage. */
export interface CoverageQuestion {
  readonly code: ProcedureCode;
  readonly serviceDate: CalendarDate;
  readonly payer: Payer | undefined;
  readonly coverage: Coverage | undefined;
  /** The patient's other coverages: one of them may forbid what this one allows. */
  readonly alongside: readonly Insured[];
  /** All benefit facts of the patient; those of other coverages and codes are left aside. */
  readonly facts: readonly At<BenefitFact>[];
  /** What was said of the patient's plans: when the year begins, and when the code was last paid elsewhere. */
  readonly planAnswers: readonly At<PlanAnswer>[];
  /** What every office used of the patient's plans, as it stands now. */
  readonly uses: readonly BenefitUse[];
  readonly rulebook: Rulebook;
  /** The practice's zone: a fact belongs to the year in which it was learned there. */
  readonly timeZone: string;
  readonly performer: { readonly role: string; readonly credential?: string | undefined };
  readonly activityKinds: readonly ActivityKind[];
  /** Routes of the contacts; absent where they are not known yet. */
  readonly routes?: readonly Route[];
  readonly history: readonly PastService[];
  /** Other codes on the same claim or day of service. */
  readonly sameDayCodes?: readonly ProcedureCode[];
  /** Who would bill and who would treat, where it is known: some limits count for each of them apart. */
  readonly providers?: { readonly billing?: Npi | undefined; readonly rendering?: Npi | undefined };
  /** The day on which it is asked, to tell whether a deadline has passed. */
  readonly askedOn?: CalendarDate;
}

/** What is known of a patient's plans, as a question takes it. */
export function knownOfPlans(patient: Patient): Pick<CoverageQuestion, 'facts' | 'planAnswers' | 'uses'> {
  const { benefitFacts, planAnswers, benefitUses } = patient;
  return { facts: benefitFacts, planAnswers, uses: [...benefitUses.values()].map(({ value }) => value) };
}

export function rulebookPayerOf(question: CoverageQuestion): RulebookPayer | undefined {
  const name = question.payer?.rulebookPayer;
  return name === undefined ? undefined : question.rulebook.payers.get(name);
}

export function rulesFor<Kind extends RuleKind>(
  question: CoverageQuestion,
  kind: Kind,
): readonly RuleOf<Kind>[] {
  return rulesOn(rulebookPayerOf(question), kind, question.code, question.serviceDate);
}

/** The facts that speak of this coverage and code and were not replaced, in two heaps by the day of service. */
export function factsFor(question: CoverageQuestion): {
  readonly counting: readonly At<BenefitFact>[];
  readonly outOfDate: readonly At<BenefitFact>[];
} {
  const replaced = new Set(question.facts.flatMap((fact) => fact.value.replaces ?? []));
  const about = question.facts.filter(
    ({ value }) =>
      value.coverageId === question.coverage?.coverageId &&
      value.code === question.code &&
      !replaced.has(value.factId),
  );
  const counts = ({ value }: At<BenefitFact>) => {
    const period = factPeriod(value, question.timeZone);
    return period.from <= question.serviceDate && question.serviceDate <= period.through;
  };
  return { counting: about.filter(counts), outOfDate: about.filter((fact) => !counts(fact)) };
}

export function ruleBasis(question: CoverageQuestion, rule: RuleHead): Basis {
  return {
    kind: 'rule',
    ruleId: rule.id,
    source: rule.source,
    period: rule.period,
    mark: rule.mark,
    fictional: rulebookPayerOf(question)?.fictional ?? false,
  };
}
