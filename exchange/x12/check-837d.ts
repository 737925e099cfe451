import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { buildLoops } from './build-loops.ts';
import { checkClaims } from './check-claim.ts';
import { checkElements, claimElements } from './check-elements.ts';
import { checkEnvelope, checkQualifiers } from './check-envelope.ts';
import { checkOtherPayers } from './check-other-payers.ts';
import { checkParties } from './check-parties.ts';
import { dentalClaim } from './envelope.ts';
import { type Fault } from './fault.ts';
import { interchange837d } from './loops-837d.ts';
import { tokenize } from './tokenize.ts';

/**
 * Reads an 837D and returns every fault that it finds, in the order of the file: structure by a table of loops,
 * form of the elements, envelope, parties, other payers, balance, diagnoses, dates, and what a coordination line must not
 * carry. Beside the tables of characters and places it shares no code with the writer, so that the two are not
 * wrong in the same way. Refuses a file that cannot be cut into segments. Situational rules that need knowledge
 * outside the file are not checked.
 */
export function check837d(text: string): readonly Fault[] | Refusal {
  const interchange = tokenize(text);
  if (isRefusal(interchange)) return interchange;
  const { root, faults } = buildLoops(interchange837d, interchange.segments);
  if (!root) throw new Error('the tokenizer lets only interchanges through');
  return [
    ...faults,
    ...checkElements(interchange, claimElements),
    ...checkEnvelope(root, dentalClaim),
    ...checkQualifiers(root),
    ...checkParties(root),
    ...checkOtherPayers(root),
    ...checkClaims(root, interchange.delimiters),
  ].sort((a, b) => a.segment - b.segment);
}
