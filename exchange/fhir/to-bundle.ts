import type { Bundle, FhirResource, Reference } from 'fhir/r4';
import type { RecordedClaim } from '#domain/case/case.ts';
import type { Claim } from '#domain/claim/claim.ts';
import { coverageOfClaim } from '#domain/claim/billed-work.ts';
import { sensitivityOfCondition } from '#domain/patient/sensitivity.ts';
import { concept, fhirId, hl7, npiIdentifiers, ours, systems, withoutEmpty } from './fhir-codes.ts';
import { putCarePlan, putCareTeam } from './to-care-plan.ts';
import { claimWith } from './to-claim.ts';
import { putActivities, putTasks } from './to-communication.ts';
import { putConsents } from './to-consent.ts';
import { payerReference, practiceReference, providerReference } from './to-directory.ts';
import { putDocuments } from './to-document.ts';
import { putAccommodations, putHistory } from './to-history.ts';
import { patientReference, putConditions, putCoverages, putPatient } from './to-patient.ts';
import { putProvenance } from './to-provenance.ts';
import { putReferrals } from './to-referral.ts';
import { type CaseExport, createScene, type Scene } from './to-scene.ts';
import { restrictedLabel } from './to-sensitivity.ts';

export type { CaseExport } from './to-scene.ts';

/**
 * A case as a FHIR R4 collection Bundle, for the packet and for export. What `allowed` does not name is left
 * out, and the bundle is then marked as redacted. The same record gives the same bundle: ids come from the
 * record and the only moment is `asOf`. Shapes and extensions: docs/reference/fhir.md.
 */
export function caseToBundle(input: CaseExport): Bundle<FhirResource> {
  const scene = createScene(input);
  putPatient(scene);
  putConditions(scene);
  putHistory(scene);
  putAccommodations(scene);
  putDocuments(scene);
  putConsents(scene);
  putCareTeam(scene);
  putCarePlan(scene);
  putCoverages(scene);
  putReferrals(scene);
  putActivities(scene);
  putTasks(scene);
  for (const recorded of scene.case.claims.values()) putClaim(scene, recorded);
  putProvenance(scene);
  return withoutEmpty<Bundle<FhirResource>>({
    resourceType: 'Bundle',
    id: fhirId(input.case.caseId),
    meta: {
      security: [
        ...(scene.withheld ? [{ system: systems.observationValue, code: 'REDACTED' }] : []),
        ...(scene.restricted ? [restrictedLabel] : []),
      ],
    },
    identifier: { system: `${ours}/case-id`, value: `${input.case.caseId}#${input.case.position}` },
    type: 'collection',
    timestamp: input.asOf,
    entry: scene.resources.map((resource) => ({
      fullUrl: `${ours}/${resource.resourceType}/${resource.id ?? ''}`,
      resource,
    })),
  });
}

/**
 * A claim goes out whole or not at all: without its diagnoses it would be another claim. A condition that the
 * record protects specially, and that the claim names or its narrative cites, needs its own category.
 */
function putClaim(scene: Scene, { claim, withdrawn }: RecordedClaim): void {
  const cited = new Set(claim.narrative.flatMap(({ evidence }) => evidence));
  const protectedBy = [...scene.patient.conditions.values()]
    .filter(
      ({ value, position }) =>
        cited.has(`patient#${position}`) ||
        (value.diagnosis !== undefined && claim.diagnoses.includes(value.diagnosis)),
    )
    .map(({ value }) => sensitivityOfCondition(value));
  const health = claim.diagnoses.length > 0 || cited.size > 0 ? ('medical-history' as const) : undefined;
  const categories = ['demographics', 'coverage-and-billing', 'coordination-record'] as const;
  if (!scene.allows(...categories, health, ...protectedBy)) return;
  const [coverage, ...otherCoverages] = [claim, ...(claim.otherCoverages ?? [])].map((billed, index) =>
    coverageReference(scene, claim, billed, index),
  );
  if (coverage === undefined) throw new Error('the first is the billed one');
  scene.put({
    ...claimWith(
      claim,
      {
        patient: patientReference(scene),
        billing: practiceReference(scene),
        treating: treatingReference(scene, claim),
        payer: payerReference(scene, claim.payer.payerId, claim.payer.name),
        coverage,
        otherCoverages,
      },
      withdrawn ? 'cancelled' : 'active',
    ),
    id: scene.idOf('Claim', 'claim', claim.claimId),
  });
}

/** The coverage of the record that a claim names, where it is in the bundle; else the coverage as the claim has it. */
function coverageReference(
  scene: Scene,
  claim: Claim,
  billed: Pick<Claim, 'subscriber' | 'payer'>,
  index: number,
): Reference {
  const found = coverageOfClaim(scene.patient, billed)?.value.coverageId;
  if (found !== undefined && scene.has('Coverage', 'coverage', found))
    return scene.reference('Coverage', 'coverage', found);
  const id = index === 0 ? claim.claimId : `${claim.claimId}-${index + 1}`;
  putClaimCoverage(scene, id, billed);
  return scene.reference('Coverage', 'claim', id);
}

/** The coverage as it was billed, when the record has since changed it. */
function putClaimCoverage(
  scene: Scene,
  id: string,
  { subscriber, payer }: Pick<Claim, 'subscriber' | 'payer'>,
): void {
  scene.put({
    resourceType: 'Coverage',
    id: scene.idOf('Coverage', 'claim', id),
    status: 'active',
    subscriberId: subscriber.memberId,
    beneficiary: patientReference(scene),
    relationship: concept(hl7('subscriber-relationship'), subscriber.relationship),
    payor: [payerReference(scene, payer.payerId, payer.name)],
  });
}

/** The treating dentist of the directory by NPI, else as the claim names them. */
function treatingReference(scene: Scene, claim: Claim): Reference {
  const { npi, lastName, firstName } = claim.treating;
  const known = [...scene.practice.providers.values()].find((provider) => provider.npi === npi);
  if (known) return providerReference(scene, known.providerId, known.name);
  if (!scene.has('Practitioner', 'treating', npi))
    scene.put({
      resourceType: 'Practitioner',
      id: scene.idOf('Practitioner', 'treating', npi),
      identifier: npiIdentifiers(npi),
      name: [{ family: lastName, given: [firstName] }],
    });
  return scene.reference('Practitioner', 'treating', npi);
}
