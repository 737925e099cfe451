import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { claimProviders } from '../case/claim-providers.ts';
import { codedWork } from '../case/coded-work.ts';
import { liveClaims } from '../case/standing-activities.ts';
import { timeZoneOf } from '../case/deciding.ts';
import { factReader, type FactReader } from '../code-guide/case-facts.ts';
import { sharedChoice, type CodeChoice } from '../code-guide/choose-code.ts';
import { payerUsesOn } from '../code-guide/payer-uses.ts';
import type { WorkFacts } from '../code-guide/work-facts.ts';
import { answerCoverage } from '../coverage/answer-coverage.ts';
import { billedServices, codesBesides, coverageOnDay } from '../coverage/coverage-on-day.ts';
import { coveragesBesides, knownOfPlans } from '../coverage/coverage-question.ts';
import type { PayerAnswer } from '../coverage/payer-answer.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import {
  codeReasons,
  countedElsewhere,
  gaps,
  neverService,
  payerGaps,
  payerReasons,
  warnings,
  type MinuteReason,
  type TimeEvidence,
} from './minute-reasons.ts';
import { findOverlaps } from './overlaps.ts';
import { flagsOfActivities } from './plausibility.ts';
import type { CountedSeconds } from './seconds.ts';
import { countServiceSeconds } from './service-seconds.ts';

export const minuteStandings = ['payable', 'valid-not-payable', 'valid-payer-unknown', 'incomplete'] as const;
export type MinuteStandingWord = (typeof minuteStandings)[number];

export interface MinuteStanding {
  readonly activityId: string;
  readonly standing: MinuteStandingWord;
  readonly code: ProcedureCode;
  readonly serviceDate: CalendarDate;
  /** Seconds as entered. */
  readonly recordedSeconds: number;
  /** Seconds that may stand behind the code: none when kept out or incomplete, and each second of a person once. */
  readonly countedSeconds: number;
  /** Seconds that will count when what is missing is there. */
  readonly pendingSeconds: number;
  readonly reasons: readonly MinuteReason[];
  readonly choice: CodeChoice;
  readonly answer: PayerAnswer;
}

export interface MinuteQuestion {
  readonly theCase: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
  readonly rulebook: Rulebook;
  /** Other cases in which the same people worked, of this and of other patients. */
  readonly otherCases: readonly CoordinationCase[];
  /** D9992 when absent. */
  readonly code?: ProcedureCode;
  readonly coverageId?: string;
}

const coordination = procedureCode('D9992');

/** The standing of every activity of the case, withdrawn ones included. */
export function standMinutes(question: MinuteQuestion): ReadonlyMap<string, MinuteStanding> {
  const { theCase, patient, practice, rulebook, code, coverageId, otherCases } = question;
  return standingOfCase(theCase, patient, practice, rulebook, code, coverageId, ...otherCases);
}

const standingOfCase = remembered(
  (
    theCase: CoordinationCase,
    patient: Patient,
    practice: Practice,
    rulebook: Rulebook,
    code: ProcedureCode | undefined,
    coverageId: string | undefined,
    ...otherCases: readonly CoordinationCase[]
  ) =>
    standEach({
      theCase,
      patient,
      practice,
      rulebook,
      otherCases,
      ...(code === undefined ? {} : { code }),
      ...(coverageId === undefined ? {} : { coverageId }),
    }),
);

/** What is asked of each activity in turn. */
interface Asked {
  readonly read: FactReader;
  readonly choose: (facts: WorkFacts) => CodeChoice;
  readonly answerTo: (recorded: RecordedActivity) => PayerAnswer;
}

function standEach(question: MinuteQuestion): ReadonlyMap<string, MinuteStanding> {
  const { theCase, practice } = question;
  const counted = countInAllCases(question);
  const flags = Map.groupBy(
    flagsOfActivities(theCase.activities, timeZoneOf(practice)),
    (flag) => flag.activityId,
  );
  const overlaps = Map.groupBy(
    findOverlaps([theCase, ...question.otherCases].flatMap((each) => codedWork(each))).flatMap((overlap) =>
      overlap.activityIds.map((activityId) => ({ activityId, overlap })),
    ),
    ({ activityId }) => activityId,
  );
  const asked: Asked = {
    read: factReader(theCase, practice, question.patient),
    choose: sharedChoice(),
    answerTo: coverageAnswers(question),
  };
  return new Map(
    [...theCase.activities].map(([activityId, recorded]) => {
      const evidence = {
        counted: counted.get(activityId),
        flags: flags.get(activityId) ?? [],
        overlaps: (overlaps.get(activityId) ?? []).map(({ overlap }) => overlap),
      };
      return [activityId, standMinute(question, asked, recorded, evidence)];
    }),
  );
}

function standMinute(
  question: MinuteQuestion,
  { read, choose, answerTo }: Asked,
  recorded: RecordedActivity,
  evidence: TimeEvidence,
): MinuteStanding {
  const { activity } = recorded;
  const timeZone = timeZoneOf(question.practice);
  const code = question.code ?? coordination;
  const answer = answerTo(recorded);
  const uses = payerUsesOn(question.rulebook, answer.rulebookPayer, activity.serviceDate);
  const choice = choose(read(recorded, uses));
  const never = neverService(recorded);
  const reasons = [
    ...never,
    ...countedElsewhere(evidence),
    ...(never.length > 0 ? [] : codeReasons(question.theCase, recorded, choice, code)),
    ...gaps(recorded, evidence),
    ...payerGaps(recorded, answer, question.patient, timeZone),
    ...payerReasons(answer),
    ...warnings(recorded, evidence, timeZone),
  ];
  const standing = wordOf(reasons);
  const isOut = reasons.some((each) => each.effect === 'keeps-out');
  const seconds = isOut ? 0 : (evidence.counted?.counted ?? 0);
  return {
    activityId: activity.activityId,
    standing,
    code,
    serviceDate: activity.serviceDate,
    recordedSeconds: activity.time.seconds,
    countedSeconds: standing === 'incomplete' ? 0 : seconds,
    pendingSeconds: standing === 'incomplete' ? seconds : 0,
    reasons,
    choice,
    answer,
  };
}

/** The strongest reason decides: what keeps out, what is missing, what the payer refuses, what nobody knows. */
function wordOf(reasons: readonly MinuteReason[]): MinuteStandingWord {
  const has = (effect: MinuteReason['effect']) => reasons.some((each) => each.effect === effect);
  if (has('keeps-out')) return 'valid-not-payable';
  if (has('incomplete')) return 'incomplete';
  if (has('not-payable')) return 'valid-not-payable';
  return has('payer-unknown') ? 'valid-payer-unknown' : 'payable';
}

/** What the payer says about each activity: worked out once for all that are of one kind, day, route and performer. */
function coverageAnswers(question: MinuteQuestion): (recorded: RecordedActivity) => PayerAnswer {
  const { theCase, otherCases, patient, practice, rulebook, code = coordination } = question;
  const cases = [theCase, ...otherCases];
  const all = billedServices(cases, theCase.patientId, []);
  const claimed = new Set(
    cases.flatMap(liveClaims).flatMap(({ lines }) => lines.flatMap(({ activityIds }) => activityIds)),
  );
  const answers = new Map<string, PayerAnswer>();
  return ({ activity, who }) => {
    const { activityId, kind, serviceDate, contact } = activity;
    const staff = practice.staff.get(activity.staffId);
    const performer = {
      role: staff?.role ?? who.role,
      credential: staff?.credential ?? who.credential,
    };
    const isClaimed = claimed.has(activityId);
    const key = JSON.stringify([kind, serviceDate, contact?.route, performer, isClaimed && activityId]);
    const known = answers.get(key);
    if (known) return known;
    const coverage = coverageOnDay(patient, serviceDate, question.coverageId);
    const answer = answerCoverage({
      code,
      serviceDate,
      payer: coverage?.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
      coverage,
      alongside: coveragesBesides(coverage?.coverageId, patient, practice),
      ...knownOfPlans(patient),
      providers: claimProviders(theCase, practice, serviceDate),
      rulebook,
      timeZone: timeZoneOf(practice),
      performer,
      activityKinds: [kind],
      ...(contact ? { routes: [contact.route] } : {}),
      // Work is no history of itself.
      history: isClaimed ? billedServices(cases, theCase.patientId, [activityId]) : all,
      sameDayCodes: codesBesides(all, code, serviceDate),
    });
    answers.set(key, answer);
    return answer;
  };
}

function countInAllCases({ theCase, otherCases }: MinuteQuestion): ReadonlyMap<string, CountedSeconds> {
  return countServiceSeconds([theCase, ...otherCases].flatMap((each) => [...each.activities.values()]));
}
