import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/audit/event.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import type { Archway } from '../archway.ts';
import { systemNow } from '../clock.ts';
import { actorOf } from '../identity/account.ts';
import { openSession, useSession, type SignedIn } from '../identity/session.ts';
import { RefusedRequest } from './errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly sessionCookie: string;
  }
}

/** A browser gives the cookies of an address to all its ports; servers side by side must not sign each other out. */
export function sessionCookieAt(port: number | undefined): string {
  return port === undefined ? 'archway_session' : `archway_session_${port}`;
}

/** Undefined for a stranger. */
export function sessionToken({ cookies, server }: FastifyRequest): string | undefined {
  return cookies[server.sessionCookie];
}

/** The person behind a request, as the practice's chain knows them now. */
export interface Person extends SignedIn {
  readonly staff: StaffMember;
  readonly who: Actor;
  readonly practice: Practice;
}

/**
 * Throws a refusal (401) when nobody is signed in, or the person is no longer of the practice; and (403) while the
 * screen is in a patient's hands, but for the addresses that serve that page.
 */
export async function personOf(archway: Archway, request: FastifyRequest): Promise<Person> {
  const person = await personOfSession(archway, request);
  if (!person) throw new RefusedRequest(refuse('sign-in/needed'));
  if (person.handedOver && request.routeOptions.config.whileHandedOver !== true)
    throw new RefusedRequest(refuse('permission/handed-over'));
  return person;
}

/** The same for addresses that answer everybody: a patient who holds the screen is nobody of the practice. */
export async function personIfSignedIn(
  archway: Archway,
  request: FastifyRequest,
): Promise<Person | undefined> {
  const person = await personOfSession(archway, request);
  return person?.handedOver ? undefined : person;
}

async function personOfSession(archway: Archway, request: FastifyRequest): Promise<Person | undefined> {
  const token = sessionToken(request);
  const who = token === undefined ? undefined : await useSession(archway.record.db, token, systemNow());
  return who && (await knownPerson(archway, who));
}

export async function knownPerson(archway: Archway, who: SignedIn): Promise<Person | undefined> {
  const practice = await archway.record.read(who.organizationId, (reading) => reading.practice());
  const staff = practice.staff.get(who.staffId);
  return staff?.active ? { ...who, staff, who: actorOf(staff), practice } : undefined;
}

/** The cookie is out of reach of scripts and of other sites. */
export async function startSession(archway: Archway, who: SignedIn, reply: FastifyReply): Promise<void> {
  const token = await openSession(archway.record.db, who, systemNow());
  void reply.setCookie(reply.server.sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict' });
}
