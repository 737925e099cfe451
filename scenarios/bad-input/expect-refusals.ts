import { expect } from 'vitest';
import type { RefusalView } from '#contract/views.ts';
import { staffRoles, type StaffRole } from '#domain/audit/event.ts';
import type { TestClient } from '#server/test-client.ts';
import { spoiled, wholeBodies, type BadBody } from './bad-body.ts';
import { flaw, type TriedPractice } from './tried-practice.ts';

export interface Good {
  readonly path: string;
  readonly url: string;
  readonly body: object;
  readonly who: StaffRole;
}

export async function flawsOf(
  client: TestClient,
  { url }: Good,
  bodies: readonly BadBody[],
): Promise<string[]> {
  const flaws: string[] = [];
  for (const { what, body } of bodies) {
    const wrong = flaw(
      await client.send('POST', url, { body, headers: { 'content-type': 'application/json' } }),
    );
    if (wrong !== undefined) flaws.push(`${what} ${wrong}`);
  }
  return flaws;
}

/** Everything that may be wrong with a request to an address; then the good request, which does what it should. */
export async function expectRefusals(practice: TriedPractice, good: Good): Promise<void> {
  const { described, heads, nobody, stranger } = practice;
  const client = practice.as(good.who);
  const content = described[good.path]?.['post']?.requestBody?.content['application/json'];
  const before = await heads();
  const bodies = [...wholeBodies, ...spoiled(good.body, content?.schema.required ?? [])];
  expect(await flawsOf(client, good, bodies)).toEqual([]);
  const otherType = await client.send('POST', good.url, {
    body: JSON.stringify(good.body),
    headers: { 'content-type': 'text/plain' },
  });
  expect(flaw(otherType)).toBeUndefined();
  const unsigned = await nobody.send('POST', good.url, { body: good.body });
  expect([unsigned.status, flaw(unsigned)]).toEqual([401, undefined]);
  if (good.path.includes('{')) {
    const elsewhere = await stranger.send('POST', good.url, { body: good.body });
    expect([good.path, flaw(elsewhere)]).toEqual([good.path, undefined]);
    expect([403, 404]).toContain(elsewhere.status);
    for (const id of ['%00', '..%2f..', 'a'.repeat(65), 'a'.repeat(200), '%ff', "'%3B--"]) {
      const odd = await client.send('POST', good.path.replaceAll(/\{\w+\}/g, id), { body: good.body });
      expect([id, flaw(odd)]).toEqual([id, undefined]);
    }
  }
  expect(await heads()).toEqual(before);
}

export async function expectRoles(
  practice: TriedPractice,
  good: Good,
  mayDo: (role: StaffRole) => boolean,
): Promise<void> {
  const { heads } = practice;
  const before = await heads();
  for (const role of staffRoles.filter((one) => !mayDo(one))) {
    const answer = await practice.as(role).send('POST', good.url, { body: good.body });
    expect([role, answer.status, flaw(answer)]).toEqual([role, 403, undefined]);
  }
  expect(await heads()).toEqual(before);
}

/**
 * Done once; and again, because the answer was lost or by somebody who has seen only what was before: then nothing
 * more is recorded, and where that is not what was asked for, it is told what changed.
 */
export async function expectDoneOnce(
  practice: TriedPractice,
  good: Good,
  position: () => Promise<number>,
): Promise<void> {
  const expectedPosition = await position();
  const body = { ...good.body, expectedPosition };
  const done = await practice.as(good.who).send('POST', good.url, { body });
  expect([done.status, done.status === 200 ? '' : done.text]).toEqual([200, '']);
  const after = await position();
  expect(after).toBeGreaterThan(expectedPosition);
  const again = await practice.as(good.who).send('POST', good.url, { body });
  if (again.status === 200) expect(JSON.parse(again.text)).toMatchObject({ position: after });
  else {
    expect([again.status, flaw(again)]).toEqual([409, undefined]);
    expect((JSON.parse(again.text) as RefusalView).changes?.length).toBeGreaterThan(0);
  }
  expect(await position()).toBe(after);
}
