import type { CaseEstimate, CaseEstimateView } from '#contract/case-estimate.ts';
import type { CaseRequest } from '#domain/estimate/case-request.ts';
import type { EstimatedLine } from '#domain/estimate/estimate.ts';
import { estimateWithOutlook, type EstimateWithOutlook } from '#domain/estimate/outlook.ts';
import type { Reach } from '#domain/estimate/outlook-words.ts';
import type { LineEstimate } from '#domain/estimate/estimate-lines.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { message, type Message } from '#domain/kernel/message.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { requestOfCase } from './request-of-case.ts';

/** What the plan of a case is expected to cost the patient, as of now; nothing is recorded by asking. */
export async function caseEstimate(
  archway: Archway,
  person: Person,
  caseId: string,
): Promise<CaseEstimateView | Refusal> {
  const found = await requestOfCase(archway, person, caseId);
  return isRefusal(found) ? found : estimateView(found.state, found.asked);
}

/** Refused where the coverages contradict each other: two of them first, say. */
function estimateView(state: CoordinationCase, asked: CaseRequest): CaseEstimateView | Refusal {
  const leftOut = asked.leftOut.map(({ item: { itemId, text }, lacks }) => ({ itemId, text, lacks }));
  const view = { position: state.position, leftOut };
  if (asked.request.lines.length === 0) return view;
  const found = estimateWithOutlook(asked.request);
  return isRefusal(found) ? found : { ...view, estimate: inView(asked, found) };
}

function inView(asked: CaseRequest, found: EstimateWithOutlook): CaseEstimate {
  const { request } = asked;
  const nameOf = (planId: string) => request.plans.find((plan) => plan.planId === planId)?.name ?? planId;
  return {
    asOf: request.asOf,
    // By day, as limits are used up: what the next line says of a maximum follows from this one.
    steps: found.lines
      .flatMap((line, index) =>
        stepOf(
          asked,
          line,
          found.lineOutlooks[index]?.patient ?? { ...line.patient, isOpenBelow: false },
          nameOf,
        ),
      )
      .toSorted((one, other) => Number(one.date > other.date) - Number(one.date < other.date)),
    total: { ...found.total },
    outlook: {
      patient: found.outlook.patient,
      supposed: found.outlook.supposed.map(({ condition, patient }) => ({ condition, patient })),
      complete: found.outlook.complete,
    },
    years: found.years.map((year) => ({ ...year })),
    order: found.order.map(({ planId, before }) => ({
      coverageId: planId,
      plan: nameOf(planId),
      ...(before === undefined ? {} : { because: message(`estimate.order.rule.${before}`) }),
    })),
    questions: found.questions.map(({ fact, widestThen, isSure }) => {
      const plan = request.plans.find(({ name }) => name === fact.params['plan']);
      const itemId = stepToAmend(asked, fact);
      return {
        fact,
        widestThen,
        isSure,
        ...(plan ? { coverageId: plan.planId } : {}),
        ...(itemId === undefined ? {} : { itemId }),
      };
    }),
    complete: found.complete,
    cautions: [...found.cautions, ...asked.cautions].map(({ said, about }) => ({
      said: said,
      ...(about ? { about: about } : {}),
    })),
  };
}

/** The step that lacks what is asked for; once it has it, the question is one for the plan. */
function stepToAmend({ items }: CaseRequest, { id, params }: Message): string | undefined {
  const lacks = lackOfStep[id];
  if (lacks === undefined) return undefined;
  return [...items.values()].find(({ item }) => item.code === params['code'] && lacks(item))?.item.itemId;
}

const lackOfStep: Readonly<Record<string, (item: PlanItem) => boolean>> = {
  'estimate.unknown.toothLost': ({ toothLostOn }) => toothLostOn === undefined,
  'estimate.unknown.start': ({ startsOn }) => startsOn === undefined,
  'estimate.unknown.placeOfLine': ({ tooth }) => tooth === undefined,
};

function stepOf(
  { items }: CaseRequest,
  line: EstimatedLine,
  outlook: Reach,
  nameOf: (planId: string) => string,
): CaseEstimate['steps'] {
  const planned = items.get(line.lineId);
  if (planned?.item.code === undefined) return [];
  const { item, datedBy, date } = planned;
  const most = explained(line.most, nameOf);
  const least = explained(line.least, nameOf);
  return [
    {
      itemId: item.itemId,
      text: item.text,
      code: planned.item.code,
      ...(item.tooth === undefined ? {} : { tooth: item.tooth }),
      ...(item.area === undefined ? {} : { area: item.area }),
      date,
      datedBy,
      fee: line.fee,
      plans: line.plans,
      writeOff: line.writeOff,
      patient: line.patient,
      outlook,
      most,
      ...(canonicalJson(least) === canonicalJson(most) ? {} : { least }),
    },
  ];
}

function explained({ plans, explanation }: LineEstimate, nameOf: (planId: string) => string) {
  return {
    plans: plans.map(({ planId, pays, explanation: said }) => ({
      plan: nameOf(planId),
      pays,
      said: [...said],
    })),
    rest: [...explanation],
  };
}
