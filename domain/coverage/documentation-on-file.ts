import type { RecordedActivity } from '../case/case.ts';
import { standingOf } from '../consent/standing.ts';
import type { Patient } from '../patient/patient.ts';
import type { DocumentationItem } from '../rulebook/rule.ts';

/** Which of the items that a payer asks for the record of one activity lacks. */
export function missingDocumentation(
  items: readonly DocumentationItem[],
  recorded: RecordedActivity,
  patient: Patient,
  timeZone: string,
): readonly DocumentationItem[] {
  return items.filter((item) => !isOnFile(item, recorded, patient, timeZone));
}

function isOnFile(
  item: DocumentationItem,
  { activity, who }: RecordedActivity,
  patient: Patient,
  timeZone: string,
): boolean {
  const { contact } = activity;
  switch (item) {
    case 'client-telephone-number':
      return (patient.demographics?.contacts ?? []).some(
        ({ route }) => route === 'telephone' || route === 'text-message',
      );
    case 'reason-for-contact':
      return says(contact?.asked) || (contact === undefined && says(activity.note));
    case 'reported-clinical-information':
      return says(contact?.answered);
    case 'outcome':
      return says(contact?.effectOnPlan) || says(contact?.answered);
    case 'provider-name':
      return says(who.name);
    case 'start-and-stop-times':
      return activity.time.basis !== 'by-hand';
    case 'counterparty':
      return (contact?.parties ?? []).some((party) => party.kind !== 'own-team' && says(party.name));
    case 'consent-on-file':
      return hadAgreed(patient, activity.time.startedAt, timeZone);
  }
}

/** An agreement to coordination, or an authorization, that stood when the work began. */
function hadAgreed(
  patient: Patient,
  asOf: RecordedActivity['activity']['time']['startedAt'],
  timeZone: string,
): boolean {
  const birthDate = patient.demographics?.birthDate;
  return [...patient.consents.values()].some(
    (recorded) =>
      (recorded.consent.kind === 'coordination-agreement' ||
        recorded.consent.kind === 'hipaa-authorization') &&
      standingOf(recorded, { asOf, timeZone, birthDate }) === 'active',
  );
}

function says(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}
