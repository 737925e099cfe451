import { expect, it } from 'vitest';
import { caseSections } from './case/sections.ts';
import { screens } from './screens.ts';

const on = {
  caseId: 'C',
  patientId: 'P',
  document: { patientId: 'Q', documentId: 'F' },
  options: { caseId: 'D', sheetId: 'O' },
  asked: { caseId: 'case-1', predeterminationId: 'pre-1' },
  claimed: { caseId: 'C', claimId: 'K' },
  readyCaseId: 'R',
  setAsideId: 'A',
};

it('names every screen once, each with its own address', () => {
  const at = screens.map((screen) => `${screen.path(on)} ${screen.role}`);
  expect(new Set(at).size).toBe(screens.length);
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
});

it('leaves out no part of a case', () => {
  const paths = screens.map((screen) => screen.path(on));
  expect(caseSections.filter((section) => !paths.includes(`/cases/C/${section}`))).toEqual([]);
});
