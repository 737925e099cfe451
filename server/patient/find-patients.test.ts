import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientRow, RefusalView } from '#contract/views.ts';
import type { TestClient } from '../test-client.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';

/** A patient is found while the telephone rings, and the same person is not registered twice unnoticed. */

let server: TestServer;
let coordinator: TestClient;

const person = (lastName: string, firstName: string, birthDate: string, telephone?: string) => ({
  lastName,
  firstName,
  birthDate,
  sex: 'unknown',
  contacts: telephone === undefined ? [] : [{ route: 'telephone', value: telephone }],
  identifiers: [],
});
const register = (patientId: string, demographics: object, notDuplicateOf: readonly string[] = []) =>
  coordinator.send('POST', '/api/patients', { body: { patientId, demographics, notDuplicateOf } });

beforeAll(async () => {
  server = await openTestServer();
  coordinator = await server.as('coordinator');
  for (const [patientId, demographics] of [
    ['nunez', person('Núñez Ortega', 'Zoë', '2014-03-05', '(206) 555-0142')],
    ['nunn', person('Nunn', 'Ada', '1950-12-24', '253.555.0199')],
    ['percent', person('100%_sure', 'Odd\\Name', '1999-01-01')],
  ] as const)
    expect((await register(patientId, demographics)).status).toBe(200);
});
afterAll(() => server.close());

const found = async (query: string) => {
  const { rows } = await coordinator.get<{ rows: PatientRow[] }>(
    `/api/patients?query=${encodeURIComponent(query)}`,
  );
  return rows.map(({ patientId }) => patientId);
};

describe('a patient is found', () => {
  it.each<[string, string, string[]]>([
    ['by nothing: the first by name', '', ['percent', 'nunez', 'nunn']],
    ['by the beginning of the last name', 'nun', ['nunez', 'nunn']],
    ['by both names', 'Nunn Ada', ['nunn']],
    ['by both names the other way round', 'ada nunn', ['nunn']],
    ['by both names with a comma', 'Nunn, Ada', ['nunn']],
    ['without accents', 'nunez zoe', ['nunez']],
    ['with accents, in capitals', 'NÚÑEZ', ['nunez']],
    ['by the second part of a last name', 'ortega', ['nunez']],
    ['not by the middle of a name', 'rtega', []],
    ['by birth date', '2014-03-05', ['nunez']],
    ['by birth date as people write it', '3/5/2014', ['nunez']],
    ['by name and birth date', 'zoe 3/5/2014', ['nunez']],
    ['not by a name and another birth date', 'zoe 3/6/2014', []],
    ['by the last digits of a telephone', '0142', ['nunez']],
    ['by a telephone number as people write it', '(206) 555-0142', ['nunez']],
    ['by a telephone number with its country', '+1 253 555 0199', ['nunn']],
    ['by a per cent sign, which stands for itself', '100%', ['percent']],
    ['not by an underscore as any letter', 'nun_', []],
    ['by a backslash, which stands for itself', 'odd\\', ['percent']],
    ['not by what nobody is called', "'; DROP TABLE patient_summary; --", []],
  ])('%s', async (_how, query, patientIds) => {
    expect(await found(query)).toEqual(patientIds);
  });
});

describe('a likely duplicate', () => {
  const again = person('Nunez Ortega', 'Zoe', '2014-03-05', '2065550142');

  it('is told, with who it may be, and nothing is recorded', async () => {
    const answer = await register('nunez-again', again);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      409,
      {
        code: 'duplicate/patient',
        candidates: [{ patientId: 'nunez', name: expect.stringContaining('Zoë') as string }],
      },
    ]);
    expect(await found('nunez')).toEqual(['nunez']);
  });

  it('is registered once somebody has said that it is somebody else', async () => {
    expect((await register('nunez-again', again, ['nunez'])).status).toBe(200);
    expect((await found('nunez')).sort()).toEqual(['nunez', 'nunez-again']);
  });

  it('is no duplicate of itself when the request is sent again', async () => {
    expect((await register('nunez-again', again, ['nunez'])).status).toBe(200);
    const other = await register('nunez-again', { ...again, firstName: 'Anna' }, ['nunez']);
    expect([other.status, (JSON.parse(other.text) as RefusalView).code]).toEqual([409, 'id/in-use']);
  });

  it('is not somebody who was not born yet', async () => {
    const answer = await register('future', person('Future', 'Fay', '2999-01-01'));
    expect([answer.status, (JSON.parse(answer.text) as RefusalView).code]).toEqual([422, 'patient/not-born']);
  });
});
