import { minutesAtClaim, sumSeconds } from '../activity/seconds.ts';
import { countServiceSeconds, isNeverService } from '../activity/service-seconds.ts';
import type { RecordedActivity } from '../case/case.ts';
import { claimProviders, treatingDentist } from '../case/claim-providers.ts';
import { timeZoneOf } from '../case/deciding.ts';
import { decisionOf, isOnLiveClaim, liveClaims, standingActivities } from '../case/standing-activities.ts';
import type { Claim } from '../claim/claim.ts';
import { groupIntoLines, type LineGroup } from '../claim/line-groups.ts';
import { chooseByPayers } from '../code-guide/choose-for-case.ts';
import { answerCoverage } from '../coverage/answer-coverage.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { coverageOnDay } from '../coverage/coverage-on-day.ts';
import { coveragesBesides, knownOfPlans, type PastService } from '../coverage/coverage-question.ts';
import type { PayerAnswer } from '../coverage/payer-answer.ts';
import { dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { Payer, Provider } from '../practice/practice-events.ts';
import { rulesOn } from '../rulebook/rulebook.ts';
import type { ReadinessInput } from './readiness-input.ts';

export const coordinationCode = procedureCode('D9992');

/** A line that the claim would have, with what the payer says about it for each person who worked in it. */
export interface LineAnswer extends LineGroup {
  readonly answers: readonly PayerAnswer[];
  /** Whole minutes, rounded down here and nowhere else; what is told of the whole claim is their sum. */
  readonly minutes: number;
}

/** What every check looks at: the input, and what follows from it, worked out once. */
export interface Dossier extends ReadinessInput {
  readonly today: CalendarDate;
  readonly timeZone: string;
  /** What stands, is on no claim and was not decided to be something else; after the claim, everything that stands. */
  readonly open: readonly RecordedActivity[];
  /** All of it is on standing claims: there is nothing to claim, until new work is done. */
  readonly claimed: boolean;
  /** Of these, what was decided to be the code, or, undecided, what the code choice proposes for it. */
  readonly work: readonly RecordedActivity[];
  readonly proposed: ReadonlyMap<string, string>;
  /** Last day of service of the work; today where there is none yet. */
  readonly completedOn: CalendarDate;
  readonly coverage: Coverage | undefined;
  readonly payer: Payer | undefined;
  readonly treating: Provider | undefined;
  readonly lines: readonly LineAnswer[];
  /** Seconds that may stand behind the code, by activity: each second of a person once. */
  readonly seconds: ReadonlyMap<string, number>;
}

export function openDossier(input: ReadinessInput): Dossier {
  const timeZone = timeZoneOf(input.practice);
  const today = dayOf(input.now, timeZone);
  const open = openWork(input);
  const completedOn =
    open
      .map(({ activity }) => activity.serviceDate)
      .sort()
      .at(-1) ?? today;
  const coverage = coverageOnDay(input.patient, completedOn, input.coverageId);
  const payer = coverage?.payerId === undefined ? undefined : input.practice.payers.get(coverage.payerId);
  const { state, practice, patient, rulebook, coverageId } = input;
  const { byActivity } = chooseByPayers(state, practice, patient, rulebook, coverageId);
  const proposed = new Map([...byActivity].map(([activityId, choice]) => [activityId, choice.code]));
  const work = open.filter(
    (recorded) =>
      !isNeverService(recorded) &&
      (decisionOf(input.state, recorded.activity.activityId)?.decision.code ??
        proposed.get(recorded.activity.activityId)) === coordinationCode,
  );
  const claimed =
    input.replacesClaimId === undefined &&
    work.length > 0 &&
    work.every(({ activity }) => isOnLiveClaim(state, activity.activityId));
  const seconds = countedSeconds(work, input);
  const base = {
    ...input,
    today,
    timeZone,
    open,
    claimed,
    work,
    proposed,
    completedOn,
    coverage,
    payer,
    seconds,
  };
  return {
    ...base,
    treating: treatingDentist(state, practice, completedOn),
    lines: lineAnswers(base),
  };
}

/**
 * What stands, is on no claim and was not decided to be something else; when nothing of that is left, everything
 * that stands, so that the readiness of what was claimed can still be read. Of a replacement, the work of the claim that
 * it takes the place of.
 */
function openWork(input: ReadinessInput): readonly RecordedActivity[] {
  const { state, replacesClaimId } = input;
  const replaced = liveClaims(state).find(({ claimId }) => claimId === replacesClaimId);
  if (replaced) return workOfReplacement(input, replaced);
  const claimed = new Set(
    liveClaims(state).flatMap(({ lines }) => lines.flatMap(({ activityIds }) => activityIds)),
  );
  const standing = standingActivities(state);
  const unclaimed = standing.filter(
    ({ activity: { activityId } }) =>
      !claimed.has(activityId) &&
      (decisionOf(state, activityId)?.decision.code ?? coordinationCode) === coordinationCode,
  );
  // A message that was left since is nothing to claim.
  const left = claimed.size > 0 ? unclaimed.filter((recorded) => !isNeverService(recorded)) : unclaimed;
  return left.length > 0 ? unclaimed : standing;
}

/**
 * What stands of its work, and what belongs on the same lines: work that was decided to be the code, is on no claim,
 * and was done by the last day that was billed, or in its month where the payer wants one line a month. What was done
 * later waits for a claim of its own, and so never holds the replacement up.
 */
function workOfReplacement(input: ReadinessInput, replaced: Claim): readonly RecordedActivity[] {
  const { state } = input;
  const own = new Set(replaced.lines.flatMap(({ activityIds }) => activityIds));
  const lastDay = lastDayOf(replaced);
  const unit = unitsOf(input.practice.payers.get(replaced.payer.payerId), input)(lastDay);
  const through = unit === 'one-line-per-calendar-month' ? `${lastDay.slice(0, 7)}-31` : lastDay;
  return standingActivities(state).filter(
    ({ activity: { activityId, serviceDate } }) =>
      own.has(activityId) ||
      (decisionOf(state, activityId)?.decision.code === coordinationCode &&
        serviceDate <= through &&
        !isOnLiveClaim(state, activityId)),
  );
}

function lastDayOf({ lines }: Claim): CalendarDate {
  const [first, ...rest] = lines.map(({ serviceDate }) => serviceDate);
  if (first === undefined) throw new Error('a claim has at least one line');
  return rest.reduce((last, day) => (day > last ? day : last), first);
}

/** What a line of the payer stands for on a day of service, where its rulebook tells. */
function unitsOf(payer: Payer | undefined, { rulebook }: Pick<ReadinessInput, 'rulebook'>) {
  const known = payer?.rulebookPayer === undefined ? undefined : rulebook.payers.get(payer.rulebookPayer);
  return (day: CalendarDate) => rulesOn(known, 'claim-unit', coordinationCode, day)[0]?.unit;
}

function countedSeconds(
  work: readonly RecordedActivity[],
  { state, otherWork }: ReadinessInput,
): ReadonlyMap<string, number> {
  const counted = countServiceSeconds(state.activities.values(), otherWork);
  return new Map(
    work.map(({ activity: { activityId } }) => [activityId, counted.get(activityId)?.counted ?? 0]),
  );
}

type Base = Omit<Dossier, 'lines' | 'treating'>;

function lineAnswers(base: Base): readonly LineAnswer[] {
  const groups = groupIntoLines(base.work, unitsOf(base.payer, base));
  return groups.map((group) => {
    const beside = groups.filter((other) => other !== group).map(asPast);
    const seconds = group.work.map(({ activity }) => base.seconds.get(activity.activityId) ?? 0);
    return {
      ...group,
      answers: answersFor(group, base, [...base.history, ...ownHistory(base), ...beside]),
      minutes: minutesAtClaim(sumSeconds(seconds)),
    };
  });
}

function asPast({ serviceDate }: LineGroup): PastService {
  return { code: coordinationCode, date: serviceDate };
}

/** What claims of this case hold besides the work that is looked at. */
function ownHistory({ state, work, replacesClaimId }: Base): readonly PastService[] {
  const own = new Set(work.map(({ activity }) => activity.activityId));
  return liveClaims(state)
    .filter(({ claimId }) => claimId !== replacesClaimId)
    .flatMap(({ lines }) => lines)
    .filter(({ activityIds }) => !activityIds.some((activityId) => own.has(activityId)))
    .map(({ code, serviceDate }) => ({ code, date: serviceDate }));
}

/** One answer for each person who worked in the line: who may perform is a question about each of them. */
function answersFor(group: LineGroup, base: Base, history: readonly PastService[]): readonly PayerAnswer[] {
  const byPerson = Map.groupBy(group.work, ({ activity }) => activity.staffId);
  return [...byPerson.values()].map((own) => {
    const [first] = own;
    const staff = first && base.practice.staff.get(first.activity.staffId);
    return answerCoverage({
      code: coordinationCode,
      serviceDate: group.serviceDate,
      payer: base.payer,
      coverage: base.coverage,
      alongside: coveragesBesides(base.coverage?.coverageId, base.patient, base.practice),
      ...knownOfPlans(base.patient),
      providers: claimProviders(base.state, base.practice, group.serviceDate),
      rulebook: base.rulebook,
      timeZone: base.timeZone,
      performer: {
        role: staff?.role ?? first?.who.role ?? 'other',
        credential: staff?.credential ?? first?.who.credential,
      },
      activityKinds: [...new Set(own.map(({ activity }) => activity.kind))],
      routes: [...new Set(own.flatMap(({ activity }) => activity.contact?.route ?? []))],
      history,
      sameDayCodes: history
        .filter(({ code, date }) => date === group.serviceDate && code !== coordinationCode)
        .map(({ code }) => code),
      askedOn: base.today,
    });
  });
}
