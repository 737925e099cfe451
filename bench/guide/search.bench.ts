import { locales } from '#domain/kernel/both-languages.ts';
import { indexGuide, searchGuide } from '#domain/code-guide/search/search-guide.ts';
import { loadRulebook } from '#server/rulebook/load-rulebook.ts';

/**
 * Searching the code guide at every key press of typed questions, in both languages, beside the limit of 50 ms a key
 * press; the screen's own share is measured by bench/guide/typing.bench.ts. Run: node bench/guide/search.bench.ts
 */
const limitMs = 50;
const typed = [
  'D9992',
  'what must I document for care coordination',
  'will Washington Medicaid pay this',
  'the coordinator called the cardiologist about warfarin',
  'modifier when several providers take part',
  'EOB COB FQHC SNF PCP CHW TCM',
  'qué debo documentar para la coordinación',
  'cuántos minutos necesito y cuántas unidades',
  'llamada para programar una cita',
];

const { guide } = await loadRulebook();
const presses: number[] = [];
let indexing = 0;
for (const locale of locales) {
  const begun = performance.now();
  const index = indexGuide(guide.values(), locale);
  indexing = Math.max(indexing, performance.now() - begun);
  for (let round = 0; round < 5; round += 1)
    for (const text of typed)
      for (let length = 1; length <= text.length; length += 1) {
        const pressed = performance.now();
        searchGuide(index, text.slice(0, length), { typing: true });
        presses.push(performance.now() - pressed);
      }
}
presses.sort((one, other) => one - other);
const at = (share: number) => presses[Math.min(presses.length - 1, Math.floor(presses.length * share))] ?? 0;
console.log(`index of ${guide.size} pages, made once: ${indexing.toFixed(1)} ms`);
console.log(
  `${presses.length} key presses: median ${at(0.5).toFixed(2)} ms, 99th percentile ${at(0.99).toFixed(2)} ms, longest ${at(1).toFixed(2)} ms; limit ${limitMs} ms`,
);
