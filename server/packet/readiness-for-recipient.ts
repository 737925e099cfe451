import { say, type Language } from '#contract/say.ts';
import { assessReadiness } from '#domain/readiness/assess-readiness.ts';
import type { ReadinessInput } from '#domain/readiness/readiness-input.ts';
import type { PrintedReadiness } from '#exchange/pdf/audit-packet.ts';
import { writtenMessage } from '#exchange/pdf/written-values.ts';
import type { PacketRecipient } from './packet-recipients.ts';

/**
 * What is still to be done is the practice's own list: whoever else opens a packet reads what was met, by which rule
 * and on which evidence. What concerns the practice alone, such as its other payers, is not for whoever pays.
 */
export function readinessFor(
  recipientKind: PacketRecipient,
  input: ReadinessInput,
  language: Language,
): PrintedReadiness {
  const { answer, results } = assessReadiness(input);
  const forUs = recipientKind === 'own-use';
  const shown = results.filter(
    ({ result, belongsTo }) =>
      forUs || (result === 'passes' && (recipientKind !== 'payer' || belongsTo !== 'practice')),
  );
  return {
    ...(forUs ? { answer } : {}),
    rulebookVersion: input.rulebook.version,
    checks: shown.map(({ checkId, result, reason }) => ({
      check: say(language, { id: `readiness.${checkId}.title`, params: {} }),
      result,
      finding: say(language, writtenMessage(reason.message, language)),
      rule: say(language, { id: reason.rule, params: {} }),
      // a payer's rule or fact has no text of that id, and is its own words
      source: say(language, reason.source),
      evidence: reason.evidence,
    })),
  };
}
