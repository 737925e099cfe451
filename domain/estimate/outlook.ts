import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { amountsNotTold } from './amounts-not-told.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { estimate, runOf, type Estimate, type Outcome } from './estimate.ts';
import { questionsOf, type OpenQuestion } from './open-questions.ts';
import { goesFurther, type Reach } from './outlook-words.ts';
import { promisesEnded } from './promises-ended.ts';
import { rangeOf, widthOf, type Range } from './range.ts';
import { suppositionsOf, type Supposition } from './suppositions.ts';
import { bothEnds, tryAll, type Trial } from './trials.ts';
import { askWhether, type Ask } from './unknown.ts';

/** What the patient may pay once everything that nobody has said is known, beside the figures by what is known. */
export interface Outlook {
  readonly patient: Reach;
  /** What makes it wider than the figures, by how much each does so alone; the one that changes most first. */
  readonly supposed: readonly SupposedOutcome[];
  /** False: there were too many combinations, so it may be wider than shown. */
  readonly complete: boolean;
}

export interface SupposedOutcome extends Pick<Supposition, 'planId' | 'kind' | 'condition'> {
  /** What the patient pays if this alone turns out so. */
  readonly patient: Reach;
}

export interface EstimateWithOutlook extends Estimate {
  readonly outlook: Outlook;
  /** Line by line, in the order of the lines. */
  readonly lineOutlooks: readonly LineOutlook[];
}

interface LineOutlook {
  readonly lineId: string;
  readonly patient: Reach;
}

/** So many line estimates for each thing alone, and for the combinations of all of them. */
const linesAlone = 1000;
const linesTogether = 6000;

/**
 * The estimate, and the estimate again with what nobody has said turned out otherwise: each thing alone and in
 * combination. Where the figures by what is known are exact, the questions are about what makes the outlook wide.
 */
export function estimateWithOutlook(request: EstimateRequest): EstimateWithOutlook | Refusal {
  const known = estimate(request);
  if (isRefusal(known)) return known;
  const run = runOf(request);
  if (isRefusal(run)) return run;
  const most = (lines: number) => Math.min(256, Math.ceil(lines / request.lines.length));
  const tryAlone = (asked: EstimateRequest) =>
    tryAll((ask) => run(asked, ask), most(linesAlone), bothEnds).trials;
  const ends = (asked: EstimateRequest) => tryAll((ask) => run(asked, ask), 1, bothEnds).trials;
  const patientAt = (asked: EstimateRequest) => rangeOf(ends(asked).map(({ result }) => result.patient));
  const knownEnds = patientAt(request);
  const leavesLess = (asked: EstimateRequest) => isLess(patientAt(asked), knownEnds);
  const all = [
    ...suppositionsOf(request),
    ...promisesEnded(request, leavesLess),
    ...amountsNotTold(request, leavesLess),
  ];
  const alone = thatMatter(request, all, (asked) => figuresOf(ends(asked))).map((supposition) => ({
    ...supposition,
    trials: tryAlone(supposition.suppose(request)),
  }));
  const together = tryAll(
    (ask) =>
      run(
        alone.reduce((asked, each) => supposing(asked, each, ask), request),
        ask,
      ),
    most(linesTogether),
  );
  const trials = [...together.trials, ...alone.flatMap((each) => each.trials)];
  const { patient } = known.total;
  const reach = (from: Range, amount: (outcome: Outcome) => number): Reach => ({
    ...rangeOf([from.low, from.high, ...trials.map(({ result }) => amount(result))]),
    isOpenBelow: alone.some(
      (each) => each.isBoundOnly && each.trials.some(({ result }) => amount(result) < from.low),
    ),
  });
  return {
    ...known,
    questions: widthOf(patient) === 0 ? sureOf(questionsOf(together), alone) : known.questions,
    outlook: {
      patient: reach(patient, (outcome) => outcome.patient),
      supposed: alone
        .map(({ planId, kind, condition, isBoundOnly, trials: own }) => ({
          planId,
          kind,
          condition,
          patient: {
            ...rangeOf(own.map(({ result }) => result.patient)),
            isOpenBelow: isBoundOnly,
          },
        }))
        .filter((each) => beyond(each.patient, patient) > 0)
        .toSorted((one, other) => beyond(other.patient, patient) - beyond(one.patient, patient)),
      complete: known.complete && together.complete,
    },
    lineOutlooks: known.lines.map((line, index) => ({
      lineId: line.lineId,
      patient: reach(line.patient, ({ lines }) => lines[index]?.patient ?? line.patient.high),
    })),
  };
}

/** Without those that change nothing, neither alone nor beside the others: they would only be combinations to try. */
function thatMatter(
  request: EstimateRequest,
  all: readonly Supposition[],
  figures: (asked: EstimateRequest) => string,
): readonly Supposition[] {
  const allOf = (those: readonly Supposition[]) =>
    figures(those.reduce((asked, { suppose }) => suppose(asked), request));
  const known = figures(request);
  return all.reduce<readonly Supposition[]>((kept, supposition) => {
    if (allOf([supposition]) !== known) return kept;
    const others = kept.filter((each) => each !== supposition);
    return allOf(others) === allOf(kept) ? others : kept;
  }, all);
}

/** One thing of the combination: the first candidate is the one for the patient. */
function supposing(
  request: EstimateRequest,
  { key, fact, isForPatient, suppose }: Supposition,
  ask: Ask,
): EstimateRequest {
  return askWhether(ask, key, fact) === isForPatient ? suppose(request) : request;
}

/** What the patient and each plan pay, line by line: two that are the same differ in words at the most. */
function figuresOf(trials: readonly Trial<Outcome>[]): string {
  return JSON.stringify(
    trials.map(({ result }) =>
      result.lines.map(({ patient, plans }) => [patient, ...plans.map(({ pays }) => pays)]),
    ),
  );
}

/** How wide it is then can be told only once nothing is left of which there is no more than a bound. */
function sureOf(
  questions: readonly OpenQuestion[],
  supposed: readonly Supposition[],
): readonly OpenQuestion[] {
  const bounds = supposed.filter(({ isBoundOnly }) => isBoundOnly);
  return questions.map((question) => ({
    ...question,
    isSure: question.isSure && bounds.every(({ fact }) => fact === question.fact),
  }));
}

/** Neither at the least nor at the most more, and at one of them less. */
function isLess(patient: Range, known: Range): boolean {
  return patient.low <= known.low && patient.high <= known.high && goesFurther(patient, known);
}

/** How far a range goes beyond what is known, on the side on which it goes further; 0 within it. */
function beyond({ low, high }: Range, known: Range): number {
  return Math.max(0, high - known.high, known.low - low);
}
