import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sample271, sample999, sampleTa1 } from './answer-271.samples.ts';
import { read271 } from './from-271.ts';
import { splitAnswers, type AnswerPart } from './split-answers.ts';

function partsIn(text: string): readonly AnswerPart[] {
  const parts = splitAnswers(text);
  if (isRefusal(parts)) throw new Error(`${parts.code} ${JSON.stringify(parts.params)}`);
  return [...parts()];
}

const one = sample271();

/** Another subscriber in the same transaction, with a child. */
const family = [
  'HL*4*2*22*1',
  'TRN*2*AW000000018*9234567893',
  'NM1*IL*1*FENWICK*ADA****MI*ABC1',
  'DMG*D8*19700101*F',
  'HL*5*4*23*0',
  'TRN*2*AW000000019*9234567893',
  'NM1*03*1*FENWICK*BEN',
  'DMG*D8*20150301*M',
  'EB*1**35',
];
const two = one.replace(/SE\*(\d+)\*/, (_all, count) =>
  [...family, `SE*${Number(count) + family.length}*`].join('~'),
);

/** As many transactions in a group as there are. */
const batch = (texts: readonly string[]) => {
  const [first = ''] = texts;
  const inside = texts.map((text) => /ST\*271.*SE\*\d+\*0042~/.exec(text)?.[0] ?? '');
  return first.replace(/ST\*271.*GE\*1/, `${inside.join('')}GE*${texts.length}`);
};

describe('a file of answers', () => {
  it.each<[string, string, string[][]]>([
    ['one person', one, [['AW000000017']]],
    ['two subscribers, one with a child', two, [['AW000000017'], ['AW000000018', 'AW000000019']]],
    [
      'two transactions',
      batch([one, one.replace('TRN*2*AW000000017', 'TRN*2*AW000000020')]),
      [['AW000000017'], ['AW000000020']],
    ],
    ['two interchanges', one + two, [['AW000000017'], ['AW000000017'], ['AW000000018', 'AW000000019']]],
    ['a payer that refuses before anybody is named', refusedByPayer(), [['AW000000017']]],
  ])('with %s has its parts by their traces', (_what, text, traces) => {
    expect(partsIn(text).map((part) => part.traces)).toEqual(traces);
  });

  it('with one person is that part, byte for byte', () => {
    expect(partsIn(one)[0]?.text).toBe(one);
  });

  it('has parts that are whole files, each about its own people only', () => {
    const parts = partsIn(batch([two, one]));
    const names = parts.map(({ text }) => {
      const answers = read271(text);
      return isRefusal(answers)
        ? [answers.code]
        : answers.flatMap(({ people }) =>
            people.map(({ lastName, firstName }) => `${lastName} ${firstName}`),
          );
    });
    expect(names).toEqual([['NUNEZ MARISOL'], ['FENWICK BEN'], ['NUNEZ MARISOL']]);
    expect(parts[1]?.text).not.toContain('NUNEZ');
    expect(parts[0]?.text).not.toContain('FENWICK');
    expect(parts[2]?.text).not.toContain('FENWICK');
  });

  it.each<[string, string, string[][]]>([
    ['a 999', sample999(), [['17']]],
    ['a TA1', sampleTa1, [['000000017']]],
    [
      'two TA1',
      sampleTa1.replace('~IEA', '~TA1*000000018*260305*0915*A*000~IEA'),
      [['000000017'], ['000000018']],
    ],
  ])('with %s has the numbers of what it is about', (_what, text, numbers) => {
    const parts = partsIn(text);
    expect(parts.map(({ controlNumbers }) => controlNumbers)).toEqual(numbers);
    for (const part of parts) expect(isRefusal(read271(part.text))).toBe(false);
  });

  it('with other delimiters and line breaks has the same parts', () => {
    const other = two.replaceAll('*', '|').replaceAll('~', '\r\n');
    expect(partsIn(other).map(({ traces }) => traces)).toEqual(partsIn(two).map(({ traces }) => traces));
  });

  it('that is not whole has no parts', () => {
    expect(isRefusal(splitAnswers(two))).toBe(false);
    for (let length = 0; length < two.length; length++)
      expect(isRefusal(splitAnswers(two.slice(0, length))), `cut after ${length}`).toBe(true);
  });
});

function refusedByPayer(): string {
  const body = one.slice(one.indexOf('ST*'), one.indexOf('HL*2*1'));
  const inside = `${body}AAA*Y**42*R~`;
  const count = inside.split('~').length;
  return one.replace(/ST\*.*SE\*\d+\*/, `${inside}SE*${count}*`);
}
