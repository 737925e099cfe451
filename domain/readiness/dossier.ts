import { minutesAtClaim, sumSeconds } from '../activity/seconds.ts';
import { countServiceSeconds, isNeverService } from '../activity/service-seconds.ts';
import type { RecordedActivity } from '../case/case.ts';
import { claimProviders, treatingDentist } from '../case/claim-providers.ts';
import { timeZoneOf } from '../case/deciding.ts';
import { decisionOf, liveClaims, standingActivities } from '../case/standing-activities.ts';
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
  const seconds = countedSeconds(work, input);
  const base = { ...input, today, timeZone, open, work, proposed, completedOn, coverage, payer, seconds };
  return {
    ...base,
    treating: treatingDentist(state, practice, completedOn),
    lines: lineAnswers(base),
  };
}

/**
 * What stands, is on no claim and was not decided to be something else; when nothing of that is left, everything
 * that stands, so that the readiness of what was claimed can still be read.
 */
function openWork({ state, replacesClaimId }: ReadinessInput): readonly RecordedActivity[] {
  const claimed = new Set(
    liveClaims(state)
      .filter(({ claimId }) => claimId !== replacesClaimId)
      .flatMap(({ lines }) => lines.flatMap(({ activityIds }) => activityIds)),
  );
  const standing = standingActivities(state);
  const unclaimed = standing.filter(
    ({ activity: { activityId } }) =>
      !claimed.has(activityId) &&
      (decisionOf(state, activityId)?.decision.code ?? coordinationCode) === coordinationCode,
  );
  return unclaimed.length > 0 ? unclaimed : standing;
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
  const known =
    base.payer?.rulebookPayer === undefined ? undefined : base.rulebook.payers.get(base.payer.rulebookPayer);
  const unitOn = (day: CalendarDate) => rulesOn(known, 'claim-unit', coordinationCode, day)[0]?.unit;
  const groups = groupIntoLines(base.work, unitOn);
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
