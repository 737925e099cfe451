import { message, type Message } from '#domain/kernel/message.ts';
import { createHash } from 'node:crypto';
import type { CoordinationCase, RecordedClaim } from '#domain/case/case.ts';
import type { Claim } from '#domain/claim/claim.ts';
import { claimCategories } from '#domain/claim/claim-categories.ts';
import { whyNotStanding } from '#domain/claim/standing-claims.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { write837d } from '#exchange/x12/to-837d.ts';
import { claimToFhir } from '#exchange/fhir/to-claim.ts';
import { claimFormData } from '#exchange/pdf/claim-form-data.ts';
import type { Archway } from '../archway.ts';
import { readinessInput } from '../case/surroundings.ts';
import { assessReadiness } from '#domain/readiness/assess-readiness.ts';
import { actOnCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';
import { nextEnvelope } from '../release/next-envelope.ts';
import { printOrRefuse } from '../release/print-or-refuse.ts';

export const claimFormats = ['x12', 'pdf', 'fhir'] as const;
export type ClaimFormat = (typeof claimFormats)[number];
const mediaTypes = {
  x12: 'application/edi-x12',
  pdf: 'application/pdf',
  fhir: 'application/fhir+json',
} satisfies Record<ClaimFormat, string>;
export const claimMediaTypes = Object.values(mediaTypes);

export interface LeavingFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Gives out a claim in a format: decided by the release decision, recorded on the case and as a disclosure to the
 * payer with the hash of what left. `which` is the id or the number of a claim; without it, the latest that was not taken
 * back.
 */
export async function releaseClaim(
  archway: Archway,
  person: Person,
  caseId: string,
  which: string | undefined,
  format: ClaimFormat,
): Promise<LeavingFile | Refusal> {
  return actOnCase<LeavingFile>(archway, person, caseId, 'release-claim', true, async (writing, state) => {
    const recorded = claimOf(state, which);
    if (!recorded)
      return which === undefined
        ? refuse('absent/claim-yet', { missing: await whatIsMissing(archway, writing, state) })
        : refuse('absent/claim', { claimId: which });
    const { claim } = recorded;
    const contradicted = refuseContradicted(state, recorded);
    if (contradicted) return contradicted;
    const leaving: Leaving = {
      patientId: claim.patientId,
      caseId,
      wayOut: 'claim',
      recipient: { kind: 'payer', name: claim.payer.name, partyId: claim.payer.payerId },
      purpose: 'payment',
      categories: claimCategories(claim),
      needed: claimCategories(claim),
    };
    const decision = await decideLeaving(writing, leaving);
    if (isRefusal(decision)) return decision;
    const file = await writeClaim(writing, recorded, format);
    if (isRefusal(file)) return file;
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    await writing.appendToCase(caseId, [
      {
        type: 'claim.released',
        occurredAt: writing.now,
        data: { claimId: claim.claimId, format, sha256, decision: decision.outcome },
        reliedOn: decision.reliedOn,
      },
    ]);
    await recordDisclosure(writing, leaving, decision, `claim ${claim.controlNumber} as ${format}`, sha256);
    return file;
  });
}

function claimOf({ claims }: CoordinationCase, which: string | undefined): RecordedClaim | undefined {
  const all = [...claims.values()];
  if (which === undefined) return all.findLast(({ withdrawn }) => !withdrawn);
  return claims.get(which) ?? all.find(({ claim }) => claim.controlNumber === which);
}

/**
 * A claim that the record no longer bears out stays: one that was taken back, one that another claim has taken the place
 * of, and one whose work was changed since. A void takes its claim back whatever became of the work.
 */
function refuseContradicted(state: CoordinationCase, recorded: RecordedClaim): Refusal | undefined {
  const { claim, position } = recorded;
  const changedClaim = whyNotStanding(state.claims.values(), recorded);
  if (changedClaim) return changedClaim;
  if (claim.frequency === 'void') return undefined;
  const changed = claim.lines
    .flatMap(({ activityIds }) => activityIds)
    .map((activityId) => state.activities.get(activityId))
    .find((recorded) =>
      [...(recorded?.amendments ?? []), recorded?.withdrawn].some(
        (change) => change !== undefined && change.position > position,
      ),
    );
  if (!changed) return undefined;
  return refuse('claim/work-changed', {
    number: claim.controlNumber,
    day: changed.activity.serviceDate,
  });
}

async function writeClaim(
  writing: Writing,
  { claim, recordedAt }: RecordedClaim,
  format: ClaimFormat,
): Promise<LeavingFile | Refusal> {
  switch (format) {
    case 'x12': {
      const text = write837d(claim, await nextEnvelope(writing, claim.billing.timeZone));
      return isRefusal(text) ? text : fileOf(claim, '837', mediaTypes.x12, Buffer.from(text));
    }
    case 'pdf': {
      const practice = await writing.practice();
      const document = claimFormData(claim, { practice, language: 'en', madeAt: recordedAt });
      const bytes = await printOrRefuse(document);
      return isRefusal(bytes) ? bytes : fileOf(claim, 'pdf', mediaTypes.pdf, bytes);
    }
    case 'fhir':
      return fileOf(
        claim,
        'fhir.json',
        mediaTypes.fhir,
        Buffer.from(`${JSON.stringify(claimToFhir(claim), null, 2)}\n`),
      );
  }
}

function fileOf(claim: Claim, extension: string, mediaType: string, bytes: Uint8Array): LeavingFile {
  return { fileName: `claim-${claim.controlNumber}.${extension}`, mediaType, bytes };
}

/** The titles of the checks that block a claim, for whoever asks for one too early. */
async function whatIsMissing(
  archway: Archway,
  writing: Writing,
  state: CoordinationCase,
): Promise<Message[]> {
  const patient = await writing.patient(state.patientId);
  if (!patient) return [];
  const { results } = assessReadiness(
    await readinessInput(archway, writing, state, {
      now: writing.now,
      practice: await writing.practice(),
      patient,
    }),
  );
  const blocking = results.filter(({ result }) => result === 'blocks');
  return blocking.map(({ checkId }) => message(`readiness.${checkId}.title`));
}
