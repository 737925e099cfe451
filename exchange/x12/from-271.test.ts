import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sample271, sample999, sampleTa1, type SampleAnswer } from './answer-271.samples.ts';
import type { AnsweredPerson, Answer271 } from './answer-271.ts';
import { factsWith } from './facts-of-271.samples.ts';
import { factsOf271 } from './facts-of-271.ts';
import { mostCharacters, read271 } from './from-271.ts';
import { mendOf } from './mend.ts';

function answersIn(text: string): readonly Answer271[] {
  const answers = read271(text);
  if (isRefusal(answers)) throw new Error(`${answers.code} ${JSON.stringify(answers.params)}`);
  return answers;
}

function personIn(text: string): AnsweredPerson {
  const person = answersIn(text)[0]?.people[0];
  if (!person) throw new Error('nobody is answered for');
  return person;
}

describe('an answer', () => {
  it('says who answers, of whom, to which question', () => {
    const [answer] = answersIn(sample271());
    expect(answer).toMatchObject({ madeOn: '2026-03-05', payerName: 'CASCADIA MUTUAL DENTAL', errors: [] });
    expect(answer?.people).toMatchObject([
      { level: 'subscriber', lastName: 'NUNEZ', birthDate: '1961-04-12', memberId: 'XYZ123456' },
    ]);
    expect(answer?.people[0]).toMatchObject({ groupNumber: 'G100', traces: ['AW000000017'] });
  });

  it('becomes the facts of a plan', () => {
    const { statements, codes, aside } = factsOf271(personIn(sample271()));
    expect(statements).toEqual([
      { kind: 'in-force', active: true, from: '2026-01-01' },
      { kind: 'percentage', for: { category: 'diagnostic' }, percent: 100 },
      { kind: 'percentage', for: { category: 'preventive' }, percent: 100 },
      { kind: 'percentage', for: { category: 'adjunctive' }, percent: 80 },
      { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: 5_000 },
      { kind: 'deductible', per: 'family', period: 'benefit-year', amount: 15_000 },
      { kind: 'remaining', of: 'deductible', per: 'individual', period: 'benefit-year', amount: 2_500 },
      { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: 150_000 },
      { kind: 'remaining', of: 'maximum', per: 'individual', period: 'benefit-year', amount: 84_000 },
      {
        kind: 'maximum',
        for: { category: 'orthodontics' },
        per: 'individual',
        period: 'lifetime',
        amount: 150_000,
      },
      {
        kind: 'frequency',
        for: { category: 'periodontics' },
        times: 1,
        window: 'every-years',
        every: 2,
        per: 'not-said',
      },
      { kind: 'frequency', for: { code: 'D9992' }, times: 1, window: 'benefit-year', per: 'mouth' },
    ]);
    expect(codes).toEqual([{ code: 'D9992', status: 'paid' }]);
    expect(aside.map(({ line, reason }) => [line.network || line.services.join(), reason])).toEqual([
      ['N', 'out-of-network'],
    ]);
  });

  it('reads a dependent with the numbers of the subscriber', () => {
    const text = sample271({ benefits: [] });
    const dependent = 'HL*4*3*23*0~TRN*2*T2*9234567893~NM1*03*1*NUNEZ*LUZ~DMG*D8*20150301*F~EB*1**35~';
    const counted = text.replace('SE*13*', `${dependent}SE*18*`);
    expect(personIn(counted)).toMatchObject({
      level: 'dependent',
      firstName: 'LUZ',
      memberId: 'XYZ123456',
      groupNumber: 'G100',
    });
  });

  it.each<[string, string[], unknown]>([
    ['not covered', ['EB*I**********N**AD:D9992'], 'not-a-benefit'],
    ['covered with authorization', ['EB*1**********Y**AD:D9992'], 'prior-authorization'],
    ['covered', ['EB*1************AD:D9992'], 'paid'],
    ['both', ['EB*1************AD:D9992', 'EB*I************AD:D9992'], undefined],
  ])('%s', (_what, benefits, status) => {
    expect(factsWith(...benefits).codes[0]?.status).toBe(status);
  });
});

describe('figures that nobody can believe', () => {
  it.each([
    ['a negative sum', 'EB*F*IND*35***23*-50', 'EB07 -50'],
    ['a sum of millions', 'EB*F*IND*35***23*99999999', 'EB07 99999999'],
    ['a sum in words', 'EB*C*IND*35***23*FIFTY', 'EB07 FIFTY'],
    ['a share above one', 'EB*A*IND*35*****80', 'EB08 80'],
    ['a negative share', 'EB*A*IND*35*****-.2', 'EB08 -.2'],
  ])('%s is set aside', (_what, line, figure) => {
    const { statements, aside } = factsWith(line, 'EB*C*IND*35***23*50');
    expect(statements).toEqual([
      { kind: 'deductible', per: 'individual', period: 'benefit-year', amount: 5_000 },
    ]);
    expect(aside).toMatchObject([{ reason: 'unbelievable', line: { unbelievable: [figure] } }]);
  });

  it('two maximums are both set aside, and one that is said twice is not', () => {
    const [one, other] = ['EB*F*IND*35***23*1500', 'EB*F*IND*35***23*2000'];
    expect(factsWith(one, other).statements).toEqual([]);
    expect(factsWith(one, other).aside.map(({ reason }) => reason)).toEqual(['contradicts', 'contradicts']);
    expect(factsWith(one, one).statements).toHaveLength(1);
  });
});

describe('a file that is no whole answer', () => {
  const ok = sample271();
  it.each<[string, string, string]>([
    ['nothing', '', 'x12/unreadable'],
    ['a letter', 'Dear practice', 'x12/unreadable'],
    ['cut in a segment', ok.slice(0, 700), 'x12/unreadable'],
    ['cut after a segment', ok.slice(0, ok.indexOf('~HL*3') + 1), 'eligibility/damaged'],
    ['a line lost', ok.replace('EB*F*IND*35***23*1500~', ''), 'eligibility/damaged'],
    ['ends of another file', ok.replace('IEA*1*000000042', 'IEA*1*000000043'), 'eligibility/damaged'],
    ['no group', ok.replace(/GS\*.*?~/, ''), 'eligibility/damaged'],
    ['a group lost', ok.replace(/GS\*.*(?=IEA)/, ''), 'eligibility/damaged'],
    ['a transaction lost', ok.replace(/ST\*.*(?=GE)/, ''), 'eligibility/damaged'],
    ['nothing inside', ok.replace(/GS\*.*IEA\*1/, 'IEA*0'), 'eligibility/empty'],
    ['a 999 cut after a fault', sample999().replace(/IK5.*/, ''), 'eligibility/damaged'],
    ['a TA1 without its end', sampleTa1.replace(/IEA.*/, ''), 'eligibility/damaged'],
    ['an old version', sample271({ version: '004010X092A1' }), 'eligibility/version'],
    ['a claim', ok.replace('ST*271', 'ST*837'), 'eligibility/other-transaction'],
    ['far too large', ok + ' '.repeat(mostCharacters), 'eligibility/too-large'],
  ])('%s is refused', (_what, text, code) => {
    const read = read271(text);
    expect(isRefusal(read) ? read.code : read).toBe(code);
  });

  it('a whole one is not, in either spelling of its version', () => {
    expect(isRefusal(read271(ok))).toBe(false);
    expect(isRefusal(read271(sample271({ version: '005010X279' })))).toBe(false);
  });

  const bytes = Buffer.from(sample271({ lastName: 'NUÑEZ' }));
  it('cut anywhere it is refused, and uncut it is read', () => {
    const readUpTo = (length: number) => read271(bytes.subarray(0, length).toString('utf8'));
    expect(personIn(bytes.toString('utf8')).lines).toHaveLength(13);
    for (let length = 0; length < bytes.length; length++)
      expect(isRefusal(readUpTo(length)), `cut after ${length} bytes`).toBe(true);
  });

  const segments = ok.split('~').slice(0, -1);
  const written = (all: readonly string[]) => all.map((segment) => `${segment}~`).join('');
  it('with any segment lost or said twice it is refused', () => {
    expect(isRefusal(read271(written(segments)))).toBe(false);
    for (const [at, segment] of segments.entries()) {
      expect(isRefusal(read271(written(segments.toSpliced(at, 1)))), `without ${segment}`).toBe(true);
      expect(isRefusal(read271(written(segments.toSpliced(at, 0, segment)))), `twice ${segment}`).toBe(true);
    }
  });

  it('with any two neighbors changed about it is read or refused, and figures stay what they were', () => {
    const known = new Set(factsOf271(personIn(ok)).statements.flatMap(figuresOf));
    let read = 0;
    for (const [at, segment] of segments.entries()) {
      const answers = read271(written(segments.toSpliced(at, 2, segments[at + 1] ?? '', segment)));
      if (isRefusal(answers)) continue;
      read++;
      for (const person of answers.flatMap(({ people }) => people))
        for (const figure of factsOf271(person).statements.flatMap(figuresOf))
          expect(known).toContain(figure);
    }
    expect(read).toBeGreaterThan(10);
  });

  it('whatever is lost or altered, it is read or refused, and never breaks', () => {
    fc.assert(
      fc.property(fc.nat(ok.length), fc.nat(60), fc.string({ maxLength: 20 }), (at, length, put) => {
        const read = read271(ok.slice(0, at) + put + ok.slice(at + length));
        if (isRefusal(read)) return;
        for (const { people, madeOn } of read) for (const person of people) factsOf271(person, madeOn);
      }),
      { numRuns: 500 },
    );
  });
});

/** The sums and shares of a statement. */
function figuresOf(statement: object): number[] {
  return Object.entries(statement).flatMap(([name, value]) =>
    (name === 'amount' || name === 'percent') && typeof value === 'number' ? [value] : [],
  );
}

describe('errors', () => {
  const mendIn = (text: string) =>
    answersIn(text).flatMap(({ errors, people }) =>
      [...errors, ...people.flatMap((person) => person.errors)].map((error) =>
        mendOf(error).map(({ id }) => id),
      ),
    );
  it.each<[string, SampleAnswer, string[]]>([
    [
      'a member number',
      { after: ['AAA*N**72*C'] },
      ['eligibility.mend.member-number', 'eligibility.next.correct'],
    ],
    ['a birth date', { after: ['AAA*N**71*C'] }, ['eligibility.mend.birth-date', 'eligibility.next.correct']],
    [
      'nobody found',
      { after: ['AAA*N**75*S'] },
      ['eligibility.mend.not-found', 'eligibility.next.do-not-resend'],
    ],
    ['later', { after: ['AAA*Y**42*R'] }, ['eligibility.mend.later', 'eligibility.next.resend']],
    ['an unheard-of code', { after: ['AAA*N**ZZ*?'] }, ['eligibility.mend.other']],
  ])('say what to mend: %s', (_what, sample, expected) => {
    expect(mendIn(sample271({ benefits: [], ...sample }))).toEqual([expected]);
  });

  it.each<[string, string, string[][]]>([
    ['a 999 with faults', sample999(), [['eligibility.mend.file'], ['eligibility.mend.file']]],
    ['a 999 without', sample999([]), []],
    ['a TA1', sampleTa1, [['eligibility.mend.interchange']]],
  ])('%s', (_what, text, expected) => {
    expect(mendIn(text)).toEqual(expected);
  });
});

it('reads back every figure that is written', () => {
  const dollarsAndCents = fc.nat(9_999_999);
  fc.assert(
    fc.property(dollarsAndCents, dollarsAndCents, fc.nat(100), (deductible, maximum, share) => {
      const text = (amount: number) => (amount / 100).toFixed(2);
      const { statements } = factsWith(
        `EB*C*FAM*35***22*${text(deductible)}`,
        `EB*F*IND*35***25*${text(maximum)}`,
        `EB*A**28*****${(share / 100).toFixed(2)}`,
      );
      expect(statements).toEqual([
        { kind: 'deductible', per: 'family', period: 'benefit-year', amount: deductible },
        { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: maximum },
        { kind: 'percentage', for: { category: 'adjunctive' }, percent: 100 - share },
      ]);
    }),
    { numRuns: 200 },
  );
});
