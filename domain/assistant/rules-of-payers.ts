import { message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { emptyPart, listed, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { passageOf, ruleWording } from './rule-in-words.ts';

/**
 * What no payer is named for: the rules of one kind that payers have on a code, each with its days. Payers that are made
 * up answer only for themselves.
 */
export function rulesOfPayers(
  knowledge: Knowledge,
  code: ProcedureCode,
  kind: 'encounter-rate' | 'coverage-status',
): Part | undefined {
  const found = [...knowledge.rulebook.payers.values()]
    .filter(({ fictional }) => !fictional)
    .flatMap((payer) =>
      payer.rules.filter((rule) => rule.code === code && rule.kind === kind).map((rule) => ({ payer, rule })),
    );
  if (found.length === 0) return undefined;
  const passages = found.map(({ payer, rule }) => passageOf(payer, rule));
  return {
    ...emptyPart,
    status: 'partly',
    codes: [code],
    sentences: [
      sentence(
        message(`assistant.payer.rulesOf.${kind}`, { code }),
        passages.map(({ id }) => id),
      ),
      ...found.map(({ payer, rule }) => listed(ruleWording(payer, rule), [`rulebook/${rule.id}`])),
    ],
    passages,
    missing: [message('assistant.missing.payer'), message('assistant.missing.serviceDate')],
  };
}
