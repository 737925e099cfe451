import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { aboutCode, guideTopics, type GuideTopic } from './about-code.ts';
import type { Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadQuestion } from './question/read-question.ts';

/** Topics that the guide answers by itself; the more special topic leaves the more general one aside. */
export function withoutPayer(
  knowledge: Knowledge,
  read: ReadQuestion,
  about: readonly ProcedureCode[],
  allowed: readonly GuideTopic[],
): readonly Part[] {
  const has = (topic: GuideTopic | 'together') => read.topics.has(topic);
  const special = guideTopics.filter(
    (topic) =>
      has(topic) &&
      topic !== 'whatIs' &&
      topic !== 'whenToUse' &&
      !(topic === 'coverage' && asksWhatCodeCovers(read)),
  );
  const wanted = special.filter((topic) => !yields(topic, special, read.words));
  const general =
    wanted.length > 0 || read.payers.length > 0
      ? asksWhatIs(read)
      : guideTopics.filter((topic) => has(topic) && (topic === 'whatIs' || topic === 'whenToUse'));
  const chosen = [...general, ...wanted].filter((topic) => allowed.includes(topic));
  const topics =
    chosen.includes('whenToUse') && general.length > 1 && chosen.length === general.length
      ? chosen.filter((topic) => topic !== 'whatIs')
      : chosen;
  return about.flatMap((code) => topics.map((topic) => aboutCode(knowledge, code, topic)));
}

/** "What does D9992 cover" asks for the code, "does the plan cover D9992" for the payer. */
function asksWhatCodeCovers({ words, payers }: ReadQuestion): boolean {
  return (
    payers.length === 0 &&
    /\b(?:what does (?:the code )?d?[- ]?\d{4} (?:cover|pay for)|que (?:cubre|abarca) (?:el codigo |el )?d?[- ]?\d{4})/u.test(
      words,
    )
  );
}

/** "What is X and what must I document" asks both; "what is the minimum time" asks one. */
function asksWhatIs({ words }: ReadQuestion): readonly GuideTopic[] {
  return /\b(?:what is|que es|explain|explique) (?:the code |el codigo |el )?d[- ]?\d{4}\b/u.test(words)
    ? ['whatIs']
    : [];
}

/** What stands in one place of the claim, and leaves the form as a whole aside. */
const claimParts: readonly GuideTopic[] = [
  'modifier',
  'quantity',
  'remarks',
  'toothAndDiagnosis',
  'place',
  'serviceDate',
  'deadline',
  'frequency',
  'coverage',
  'who',
  'time',
];

function yields(topic: GuideTopic, all: readonly GuideTopic[], words: string): boolean {
  const has = (other: GuideTopic) => all.includes(other);
  if (topic === 'time')
    return (
      (has('quantity') && asksHowMany(words)) ||
      has('deadline') ||
      has('remarks') ||
      (has('frequency') && !/minut/u.test(words))
    );
  if (topic === 'frequency') return has('modifier');
  if (topic === 'coverage')
    return (
      has('modifier') ||
      has('chargePatient') ||
      has('appeal') ||
      has('frequency') ||
      has('who') ||
      (has('document') && !/\bpa(?:y|id|ys)\b|\bcover|\bpaga|\bcubre/u.test(words))
    );
  if (topic === 'appeal') return has('deadline') || has('chargePatient');
  if (topic === 'claimForm') return all.some((other) => claimParts.includes(other));
  if (topic === 'document')
    return (
      (has('remarks') && !/narrativ|relato/u.test(words)) || has('consent') || has('time') || has('appeal')
    );
  if (topic === 'quantity') return has('time') && !asksHowMany(words);
  return false;
}

/** "How many units for 45 minutes" asks for the quantity on the claim, and tells the minutes. */
function asksHowMany(words: string): boolean {
  return /\bquantity\b|\bqty\b|\bcantidad\b|\bhow many units\b|\bcuantas unidades\b|\b\d+ (?:units|unidades)\b/u.test(
    words,
  );
}
