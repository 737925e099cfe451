import type { CoordinationCase } from '#domain/case/case.ts';
import { protectedCategoriesOfMember } from '#domain/necessity/protected-evidence.ts';
import type { Activity, ContactParty } from '#domain/activity/activity.ts';
import type { Consent, DataCategory } from '#domain/consent/consent.ts';
import { toldByConsent } from '#domain/consent/told-by-consent.ts';
import type { TeamMember } from '#domain/team/team-member.ts';

type Allowed = ReadonlySet<DataCategory>;

export function mayTell(categories: readonly DataCategory[], allowed: Allowed): boolean {
  return categories.every((category) => allowed.has(category));
}

/**
 * Whether what was said may be printed: a contact that disclosed a category tells of it, so the recipient must be
 * allowed that category; and a talk with a payer is about coverage and billing.
 */
export function mayPrintContent({ contact, kind }: Activity, allowed: Allowed): boolean {
  const billing =
    kind === 'coordination-with-payer' || contact?.parties.some((party) => party.kind === 'payer') === true;
  return (
    allowed.has('coordination-record') &&
    (!billing || allowed.has('coverage-and-billing')) &&
    mayTell(contact?.disclosed ?? [], allowed)
  );
}

/** A consent about protected records tells that there are such records, so it goes with them only. */
export function mayPrintConsent(consent: Consent, allowed: Allowed): boolean {
  return allowed.has('coordination-record') && mayTell(toldByConsent(consent), allowed);
}

/** A payer in the team says who insures the patient; a clinic that only protected talks were with says what for. */
export function mayPrintMember(
  member: TeamMember,
  allowed: Allowed,
  activities: CoordinationCase['activities'],
): boolean {
  return (
    allowed.has('coordination-record') &&
    (member.role !== 'payer' || allowed.has('coverage-and-billing')) &&
    mayTell(protectedCategoriesOfMember(member.memberId, activities), allowed)
  );
}

/** The patient's name identifies the patient; without that category the role stands for it. */
export function printedParty(party: ContactParty, allowed: Allowed, patientWord: string): string {
  return party.kind === 'patient' && !allowed.has('demographics') ? patientWord : party.name;
}
