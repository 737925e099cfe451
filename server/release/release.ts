import { timeZoneOf } from '#domain/case/deciding.ts';
import { message } from '#domain/kernel/message.ts';
import type { CaseEvent } from '#domain/case/case-events.ts';
import { leftWith } from '#domain/consent/left-with.ts';
import type { Disclosure, PatientEvent } from '#domain/patient/patient-events.ts';
import type { DataCategory, Purpose, WayOut } from '#domain/consent/consent.ts';
import {
  decideRelease,
  type ReleaseDecision,
  type ReleaseRequest,
} from '#domain/consent/release-decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Writing } from '../record/record.ts';

export interface Leaving {
  readonly patientId: string;
  readonly caseId?: string;
  readonly wayOut: WayOut;
  readonly recipient: ReleaseRequest['recipient'];
  readonly purpose: Purpose;
  /** What would leave if nothing stood against it. */
  readonly categories: readonly DataCategory[];
  /** What must be in it: without these there is nothing worth sending, and the release is refused. */
  readonly needed: readonly DataCategory[];
  /** A medical emergency in which consent cannot be had first; kept with the disclosure. */
  readonly emergency?: { readonly reason: string };
}

/**
 * The one door that every way out passes: decides what may leave as of now, and refuses when what is needed may
 * not. Nothing is recorded yet: `recordDisclosure` does, once the content is made and its hash known.
 */
export async function decideLeaving(writing: Writing, leaving: Leaving): Promise<ReleaseDecision | Refusal> {
  const patient = await writing.patient(leaving.patientId);
  if (!patient) throw new Error(`no patient ${leaving.patientId}`);
  const practice = await writing.practice();
  const decision = decideRelease({
    patient,
    asOf: writing.now,
    timeZone: timeZoneOf(practice),
    wayOut: leaving.wayOut,
    recipient: leaving.recipient,
    purpose: leaving.purpose,
    categories: leaving.categories,
    emergency: leaving.emergency,
  });
  const stopped = decision.decisions.find(
    ({ category, outcome }) => outcome === 'withheld' && leaving.needed.includes(category),
  );
  if (!stopped) return decision;
  return refuse('release/withheld', {
    recipient: leaving.recipient.name,
    category: message(`release.category.${stopped.category}`),
    reason: message(`release.reason.${stopped.reason}`, {
      recipient: leaving.recipient.name,
      source: stopped.source,
    }),
  });
}

export async function recordDisclosure(
  writing: Writing,
  leaving: Leaving,
  decision: ReleaseDecision,
  what: string,
  sha256: string,
): Promise<void> {
  // What somebody told in a contact is what they say they told.
  const categories =
    leaving.wayOut === 'contact' ? decision.released : await leftOf(writing, leaving, decision.released);
  const consentId = decision.decisions.find(({ consent }) => consent)?.consent?.consentId;
  const disclosure: Disclosure = {
    disclosureId: writing.newId(),
    ...(leaving.caseId === undefined ? {} : { caseId: leaving.caseId }),
    wayOut: leaving.wayOut,
    recipientName: leaving.recipient.name,
    recipientKind: leaving.recipient.kind,
    purpose: leaving.purpose,
    categories: [...categories],
    what,
    at: writing.now,
    decision: decision.outcome,
    ...(consentId === undefined ? {} : { consentId }),
    withheld: [...decision.withheld],
    ...(decision.emergencyReason === undefined ? {} : { emergencyReason: decision.emergencyReason }),
    sha256,
  };
  await writing.appendToPatient(leaving.patientId, [
    {
      type: 'patient.disclosure-recorded',
      occurredAt: writing.now,
      data: { disclosure },
      reliedOn: decision.reliedOn,
    },
  ]);
}

async function leftOf(
  writing: Writing,
  { patientId, caseId }: Leaving,
  allowed: readonly DataCategory[],
): Promise<readonly DataCategory[]> {
  const patient = await writing.patient(patientId);
  if (!patient) throw new Error(`no patient ${patientId}`);
  const own = (await writing.events({ kind: 'patient', id: patientId })) as readonly PatientEvent[];
  if (caseId === undefined) return leftWith(allowed, own, { patient, activities: new Map<string, never>() });
  const ofCase = (await writing.events({ kind: 'case', id: caseId })) as readonly CaseEvent[];
  const { activities } = (await writing.coordinationCase(caseId)) ?? { activities: new Map<string, never>() };
  return leftWith(allowed, [...own, ...ofCase], { patient, activities });
}
