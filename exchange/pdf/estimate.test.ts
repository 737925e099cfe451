import { expect, test } from 'vitest';
import { caseRequest } from '#domain/estimate/case-request.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { half } from '#domain/estimate/estimate.samples.ts';
import { estimateDocument } from './estimate.ts';
import { printing, sampleEstimate } from './test-documents.ts';
import { coordinationCase, patient, practice } from './test-record/record.samples.ts';

test('what the patient takes home: every priced step, the years, what is not known, and that it is no promise', () => {
  const { body, title } = sampleEstimate('es');
  expect(title).toBe('Lo que se espera que cueste su plan de atención');
  expect(body).toMatchObject({
    lead: expect.stringContaining('nunca') as string,
    rows: [{ fee: '$285.00' }, { fee: '$240.00' }],
    years: [{ fee: '$285.00' }, { fee: '$240.00' }],
    total: { fee: '$525.00', patient: 'de $0.00 a $525.00' },
  });
});

test('with nothing that has a price there is nothing to print', () => {
  const bare = { ...coordinationCase, planItems: new Map() };
  const asked = caseRequest(bare, patient, practice, calendarDate('2026-03-20'));
  const refused = estimateDocument({ asked, patient, opened: coordinationCase.opened }, printing('en'));
  expect(isRefusal(refused) && refused.code).toBe('estimate/nothing-priced');
});

test('how far what nobody has told may take it stands beside what is known', () => {
  const { body } = sampleEstimate('en', half);
  const { outlook } = body as { readonly outlook: { said: string; supposed: readonly string[] } };
  expect(outlook.said).toBe(
    'By what is known you pay $262.50. What nobody has told us yet may make it up to $525.00.',
  );
  expect(outlook.supposed).toContain(
    'If Cascadia Mutual Dental limits how often it pays D4341, D2392 and the limit is used up, which nobody has asked yet: up to $525.00.',
  );
});
