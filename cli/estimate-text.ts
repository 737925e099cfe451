import { say, type Language } from '#contract/say.ts';
import type { EstimateRequest, Line } from '#domain/estimate/estimate-request.ts';
import type { Estimate, EstimatedLine } from '#domain/estimate/estimate.ts';
import type { EstimateWithOutlook } from '#domain/estimate/outlook.ts';
import type { Range } from '#domain/estimate/range.ts';
import type { LineEstimate } from '#domain/estimate/estimate-lines.ts';
import type { LedgerAccount } from '#domain/estimate/ledger.ts';
import { money } from '#domain/estimate/money-words.ts';
import { message, type Message } from '#domain/kernel/message.ts';
import { lineOutlookText, outlookText } from './outlook-text.ts';

type Say = (id: string, params?: Message['params']) => string;

/** An estimate in words, for a terminal. */
export function estimateText(
  request: EstimateRequest,
  estimate: EstimateWithOutlook,
  language: Language,
): string {
  const words: Say = (id, params = {}) => say(language, message(`estimate.print.${id}`, params));
  const told = (said: Message) => say(language, said);
  const nameOf = (planId: string) => request.plans.find((plan) => plan.planId === planId)?.name ?? planId;
  const lines = estimate.lines.flatMap((line, index) => [
    ...headOf(request.lines[index], line, words),
    ...lineOutlookText(line.patient, estimate.lineOutlooks[index]?.patient, told),
    ...explained(line, words, told, nameOf),
    '',
  ]);
  const order = estimate.order.map(({ planId, before }, index) => {
    const why = before === undefined ? '' : ` ${told(message(`estimate.order.rule.${before}`))}`;
    return `  ${index + 1}. ${nameOf(planId)}.${why}`;
  });
  const questions = estimate.questions.map(({ fact, widestThen, isSure }) => {
    const sure = widestThen === 0 ? 'questionExact' : 'question';
    return `  ${words(isSure ? sure : 'questionMay', { fact: told(fact), width: money(widestThen) })}`;
  });
  const cautions = estimate.cautions.map(
    ({ said, about }) => `  ${told(said)}${about === undefined ? '' : ` ${told(about)}`}`,
  );
  return [
    ...lines,
    `${words('total')}: ${amounts(estimate.total, words)}`,
    ...outlookText(estimate, (range) => rangeText(range, words), told),
    ...titled(words('order'), order.length > 1 ? order : []),
    ...titled(words('questions'), questions),
    ...(estimate.complete ? [] : ['', words('incomplete')]),
    ...titled(
      words('ledger'),
      estimate.ledger
        .filter(({ kind, limit }) => kind === 'maximum' || limit > 0)
        .map((account) => `  ${accountLine(account, nameOf, words)}`),
    ),
    ...titled(words('cautions'), cautions),
    '',
    told(message('estimate.notAPromise')),
  ].join('\n');
}

function titled(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : ['', title, ...entries];
}

function accountLine(account: LedgerAccount, nameOf: (planId: string) => string, words: Say): string {
  const { planId, kind, of, about, year, ...amounts } = account;
  const when = year ? words('year', year) : words('forLife');
  return words('account', {
    plan: nameOf(planId),
    about: `${words(`kinds.${kind}.${of}`)} ${about}, ${when}`,
    paid: money(amounts.paid),
    pending: money(amounts.pending),
    reserved: money(amounts.reserved),
    planned: money(amounts.planned),
    left: money(amounts.left),
    limit: money(amounts.limit),
  });
}

function headOf(asked: Line | undefined, line: EstimatedLine, words: Say): readonly string[] {
  const place =
    asked?.tooth !== undefined
      ? `, ${words('tooth', { tooth: asked.tooth })}`
      : asked?.area !== undefined
        ? `, ${words('area', { area: asked.area })}`
        : '';
  const head = words('line', { code: asked?.code ?? line.lineId, date: asked?.date ?? '' });
  return [`${head}${place}`, `  ${amounts(line, words)}`];
}

function amounts({ fee, plans, writeOff, patient }: Estimate['total'], words: Say): string {
  return words('amounts', {
    fee: money(fee),
    plans: rangeText(plans, words),
    writeOff: rangeText(writeOff, words),
    patient: rangeText(patient, words),
  });
}

function rangeText({ low, high }: Range, words: Say): string {
  return low === high ? money(low) : words('range', { low: money(low), high: money(high) });
}

function explained(
  { least, most }: EstimatedLine,
  words: Say,
  told: (said: Message) => string,
  nameOf: (planId: string) => string,
): readonly string[] {
  const inWords = (line: LineEstimate) => [
    ...line.plans.flatMap(({ planId, explanation }) => [
      `    ${nameOf(planId)}:`,
      ...explanation.map((said) => `      ${told(said)}`),
    ]),
    ...line.explanation.map((said) => `    ${told(said)}`),
  ];
  const [low, high] = [inWords(least), inWords(most)];
  if (low.join('\n') === high.join('\n')) return high;
  return [`  ${words('least')}`, ...low, `  ${words('most')}`, ...high];
}
