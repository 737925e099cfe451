import { withhold, type ChainedEvent, type DisclosedEvent } from '#domain/audit/chain.ts';
import type { RecordedEvent } from '#domain/audit/event.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { isKeptFromPayers, isOfBilledWork } from '#domain/claim/billed-events.ts';
import type { BilledWork } from '#domain/claim/billed-work.ts';
import type { CaseEvent } from '#domain/case/case-events.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import { categoriesOf, categoriesOfPart } from '#domain/consent/event-categories.ts';
import type { EvidenceRecord } from '#domain/necessity/protected-evidence.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PatientEvent } from '#domain/patient/patient-events.ts';
import { sha256 } from '../record/record.ts';

/** What of the two chains a recipient gets: all its categories must be released, and the event needed for the purpose. */
export interface Cut {
  readonly released: ReadonlySet<DataCategory>;
  /** Positions of the patient's chain that this case rests on; 'all' for the patient and for own use. */
  readonly patientPositions: ReadonlySet<number> | 'all';
  /** For a payer: the work that it is asked to pay, and nothing else. */
  readonly billed?: BilledWork;
  readonly ownUse: boolean;
  readonly record: EvidenceRecord & {
    readonly patient: Pick<Patient, 'demographicsPosition' | 'withdrawnDocuments'>;
  };
}

/** Every event of the chains, each with what may not go withheld: the chain still verifies. */
export function cutEvents(events: readonly ChainedEvent[], cut: Cut): DisclosedEvent[] {
  return events.map((event) => {
    const released = isReleased(event, cut);
    const staysHere = (part: string) =>
      !released ||
      categoriesOfPart(ownEvent(event), part).some((category) => !cut.released.has(category)) ||
      (cut.billed !== undefined && isKeptFromPayers(ownEvent(event), part));
    return withhold(event, (part) => part.startsWith('data.') && staysHere(part), sha256);
  });
}

/** Those that the recipient gets with their content. */
export function releasedEvents(events: readonly ChainedEvent[], cut: Cut): (CaseEvent | PatientEvent)[] {
  return events.filter((event) => isReleased(event, cut)).map((event) => ownEvent(event));
}

function isNeeded(event: ChainedEvent, { billed, ownUse, patientPositions, record }: Cut): boolean {
  if (!ownUse && isOfWithdrawnDocument(ownEvent(event), record.patient)) return false;
  if (billed) return isOfBilledWork(ownEvent(event), billed, record.patient.demographicsPosition);
  return (
    event.stream.kind !== 'patient' || patientPositions === 'all' || patientPositions.has(event.position)
  );
}

function isReleased(event: ChainedEvent, cut: Cut): boolean {
  return (
    isNeeded(event, cut) &&
    categoriesOf(ownEvent(event), cut.record).every((category) => cut.released.has(category))
  );
}

/** What was attached by mistake is often another patient's: its title, and why it was taken back, stay in the house. */
function isOfWithdrawnDocument(
  event: CaseEvent | PatientEvent,
  { withdrawnDocuments }: Pick<Patient, 'withdrawnDocuments'>,
): boolean {
  if (event.type === 'patient.document-withdrawn') return true;
  return event.type === 'patient.document-attached' && withdrawnDocuments.has(event.data.document.documentId);
}

/** Only the typed append functions of the record write these two chains. */
function ownEvent(event: RecordedEvent): CaseEvent | PatientEvent {
  return event as CaseEvent | PatientEvent;
}

/** Where in the patient's chain the case rests: what its events cite, and what its claims' sentences point at. */
export function citedPatientPositions(
  state: CoordinationCase,
  caseEvents: readonly ChainedEvent[],
  statementPlaces: readonly string[],
  patientEvents: readonly ChainedEvent[],
): ReadonlySet<number> {
  const cited = new Set<number>();
  for (const event of caseEvents)
    for (const citation of event.reliedOn)
      if (citation.stream === 'patient' && citation.id === state.patientId) cited.add(citation.position);
  const narratives = [...state.claims.values()].flatMap(({ claim }) =>
    claim.narrative.flatMap(({ evidence }) => evidence),
  );
  for (const place of [...statementPlaces, ...narratives]) {
    const position = /^patient#(\d+)$/.exec(place)?.[1];
    if (position !== undefined) cited.add(Number(position));
  }
  for (const event of patientEvents) if (always.has(event.type)) cited.add(event.position);
  return cited;
}

/** Who the patient is, who pays, and what was consented to belongs to every packet whose categories allow it. */
const always: ReadonlySet<string> = new Set([
  'patient.registered',
  'patient.demographics-changed',
  'patient.coverage-recorded',
  'patient.benefit-fact-recorded',
  'patient.plan-answer-recorded',
  'patient.benefit-withdrawn',
  'patient.benefit-use-recorded',
  'patient.consent-recorded',
  'patient.consent-revoked',
]);
