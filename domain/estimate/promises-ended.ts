import type { CalendarDate } from '../kernel/calendar-date.ts';
import { message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import { money } from './money-words.ts';
import { dayOfLine } from './own-benefit.ts';
import type { FactOf } from './plan-facts.ts';
import { withFact, type Supposition } from './suppositions.ts';

interface Ended {
  readonly answer: FactOf<'predetermination'>;
  readonly through: CalendarDate;
}

/**
 * What a payer answered beforehand about a line that is done after the last day of the answer. It binds nobody then,
 * and is still the best that is known of what the payer says when it is asked again. Lines of one answer stand or
 * fall together.
 */
export function promisesEnded(
  request: EstimateRequest,
  isLess: (asked: EstimateRequest) => boolean,
): readonly Supposition[] {
  return request.plans.flatMap((plan) =>
    [...Map.groupBy(endedOf(plan, request.lines), answerKey)].map(([key, ended]): Supposition => {
      const suppose = (asked: EstimateRequest) =>
        ended.reduce((each, { answer }) => withFact(each, plan.planId, standing(answer)), asked);
      const kind = 'predetermination';
      return {
        key: `${plan.planId} supposed ${kind} ${key}`,
        planId: plan.planId,
        kind,
        ...inWords(plan, ended),
        isForPatient: isLess(suppose(request)),
        isBoundOnly: false,
        suppose,
      };
    }),
  );
}

function endedOf({ facts }: Plan, lines: readonly Line[]): readonly Ended[] {
  return facts.flatMap((answer) => {
    if (answer.kind !== 'predetermination') return [];
    const through = answer.source?.expires;
    const line = lines.find(({ lineId, code }) => lineId === answer.lineId && code === answer.code);
    if (!line || through === undefined || dayOfLine(line) <= through) return [];
    return [{ answer, through }];
  });
}

function answerKey({ answer: { source }, through }: Ended): string {
  return [source?.reference ?? '', source?.date ?? '', through].join(' ');
}

/** The same answer without a last day. */
function standing({ source, ...answer }: Ended['answer']): Ended['answer'] {
  if (!source) return answer;
  const { expires: _ended, ...lasting } = source;
  return { ...answer, source: lasting };
}

function inWords({ name }: Plan, ended: readonly Ended[]) {
  const codes = new Set(ended.map(({ answer: { code } }) => code));
  const pays = ended.reduce((sum, { answer }) => sum + (answer.pays ?? 0), 0);
  const [{ answer, through } = { answer: undefined, through: '' }] = ended;
  const on = answer?.source?.date;
  const params = {
    plan: name,
    about: [...codes].join(', '),
    ended: through,
    pays: money(cents(pays)),
    ...(on !== undefined && { on }),
  };
  const said = on === undefined ? 'predetermination-undated' : 'predetermination';
  return {
    condition: message(`estimate.outlook.if.${said}`, params),
    fact: message('estimate.outlook.fact.predetermination', params),
  };
}
