import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { readProblem } from '#domain/treatment-plan/sequencing/read-problem.ts';
import type {
  SequencingItem,
  SequencingProblem,
} from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** A project as the published libraries have it: activities, time lags between their starts, renewable resources. */
export interface Project {
  readonly durations: readonly number[];
  /** start(to) − start(from) ≥ lag; a negative lag is a maximum the other way. */
  readonly lags: readonly { readonly from: number; readonly to: number; readonly lag: number }[];
  /** By activity, then by resource. */
  readonly demands: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}

/** PSPLIB's `.sm` (RCPSP, one mode): after an activity means after its end. Throws on anything else. */
export function readSm(text: string): Project {
  const successors = table(text, 'PRECEDENCE RELATIONS:', 1).map(([job = 0, , count = 0, ...rest]) => ({
    job,
    next: rest.slice(0, count),
  }));
  const requests = table(text, 'REQUESTS/DURATIONS:', 1);
  const [capacities = []] = table(text, 'RESOURCEAVAILABILITIES:', 1);
  const durations = requests.map(([, , duration = 0]) => duration);
  if (durations.length === 0 || successors.length !== durations.length)
    throw new Error('not an .sm file of one mode: jobs, precedence and requests differ');
  return {
    durations,
    lags: successors.flatMap(({ job, next }) =>
      next.map((to) => ({ from: job - 1, to: to - 1, lag: durations[job - 1] ?? 0 })),
    ),
    demands: requests.map((row) => row.slice(3, 3 + capacities.length)),
    capacities,
  };
}

/** The rows of numbers after a heading and `skip` further lines, up to the next line that is none. */
function table(text: string, heading: string, skip: number): number[][] {
  const lines = text.split(/\r?\n/);
  const begin = lines.findIndex((line) => line.trim() === heading);
  if (begin < 0) throw new Error(`not an .sm file: no "${heading}"`);
  const rows: number[][] = [];
  for (const line of lines.slice(begin + 1 + skip)) {
    if (/^-+$/.test(line.trim())) continue;
    const row = line.trim().split(/\s+/).map(Number);
    if (line.trim() === '' || row.some(Number.isNaN)) break;
    rows.push(row);
  }
  return rows;
}

/** ProGen/max's `.sch` (RCPSP/max, one mode): time lags from start to start, in brackets. Throws on anything else. */
export function readSch(text: string): Project {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const numbers = (line: string) =>
    line
      .replace(/\[[^\]]*\]/g, ' ')
      .trim()
      .split(/\s+/)
      .map(Number);
  const [activities = NaN, resources = 0] = numbers(lines[0] ?? '');
  const count = activities + 2;
  if (!Number.isInteger(count) || lines.length < 2 + 2 * count)
    throw new Error('not an .sch file: fewer lines than activities');
  const lags = lines.slice(1, 1 + count).flatMap((line) => {
    const [from = 0, , successors = 0, ...rest] = numbers(line);
    const waits = [...line.matchAll(/\[\s*(-?\d+)[^\]]*\]/g)].map(([, lag]) => Number(lag));
    if (waits.length !== successors)
      throw new Error(`activity ${from}: ${waits.length} lags, ${successors} successors`);
    return rest.slice(0, successors).map((to, index) => ({ from, to, lag: waits[index] ?? 0 }));
  });
  const rows = lines.slice(1 + count, 1 + 2 * count).map(numbers);
  return {
    durations: rows.map(([, , duration = 0]) => duration),
    lags,
    demands: rows.map((row) => row.slice(3, 3 + resources)),
    capacities: numbers(lines[1 + 2 * count] ?? '').slice(0, resources),
  };
}

/** The same project as a plan of one office that is open every day: the engine is not told the difference. */
export function toProblem(project: Project): SequencingProblem | 'infeasible' {
  const longest = project.durations.map((duration, activity) =>
    Math.max(duration, ...project.lags.filter(({ from }) => from === activity).map(({ lag }) => lag)),
  );
  const items = project.durations.map((days, activity): SequencingItem => ({
    itemId: `a${activity}`,
    text: `Activity ${activity}`,
    owner: 'anyone',
    modality: 'office',
    urgency: 'routine',
    minutes: 0,
    days,
    uses: (project.demands[activity] ?? []).map((amount, resource) => ({ resource: `r${resource}`, amount })),
  }));
  const constraints = project.lags.map(({ from, to, lag }, index): Constraint => ({
    constraintId: `lag${index}`,
    text: `Activity ${to} at least ${lag} after activity ${from}`,
    source: { by: 'rule', ref: 'project' },
    strength: 'must',
    kind: 'interval',
    from: `a${from}`,
    to: `a${to}`,
    minDays: lag,
    measured: 'from-first-day',
  }));
  const problem = readProblem({
    start: calendarDate('2027-01-04'),
    horizonDays: 1 + longest.reduce((sum, days) => sum + days, 0),
    items,
    events: [],
    providers: [{ providerId: 'anyone', name: 'Anyone', place: 'here', availability: {} }],
    places: [{ placeId: 'here', name: 'Here' }],
    constraints,
    patient: {},
    resources: project.capacities.map((capacity, resource) => ({ resourceId: `r${resource}`, capacity })),
    objectives: ['finish'],
  } satisfies SequencingProblem);
  // A circle of positive lags is a bad plan, and a project without a schedule.
  if (isRefusal(problem) && problem.code === 'plan-file/circle') return 'infeasible';
  if (isRefusal(problem)) throw new Error(`${problem.code} at ${problem.at ?? ''}`);
  return problem;
}
