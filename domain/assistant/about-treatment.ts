import { message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { emptyPart, quoted, sentence, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { namedTreatment } from './question/named-treatment.ts';
import type { ReadQuestion } from './question/read-question.ts';

/** Codes that may stand beside treatment: whether one of them is "for" a treatment is no question of kind. */
const besideTreatment: ReadonlySet<ProcedureCode> = new Set(
  ['D9990', 'D9995', 'D9996', 'D9997', 'D9999', 'D9430'].map(procedureCode),
);

/**
 * "The code for SRP", "may I bill D9992 for a crown": treatment has its own codes, for which the guide has no page, and
 * no code of coordination is for it. Undefined where the question is about something else.
 */
export function aboutTreatment(knowledge: Knowledge, read: ReadQuestion): Part | undefined {
  const { codes, work, unknownCodes, described, topics, words, language } = read;
  if (unknownCodes.length > 0 || work.length > 0 || described.joins || described.told) return undefined;
  const treatment = namedTreatment(words);
  if (!treatment) return undefined;
  const named = { treatment: treatment[language] };
  if (codes.length === 0)
    return {
      ...emptyPart,
      status: 'not-known',
      sentences: [sentence(message('assistant.treatment.noPage', named))],
    };
  if (!topics.has('mayBill') || codes.some((code) => besideTreatment.has(code))) return undefined;
  const said = codes.map((code) =>
    quoted(
      code,
      knowledge
        .statements(code)
        .filter(({ place }) => place === 'whatFor')
        .slice(0, 1),
      'labeled',
    ),
  );
  const passages = said.flatMap((each) => each.passages);
  return {
    ...emptyPart,
    status: 'answered',
    codes,
    sentences: [
      sentence(
        message('assistant.treatment.otherCode', { ...named, codes: codes.join(', ') }),
        passages.map(({ id }) => id),
      ),
      ...said.flatMap((each) => each.sentences),
    ],
    passages,
  };
}
