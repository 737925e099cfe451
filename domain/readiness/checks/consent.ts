import type { RecordedActivity } from '../../case/case.ts';
import { contactRecipient } from '../../case/contact-recipient.ts';
import { missingElements } from '../../consent/authorization-elements.ts';
import { isTelling, type RecordedConsent } from '../../consent/consent.ts';
import { decideRelease } from '../../consent/release-decision.ts';
import type { ReleaseReason } from '../../consent/release-rules.ts';
import { isSignedByMinorAlone, standingOf } from '../../consent/standing.ts';
import { dayOf } from '../../kernel/calendar-date.ts';
import type { Dossier } from '../dossier.ts';
import { allAnswers, finding, inPatient, type Finding, type ReadinessCheck } from '../readiness-check.ts';

/** What may never be told without the patient's written word (45 CFR 164.508(a)(2), 42 CFR 2.31). */
const unlawful: readonly ReleaseReason[] = [
  'substance-use-needs-consent',
  'psychotherapy-notes-need-authorization',
];

export const consent: ReadinessCheck = {
  id: 'consent',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['given', 'missing', 'required', 'unlawful', 'recordedLater', 'minorAlone', 'noWork'],
  waivableAs: 'consent',
  mend: { screen: 'patient', action: 'record-consent' },
  assess: (dossier) => {
    const { work } = dossier;
    if (work.length === 0) return finding('not-applicable', 'consent.noWork');
    const told = new Map(work.map((recorded) => [recorded, protectedRelease(recorded, dossier)]));
    const against = work.filter((recorded) => told.get(recorded)?.unlawful);
    if (against.length > 0) return finding('blocks', 'consent.unlawful', { count: against.length }, against);
    const agreements = new Map(work.map((recorded) => [recorded, agreementAt(recorded, dossier)]));
    const missing = work.filter((recorded) => !agreements.get(recorded));
    if (missing.length > 0) return missingFinding(missing, dossier);
    const relied = work.map((recorded) => ({
      recorded,
      consents: [...(agreements.get(recorded) ?? []), ...(told.get(recorded)?.relied ?? [])],
    }));
    return (
      recordedLater(relied, dossier) ??
      signedByMinor(relied, dossier) ?? {
        ...finding('passes', 'consent.given', { count: work.length }),
        evidence: places(relied.flatMap(({ consents }) => consents)),
      }
    );
  },
};

interface Relied {
  readonly recorded: RecordedActivity;
  readonly consents: readonly RecordedConsent[];
}

function missingFinding(missing: readonly RecordedActivity[], dossier: Dossier): Finding {
  const count = { count: missing.length };
  const asking = allAnswers(dossier).find(({ documentation }) =>
    documentation.items.includes('consent-on-file'),
  );
  return asking
    ? { ...finding('blocks', 'consent.required', count, missing), basis: asking.documentation.basis }
    : finding('warns', 'consent.missing', count, missing);
}

/** Dated before the contact, written down after it began: an auditor sees both moments, so it is told here too. */
function recordedLater(relied: readonly Relied[], { timeZone }: Dossier): Finding | undefined {
  const late = relied.flatMap(({ recorded, consents }) =>
    consents.filter(
      ({ recordedAt }) => recordedAt !== undefined && recordedAt > recorded.activity.time.startedAt,
    ),
  );
  const [first] = late;
  if (!first) return undefined;
  const contacts = relied.filter(({ consents }) => consents.some((each) => late.includes(each)));
  const params = {
    count: contacts.length,
    signedOn: dayOf(first.consent.signedAt, timeZone),
    recordedOn: dayOf(first.recordedAt ?? first.consent.signedAt, timeZone),
  };
  return { ...finding('warns', 'consent.recordedLater', params), evidence: places(late) };
}

function signedByMinor(relied: readonly Relied[], { timeZone, patient }: Dossier): Finding | undefined {
  const birthDate = patient.demographics?.birthDate;
  const alone = relied
    .flatMap(({ consents }) => consents)
    .filter((each) => isSignedByMinorAlone(each.consent, { timeZone, birthDate }));
  const [first] = alone;
  if (!first) return undefined;
  const signedOn = dayOf(first.consent.signedAt, timeZone);
  return { ...finding('warns', 'consent.minorAlone', { signedOn }), evidence: places(alone) };
}

function places(consents: readonly RecordedConsent[]) {
  return inPatient(consents.map(({ position }) => position));
}

/** The agreement that stood when the contact began; of several the one that was written down by then. */
function agreementAt(
  { activity }: RecordedActivity,
  { patient, timeZone }: Dossier,
): readonly RecordedConsent[] | undefined {
  const asOf = activity.time.startedAt;
  const moment = { asOf, timeZone, birthDate: patient.demographics?.birthDate };
  const standing = [...patient.consents.values()].filter(
    (recorded) =>
      recorded.consent.kind === 'coordination-agreement' &&
      missingElements(recorded.consent).length === 0 &&
      standingOf(recorded, moment) === 'active',
  );
  const inTime = standing.findLast(({ recordedAt }) => recordedAt === undefined || recordedAt <= asOf);
  const found = inTime ?? standing.at(-1);
  return found && [found];
}

/** What the one release decision says of the protected information that was told, to each who was told. */
function protectedRelease({ activity }: RecordedActivity, { state, patient, timeZone }: Dossier) {
  const categories = (activity.contact?.disclosed ?? []).filter(isTelling);
  const decisions =
    categories.length === 0
      ? []
      : (activity.contact?.parties ?? []).flatMap((party) => {
          const { recipient, purpose } = contactRecipient(party, state);
          const asOf = activity.time.startedAt;
          const request = {
            patient,
            timeZone,
            asOf,
            wayOut: 'contact',
            recipient,
            purpose,
            categories,
          } as const;
          return decideRelease(request).decisions;
        });
  return {
    unlawful: decisions.some(({ reason }) => unlawful.includes(reason)),
    relied: decisions.flatMap((each) => patient.consents.get(each.consent?.consentId ?? '') ?? []),
  };
}
