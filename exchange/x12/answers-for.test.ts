import { describe, expect, it } from 'vitest';
import { sampleCoverage } from '#domain/readiness/ready-case.samples.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import { sample271, type SampleAnswer } from './answer-271.samples.ts';
import { answerFor, refuseDoubtful } from './answers-for.ts';
import { read271 } from './from-271.ts';

const marisol: Demographics = {
  lastName: 'Núñez',
  firstName: 'Marisol',
  birthDate: calendarDate('1961-04-12'),
  sex: 'female',
  contacts: [],
  identifiers: [],
};
const coverage = { ...sampleCoverage, memberId: 'XYZ123456' };

/** What differs, and whether a person is asked; the refusal where nobody in the file is the patient. */
function found(...samples: readonly SampleAnswer[]) {
  const answers = read271(samples.map(sample271).join(''));
  if (isRefusal(answers)) return answers.code;
  const own = answerFor(answers, marisol, coverage);
  if (isRefusal(own)) return own.code;
  return [own.person.firstName, own.differs.join(' '), refuseDoubtful(own)?.code ?? 'taken'];
}

const asked = 'eligibility/to-confirm';
const anothers = 'eligibility/another-patient';

describe('an answer', () => {
  it.each<[string, SampleAnswer, unknown]>([
    ['in which all agrees', {}, ['MARISOL', '', 'taken']],
    ['with an initial', { firstName: 'M' }, ['M', '', 'taken']],
    ['without a first name', { firstName: '' }, ['', '', 'taken']],
    ['with another last name', { lastName: 'NUNEZ VEGA' }, ['MARISOL', 'last-name', 'taken']],
    ['with a new number', { memberId: 'XYZ9' }, ['MARISOL', 'member-number', 'taken']],
    ['of a twin', { firstName: 'ANNA' }, ['ANNA', 'first-name', asked]],
    ['without a day of birth', { birthDate: '' }, ['MARISOL', 'no-birth-date', asked]],
    ['with a day that no calendar has', { birthDate: '19610000' }, ['MARISOL', 'no-birth-date', asked]],
    [
      'of a son without a day of birth',
      { firstName: 'ROBERT', birthDate: '' },
      ['ROBERT', 'first-name no-birth-date', asked],
    ],
    [
      'of a nickname with a new number',
      { firstName: 'SOLI', memberId: 'XYZ9' },
      ['SOLI', 'first-name member-number', asked],
    ],
    ['of another day of birth', { birthDate: '19610413' }, anothers],
    ['of both names otherwise', { firstName: 'ANNA', lastName: 'VEGA' }, anothers],
    ['of last name and number otherwise', { lastName: 'VEGA', memberId: 'XYZ9' }, anothers],
    ['without day and number', { birthDate: '', memberId: '' }, 'eligibility/nobody-named'],
    [
      'of a twin that is a rejection, which changes no fact',
      { firstName: 'ANNA', benefits: [], after: ['AAA*N**72*C'] },
      ['ANNA', 'first-name', 'taken'],
    ],
  ])('%s', (_what, sample, expected) => {
    expect(found(sample)).toEqual(expected);
  });

  it('of twins is that of the one who bears the name, wherever it stands', () => {
    expect(found({ firstName: 'ANNA' }, {})).toEqual(['MARISOL', '', 'taken']);
    expect(found({}, { firstName: 'ANNA' })).toEqual(['MARISOL', '', 'taken']);
    expect(found({ firstName: 'ANNA' }, { firstName: 'LUZ' })).toBe('eligibility/several-answers');
  });
});
