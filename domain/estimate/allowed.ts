import { message, type Message } from '../kernel/message.ts';
import type { Line } from './estimate-request.ts';
import { money } from './money-words.ts';
import type { CodeTerms, PlanTerms } from './plan-terms.ts';

/** The lesser of the fee and the plan's amount, for the whole quantity; without an amount the fee itself. */
export function allowedFor(terms: PlanTerms, line: Line): number {
  const quantity = line.quantity ?? 1;
  return Math.min(line.fee, terms.allowed.get(line.code) ?? line.fee) * quantity;
}

/**
 * What the percentage is taken of, before the deductible: the amount of the alternate benefit, which is never dearer
 * than the original's and falls back to it where the plan has no amount for the substitute, less the copay.
 */
export function baseFor(
  terms: PlanTerms,
  code: CodeTerms,
  line: Line,
  allowed: number,
  explanation: Message[],
): number {
  const quantity = line.quantity ?? 1;
  const base = Math.min(allowed, substituteAmount(terms, line, allowed, explanation));
  const copay = Math.min(base, code.copay * quantity);
  if (copay > 0) explanation.push(message('estimate.explain.copay', { copay: money(copay) }));
  return base - copay;
}

function substituteAmount(terms: PlanTerms, line: Line, allowed: number, explanation: Message[]): number {
  const alternate = terms.facts['alternate-benefit'].find(
    ({ code, teeth }) =>
      code === line.code && (teeth === undefined || line.tooth === undefined || teeth.includes(line.tooth)),
  );
  const substitute = alternate?.applies === true ? alternate.substitute : undefined;
  if (substitute === undefined) return allowed;
  const each = terms.allowed.get(substitute);
  if (each === undefined) {
    explanation.push(message('estimate.explain.alternateWithoutAmount', { substitute }));
    return allowed;
  }
  const amount = each * (line.quantity ?? 1);
  explanation.push(
    amount < allowed
      ? message('estimate.explain.alternate', { substitute, amount: money(amount) })
      : message('estimate.explain.alternateDearer', { substitute }),
  );
  return amount;
}
