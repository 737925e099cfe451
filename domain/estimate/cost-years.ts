import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { benefitYearStart } from './benefit-year.ts';
import type { LineEstimate } from './estimate-lines.ts';
import type { Line } from './estimate-request.ts';
import { orthodonticExpenses } from './orthodontic-expenses.ts';
import { dayOfLine, dayThatCounts } from './own-benefit.ts';
import type { PlanTerms } from './plan-terms.ts';

/** Cents of one benefit year, of the plan that pays first. */
export interface YearOfCost {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  readonly fee: number;
  readonly plans: number;
  readonly writeOff: number;
  readonly patient: number;
}

/**
 * What lines cost year by year, in order, as the ledger has it: what plans pay falls on the days of their payments. The
 * fee falls on the day that counts for the plan that pays first; of orthodontic treatment, as the first plan that says how
 * it is paid counts it, a share at banding and the rest over time. The patient owes the fee less the write-off as it
 * falls due, less what the plans paid by the end of that year, and never more than in the end.
 * `inOrder`: the plans in the order in which they pay.
 */
export function yearsOfCost(
  lines: readonly Line[],
  estimates: readonly LineEstimate[],
  inOrder: readonly PlanTerms[],
): readonly YearOfCost[] {
  const begins = inOrder[0]?.yearBegins ?? '01-01';
  const years = new Map<CalendarDate, Sums>();
  for (const [index, line] of lines.entries()) {
    const estimate = estimates[index];
    if (!estimate) continue;
    for (const [from, sums] of ofLine(asTaken(line, estimate), estimate, inOrder, begins))
      years.set(from, added(years.get(from), sums));
  }
  return [...years]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, sums]) => ({ from, through: addDays(addMonths(from, 12), -1), ...sums }));
}

/** The line with the start that was taken for it. */
export function asTaken(line: Line, { startedOn }: Pick<LineEstimate, 'startedOn'>): Line {
  return startedOn === undefined ? line : { ...line, startedOn };
}

type Sums = Omit<YearOfCost, 'from' | 'through'>;

const nothing: Sums = { fee: 0, plans: 0, writeOff: 0, patient: 0 };

function added(sums: Sums = nothing, more: Partial<Sums>): Sums {
  const sum = (name: keyof Sums) => sums[name] + (more[name] ?? 0);
  return { fee: sum('fee'), plans: sum('plans'), writeOff: sum('writeOff'), patient: sum('patient') };
}

function ofLine(
  line: Line,
  { fee, plans, writeOff, patient }: LineEstimate,
  inOrder: readonly PlanTerms[],
  begins: string,
): ReadonlyMap<CalendarDate, Sums> {
  const years = new Map<CalendarDate, Sums>();
  const add = (day: CalendarDate, more: Partial<Sums>) => {
    const from = benefitYearStart(day, begins);
    years.set(from, added(years.get(from), more));
  };
  for (const { date, amount } of fallingDue(line, fee, inOrder)) add(date, { fee: amount, writeOff: amount });
  for (const { date, amount } of fallingDue(line, fee - writeOff, inOrder)) add(date, { writeOff: -amount });
  for (const { payments } of plans) for (const { date, pays } of payments) add(date, { plans: pays });
  let owed = 0;
  let before = 0;
  const sorted = [...years].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [index, [from, sums]] of sorted.entries()) {
    owed += sums.fee - sums.writeOff - sums.plans;
    const byNow = index === sorted.length - 1 ? patient : Math.min(patient, Math.max(before, owed));
    years.set(from, { ...sums, patient: byNow - before });
    before = byNow;
  }
  return years;
}

/** An amount by the days on which it falls due; what an early end leaves falls due with the last of it. */
function fallingDue(line: Line, amount: number, inOrder: readonly PlanTerms[]) {
  const [first] = inOrder;
  const day = first ? dayThatCounts(first.ofCode(line.code), line) : dayOfLine(line);
  const how = inOrder.flatMap(({ facts }) => facts.orthodontics)[0];
  if (!line.orthodontics || !how) return [{ date: day, amount }];
  const parts = orthodonticExpenses(how, line.orthodontics, amount);
  const rest = amount - parts.reduce((sum, part) => sum + part.amount, 0);
  return [...parts, { date: parts.at(-1)?.date ?? day, amount: rest }];
}
