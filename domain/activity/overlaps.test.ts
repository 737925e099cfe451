import { expect, test } from 'vitest';
import { sampleTime } from './activity.samples.ts';
import { findOverlaps, type CodedWork } from './overlaps.ts';

function work(id: string, from: string, to: string, change: Partial<CodedWork> = {}): CodedWork {
  return {
    activityId: id,
    staffId: 'cora',
    caseId: 'case-1',
    patientId: 'patient-1',
    codes: [],
    time: sampleTime({ from: `2026-03-05T${from}Z`, to: `2026-03-05T${to}Z` }),
    ...change,
  };
}

const a = work('a', '10:00:00', '10:10:00');
const rows: { name: string; works: CodedWork[]; kinds: string[] }[] = [
  { name: 'alone', works: [a], kinds: [] },
  { name: 'touching ends', works: [a, work('b', '10:10:00', '10:20:00')], kinds: [] },
  { name: 'one second in common', works: [a, work('b', '10:09:59', '10:20:00')], kinds: ['same-person 1'] },
  { name: 'one inside the other', works: [a, work('b', '10:02:00', '10:04:00')], kinds: ['same-person 120'] },
  { name: 'another person', works: [a, work('b', '10:05:00', '10:15:00', { staffId: 'dan' })], kinds: [] },
  {
    name: 'another case of the same patient',
    works: [a, work('b', '10:05:00', '10:15:00', { caseId: 'case-2' })],
    kinds: ['same-person 300'],
  },
  {
    name: 'another patient',
    works: [a, work('b', '10:05:00', '10:15:00', { caseId: 'case-2', patientId: 'patient-2' })],
    kinds: ['two-patients 300'],
  },
  { name: 'two codes on one activity', works: [{ ...a, codes: ['D9992', 'D9311'] }], kinds: ['two-codes'] },
  { name: 'one code twice', works: [{ ...a, codes: ['D9992', 'D9992'] }], kinds: [] },
  {
    name: 'two codes on one interval',
    works: [{ ...a, codes: ['D9992'] }, work('b', '10:05:00', '10:15:00', { codes: ['D9311'] })],
    kinds: ['same-person 300', 'two-codes'],
  },
  {
    name: 'one code on one interval',
    works: [{ ...a, codes: ['D9992'] }, work('b', '10:05:00', '10:15:00', { codes: ['D9992'] })],
    kinds: ['same-person 300'],
  },
  {
    name: 'a long one over two',
    works: [work('l', '09:00:00', '11:00:00'), a, work('b', '10:30:00', '10:40:00')],
    kinds: ['same-person 600', 'same-person 600'],
  },
];

test.each(rows)('$name', ({ works, kinds }) => {
  const found = findOverlaps(works).map((overlap) =>
    overlap.kind === 'two-codes' ? overlap.kind : `${overlap.kind} ${overlap.seconds}`,
  );
  expect(found).toEqual(kinds);
});
