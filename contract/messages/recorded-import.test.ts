import { expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import { recordedImport } from './recorded-import.ts';

const kinds = ['flag', 'reason'] as const;
const texts = kinds.flatMap((kind) =>
  Object.entries(en.fhirImport[kind]).map(([id, text]) => ({ kind, id, text })),
);

it('knows every sentence of an import by its English words, with what stood in its gaps', () => {
  for (const { kind, id, text } of texts) {
    const gaps = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    const words = text.replace(/\{\{(\w+)\}\}/g, 'v-$1.1');
    expect(recordedImport(words, en.fhirImport)).toEqual({
      id: `fhirImport.${kind}.${id}`,
      params: Object.fromEntries(gaps.map((name) => [name, `v-${name}.1`])),
    });
  }
});

it('leaves what nobody of today would say', () => {
  expect(recordedImport('coverage of one day', en.fhirImport)).toBeUndefined();
});
