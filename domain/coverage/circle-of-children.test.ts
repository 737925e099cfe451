import { expect, it } from 'vitest';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { sampleCoverage } from '../readiness/ready-case.samples.ts';
import type { Coverage } from './benefit-fact.ts';
import { circleOfChildren, isHolder, type FamilyMember } from './circle-of-children.ts';

const d = calendarDate;
const by = (
  firstName: string,
  relationship: Coverage['subscriber']['relationship'] = 'child',
  birthDate?: CalendarDate,
): Coverage => ({
  ...sampleCoverage,
  subscriber: { relationship, firstName, lastName: 'Tavares', ...(birthDate && { birthDate }) },
});
const member = (firstName: string, ...coverages: readonly Coverage[]): FamilyMember => ({
  personId: firstName.toLowerCase(),
  firstName,
  lastName: 'Tavares',
  birthDate: d('1986-02-09'),
  coverages,
});
const ana = member('Ana');

/** What Ana's new coverage would close, no birth date of a holder being entered. */
it.each<[name: string, coverage: Coverage, family: readonly FamilyMember[], circle: string | undefined]>([
  ['a child of her mother', by('Lia'), [member('Lia')], undefined],
  ['a mother who is nobody here', by('Lia'), [], undefined],
  ['each the child of the other', by('Lia'), [member('Lia', by('Ana'))], 'Ana Lia Ana'],
  ['however the names are written', by('LIA'), [member('Lia', by('ana '))], 'Ana Lia Ana'],
  ['each covers the other as a spouse', by('Lia', 'spouse'), [member('Lia', by('Ana', 'spouse'))], undefined],
  ['the mother is covered by her child’s spouse', by('Lia'), [member('Lia', by('Ana', 'spouse'))], undefined],
  ['three in a ring', by('Lia'), [member('Lia', by('Eva')), member('Eva', by('Ana'))], 'Ana Lia Eva Ana'],
  ['three in a row', by('Lia'), [member('Lia', by('Eva')), member('Eva')], undefined],
  ['a ring that she is not in', by('Lia'), [member('Lia', by('Eva')), member('Eva', by('Lia'))], undefined],
  ['a second plan of the mother’s', by('Lia'), [member('Lia', by('Lia', 'self'), by('Ana'))], 'Ana Lia Ana'],
  ['the child of somebody of her own name', by('Ana'), [], 'Ana Ana'],
  ['and of another birth date', by('Ana', 'child', d('1960-02-09')), [], undefined],
  [
    'the mother has the name of another patient, and another birth date',
    by('Lia', 'child', d('1960-02-09')),
    [member('Lia', by('Ana'))],
    undefined,
  ],
])('%s', (_name, coverage, family, circle) => {
  const find = (holder: Coverage['subscriber']) => family.filter((each) => isHolder(holder, each));
  const names = circleOfChildren(ana, coverage, find)?.map((name) => name.replace(' Tavares', ''));
  expect(names?.join(' ')).toBe(circle);
});
