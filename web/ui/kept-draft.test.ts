import { describe, expect, it } from 'vitest';
import { overRecord, packDraft, unpackDraft } from './kept-draft.ts';

const draft = { name: 'Crown', fee: '1200', note: '' };

describe('a draft that is kept', () => {
  it('comes back with what was seen and typed', () => {
    const kept = { seen: 12, typed: ['fee'] };
    expect(unpackDraft(packDraft(draft, kept))).toEqual({ draft, kept });
  });

  it('comes back from a version that kept the fields alone, as typed in all of them', () => {
    expect(unpackDraft(packDraft(draft, undefined))).toEqual({
      draft,
      kept: { typed: ['name', 'fee', 'note'] },
    });
  });
});

describe('a draft over a record that somebody else changed', () => {
  const record = { name: 'Bridge', fee: '900', note: 'Seen by both.' };
  it.each([
    [['fee'], { name: 'Bridge', fee: '1200', note: 'Seen by both.' }],
    [['name', 'note'], { name: 'Crown', fee: '900', note: '' }],
    [[], record],
    [['name', 'fee', 'note'], draft],
  ])('keeps what was typed in %j and takes the rest from the record', (typed, expected) => {
    expect(overRecord(draft, typed, record)).toEqual(expected);
  });
});
