import { createHook } from 'node:async_hooks';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Archway } from '../archway.ts';
import { systemNow } from '../clock.ts';
import { inTenant } from '../database/connect.ts';
import { emailOf, foundTestPractice, openTestArchway, staffIdOf, testPassword } from '../test-practice.ts';
import {
  confirmSecondFactor,
  hashPassword,
  newSecondFactor,
  recordAccount,
  removeSecondFactor,
} from './account.ts';
import { authenticate, closeSession, openSession, useSession } from './session.ts';

let archway: Archway;
let practices = 0;
let organizationId: string;

beforeAll(async () => {
  archway = await openTestArchway();
});
afterAll(() => archway.close());
beforeEach(async () => {
  organizationId = `practice-${++practices}`;
  await foundTestPractice(archway, organizationId);
});

const start = instant('2026-03-12T18:00:00.000Z');
const after = (minutes: number, seconds = 0): Instant =>
  instant(new Date(Date.parse(start) + (minutes * 60 + seconds) * 1000).toISOString());

const who = () => ({ organizationId, staffId: staffIdOf('coordinator') });
const attempt = async (
  password: string,
  now = start,
  code?: string,
  email = emailOf(organizationId, 'coordinator'),
) => {
  const secret = { email, password, ...(code === undefined ? {} : { code }) };
  const answer = await authenticate(archway.record.db, secret, now, 'screen-or-api');
  return 'refused' in answer ? answer.code : answer.staffId;
};
/** How often the native hash ran: its work is the only one in this process that names itself so. */
async function hashesDuring(act: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'undefined') hashes++;
    },
  }).enable();
  try {
    await act();
  } finally {
    hook.disable();
  }
  return hashes;
}

const attempts = async (count: number, now = start) => {
  for (let index = 0; index < count; index++) await attempt('wrong', now);
};

describe('a password', () => {
  it('lets in whoever knows it, however the address is written', async () => {
    expect(await attempt(testPassword)).toBe('staff-coordinator');
    const shouted = ` ${emailOf(organizationId, 'coordinator').toUpperCase()} `;
    expect(await attempt(testPassword, start, undefined, shouted)).toBe('staff-coordinator');
  });

  it.each([
    ['nothing', ''],
    ['another', 'another long password'],
    ['its beginning', testPassword.slice(0, -1)],
    ['other letters', testPassword.toUpperCase()],
  ])('is not %s', async (_what, password) => {
    expect(await attempt(password)).toBe('sign-in/wrong');
  });

  it('is not asked for any more after ten wrong attempts, for fifteen minutes', async () => {
    await attempts(9);
    expect(await attempt(testPassword)).toBe('staff-coordinator');
    await attempts(9);
    expect(await attempt('wrong')).toBe('sign-in/wrong');
    expect(await attempt(testPassword)).toBe('sign-in/locked');
    expect(await attempt(testPassword, after(14, 59))).toBe('sign-in/locked');
    expect(await attempt(testPassword, after(15))).toBe('staff-coordinator');
  });

  it('has ten attempts again after the wait, and no more', async () => {
    await attempts(10);
    await attempts(9, after(15));
    expect(await attempt(testPassword, after(15))).toBe('staff-coordinator');
    await attempts(10, after(15));
    expect(await attempt(testPassword, after(15))).toBe('sign-in/locked');
  });

  it('counts attempts that come at the same time each', async () => {
    await Promise.all(Array.from({ length: 10 }, () => attempt('wrong')));
    expect(await attempt(testPassword)).toBe('sign-in/locked');
  });

  it('locks nobody else', async () => {
    await attempts(10);
    const other = emailOf(organizationId, 'dentist');
    expect(await attempt(testPassword, start, undefined, other)).toBe('staff-dentist');
  });

  it('answers an unknown address as it does a wrong password, and with as many hashes', async () => {
    const tried = (email: string) => {
      const secret = { email, password: 'wrong' };
      return authenticate(archway.record.db, secret, start, 'screen-or-api');
    };
    const known = emailOf(organizationId, 'coordinator');
    const answer = await tried('nobody@example.com');
    expect(answer).toMatchObject({ refused: true });
    expect(await tried(known)).toEqual(answer);

    expect(await hashesDuring(() => hashPassword(testPassword))).toBe(1);
    expect(await hashesDuring(() => useSession(archway.record.db, 'no session', start))).toBe(0);
    expect(await hashesDuring(() => tried(known))).toBe(1);
    expect(await hashesDuring(() => tried('nobody@example.com'))).toBe(1);
  });

  it('leaves each wrong attempt on an account in the log', async () => {
    await attempts(2);
    const logged = await inTenant(archway.record.db, organizationId, (tenant) =>
      tenant.selectFrom('access_log').select(['staff_id', 'action', 'outcome', 'through']).execute(),
    );
    const refused = {
      staff_id: 'staff-coordinator',
      action: 'sign-in',
      outcome: 'refused',
      through: 'screen-or-api',
    };
    expect(logged).toEqual([refused, refused]);
  });
});

describe('the second factor', () => {
  const secret = newSecondFactor();
  const code = () => generateSync({ secret });
  const wrongCode = () => String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
  const inPractice = <Result>(work: Parameters<typeof inTenant<Result>>[2]) =>
    inTenant(archway.record.db, organizationId, work);
  const putOn = (chosen = secret, typed = code()) =>
    inPractice((tenant) => confirmSecondFactor(tenant, who(), chosen, typed));

  it('is on only after the authenticator has shown that it knows the secret', async () => {
    expect(await putOn(secret, wrongCode())).toMatchObject({ code: 'second-factor/wrong' });
    expect(await putOn('not a secret')).toMatchObject({ code: 'second-factor/wrong' });
    expect(await attempt(testPassword, systemNow())).toBe('staff-coordinator');
    expect(await putOn()).toBe(true);
    expect(await attempt(testPassword, systemNow())).toBe('sign-in/code-needed');
    expect(await attempt(testPassword, systemNow(), wrongCode())).toBe('sign-in/code-wrong');
    expect(await attempt(testPassword, systemNow(), code())).toBe('staff-coordinator');
  });

  it('helps nobody who does not know the password', async () => {
    await putOn();
    expect(await attempt('wrong', systemNow(), code())).toBe('sign-in/wrong');
  });

  it('counts a wrong code as a wrong attempt', async () => {
    await putOn();
    for (let index = 0; index < 10; index++) await attempt(testPassword, systemNow(), wrongCode());
    expect(await attempt(testPassword, systemNow(), code())).toBe('sign-in/locked');
  });

  it('is not exchanged while it is on, and can be put off', async () => {
    await putOn();
    const other = newSecondFactor();
    expect(await putOn(other, generateSync({ secret: other }))).toMatchObject({
      code: 'second-factor/already-on',
    });
    await inPractice((tenant) => removeSecondFactor(tenant, who()));
    expect(await attempt(testPassword, systemNow())).toBe('staff-coordinator');
  });

  it('goes with the old account when an administrator gives a new password', async () => {
    await putOn();
    const account = { ...who(), email: emailOf(organizationId, 'coordinator'), password: 'another password' };
    await inPractice((tenant) => recordAccount(tenant, account));
    expect(await attempt(testPassword, systemNow(), code())).toBe('sign-in/wrong');
    expect(await attempt('another password', systemNow())).toBe('staff-coordinator');
  });
});

describe('a session', () => {
  const use = (token: string, now: Instant) => useSession(archway.record.db, token, now);
  const open = () => openSession(archway.record.db, who(), start);

  it('is whose it is, and nobody knows its token from the database', async () => {
    const token = await open();
    expect(await use(token, start)).toEqual(who());
    const kept = await inTenant(archway.record.db, organizationId, (tenant) =>
      tenant.selectFrom('session').selectAll().execute(),
    );
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await use(kept[0]?.token_hash ?? '', start)).toBeUndefined();
    expect(await use('', start)).toBeUndefined();
  });

  it.each([
    ['half an hour without use', after(30), true],
    ['longer than half an hour without use', after(30, 1), false],
  ])('after %s', async (_what, now, alive) => {
    const token = await open();
    expect((await use(token, now)) !== undefined).toBe(alive);
    // Once at its end, an earlier moment does not bring it back.
    expect((await use(token, after(1))) !== undefined).toBe(alive);
  });

  it('goes on while it is used, and ends after twelve hours in any case', async () => {
    const token = await open();
    for (let minutes = 25; minutes < 12 * 60; minutes += 25)
      expect([minutes, await use(token, after(minutes))]).toEqual([minutes, who()]);
    expect(await use(token, after(12 * 60, -1))).toEqual(who());
    expect(await use(token, after(12 * 60))).toBeUndefined();
  });

  it('ends when it is closed, and no other with it', async () => {
    const [one, other] = [await open(), await open()];
    await closeSession(archway.record.db, who(), one);
    expect(await use(one, start)).toBeUndefined();
    expect(await use(other, start)).toEqual(who());
  });

  it('ends when the password is replaced', async () => {
    const token = await open();
    await inTenant(archway.record.db, organizationId, (tenant) =>
      recordAccount(tenant, {
        ...who(),
        email: emailOf(organizationId, 'coordinator'),
        password: 'another password',
      }),
    );
    expect(await use(token, start)).toBeUndefined();
  });
});
