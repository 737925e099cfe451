import { expect, test } from 'vitest';
import type { RecordedEvent } from '../../audit/event.ts';
import { instant } from '../../kernel/calendar-date.ts';
import { hiding, identifiersIn } from './hide-identifiers.ts';

const at = instant('2026-03-10T18:00:00.000Z');
const event: RecordedEvent = {
  organizationId: 'organization-1',
  stream: { kind: 'patient', id: 'patient-1' },
  position: 1,
  eventId: 'event-1',
  type: 'patient.registered',
  who: { kind: 'staff', id: 'staff-1', name: 'Cora Coordinator', role: 'coordinator' },
  occurredAt: at,
  recordedAt: at,
  reliedOn: [],
  data: {
    demographics: {
      firstName: 'Marisol',
      lastName: 'Núñez',
      birthDate: '1961-04-12',
      contacts: [{ value: '253-555-0142' }],
    },
    memberId: 'XYZ123456',
    note: 'Marisol prefers mornings',
  },
};
const hidden = hiding(identifiersIn([event]));

test.each([
  ['a name', 'Marisol Núñez asked.'],
  ['a name in other letters', 'MARISOL asked.'],
  ['a date of birth', 'Born 1961-04-12.'],
  ['a telephone number', 'Call 253-555-0142.'],
  ['a member number', 'Member XYZ123456.'],
  ['who wrote it', 'Cora called.'],
  ['a day of service', 'Marisol came on 2026-03-05.'],
  ['a number that no event holds', 'Cora bills as NPI 1999900016.'],
])('%s does not leave', (_name, text) => {
  const left = hidden.hide(text);
  expect(left).toMatch(/\[\[\d+\]\]/);
  expect(left).not.toMatch(/Marisol|Núñez|1961|0142|XYZ|Cora|2026-03|19999/i);
});

test('what is hidden comes back, and what names nobody is not hidden', () => {
  const text = 'Marisol Núñez prefers mornings; D9992 fits.';
  expect(hidden.reveal(hidden.hide(text))).toBe(text);
  expect(hidden.hide('prefers mornings; D9992 fits.')).toBe('prefers mornings; D9992 fits.');
  expect(hidden.reveal('[[999]]')).toBe('[[999]]');
});

test('without a record there is nothing to hide', () => {
  expect(hiding([]).hide('D9992 fits.')).toBe('D9992 fits.');
});
