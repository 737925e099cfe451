import { expect, test } from 'vitest';
import { instant } from '#domain/kernel/calendar-date.ts';
import { agreementTakenBack } from './agreement-taken-back.ts';

const march = instant('2026-03-02T17:00:00.000Z');
const may = instant('2026-05-02T17:00:00.000Z');
const agreement = { consent: { kind: 'coordination-agreement' }, active: true, missing: [] } as const;
const takenBack = (receivedAt: typeof march) => ({ ...agreement, active: false, revocation: { receivedAt } });

test.each<[string, Parameters<typeof agreementTakenBack>[0], typeof march | undefined]>([
  ['nothing was ever signed', [], undefined],
  ['an agreement stands', [agreement], undefined],
  ['it was taken back', [takenBack(march)], march],
  ['it was taken back twice: the last counts', [takenBack(may), takenBack(march)], may],
  ['and given again', [takenBack(march), agreement], undefined],
  ['and given again, without what it needs', [takenBack(march), { ...agreement, missing: ['x'] }], march],
  ['it ended by its date', [{ ...agreement, active: false }], undefined],
  [
    'another permission was taken back',
    [{ ...takenBack(march), consent: { kind: 'text-message' } }],
    undefined,
  ],
])('%s', (_name, consents, expected) => {
  expect(agreementTakenBack(consents)).toBe(expected);
});
