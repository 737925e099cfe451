import type { Activity } from '#domain/activity/activity.ts';
import type { ChainHead } from '#domain/audit/chain.ts';
import type { CoordinationCase, RecordedActivity } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { Claim, EvidencedSentence } from '#domain/claim/claim.ts';
import type { DataCategory, RecordedConsent } from '#domain/consent/consent.ts';
import { disclosedWhat } from '#domain/consent/disclosed-what.ts';
import type { Disclosure } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { mayPrintConsent, mayPrintContent, printedParty } from './cut-by-category.ts';
import {
  evidenceRows,
  numberEvidence,
  numbersOf,
  type AnyEvent,
  type EvidenceNumbers,
} from './evidence-list.ts';
import type { PdfDocument } from './pdf-document.ts';
import { printedRecipient } from './printed-recipient.ts';
import { caseInWords, fullName, printedDocument, withCredential, type Printing } from './printing.ts';
import { signedElsewhere } from './signed-elsewhere.ts';
import { fill, sayMessage, sayWords, wordsOf } from './words.ts';
import {
  writtenDate,
  writtenDay,
  writtenDuration,
  writtenMoment,
  writtenMoney,
  writtenRole,
  writtenTelephone,
  writtenTime,
} from './written-values.ts';

/** A readiness check as it came out; its texts are already in the packet's language. */
interface ReadinessRow {
  readonly check: string;
  readonly result: 'passes' | 'warns' | 'blocks' | 'waived' | 'not-applicable';
  readonly finding: string;
  readonly rule?: string;
  readonly source?: string;
  /** Places in the chains: 'case#12'. */
  readonly evidence: readonly string[];
}

export interface PrintedReadiness {
  /** Absent where only what was met is shown. */
  readonly answer?: 'payable' | 'valid-not-payable' | 'valid-payer-unknown' | 'incomplete';
  readonly rulebookVersion: string;
  readonly checks: readonly ReadinessRow[];
}

export interface AuditPacketInput {
  readonly coordinationCase: CoordinationCase;
  readonly patient: Patient;
  readonly recipient: string;
  /** What the release decision lets this recipient have: contents of contacts outside it are left out. */
  readonly allowed: ReadonlySet<DataCategory>;
  readonly claim?: Claim;
  readonly necessity: readonly EvidencedSentence[];
  readonly readiness: PrintedReadiness;
  /** Consents that this packet may show, from the patient's chain. */
  readonly consents: readonly RecordedConsent[];
  /** Left out of a packet that is not to tell to whom else the patient's data went. */
  readonly disclosures?: readonly Disclosure[];
  /** The events behind the evidence numbers. */
  readonly events: readonly AnyEvent[];
  readonly heads: readonly ChainHead[];
  readonly keyFingerprint?: string;
}

/** Everything that shows that the coordination took place and was needed, for an auditor or a payer. */
export function auditPacket(input: AuditPacketInput, printing: Printing): PdfDocument {
  const { coordinationCase, patient, claim, necessity, readiness, allowed } = input;
  const consents = input.consents.filter(({ consent }) => mayPrintConsent(consent, allowed));
  const { language } = printing;
  const words = wordsOf(language);
  const activities = [...coordinationCase.activities.values()].sort((one, other) =>
    one.activity.time.startedAt < other.activity.time.startedAt ? -1 : 1,
  );
  const numbers = numberEvidence([
    ...necessity.flatMap((sentence) => sentence.evidence),
    ...readiness.checks.flatMap((check) => check.evidence),
    ...activities.map(placeOf),
    ...consents.map((recorded) => `patient#${recorded.position}`),
  ]);
  const demographics = allowed.has('demographics') ? patient.demographics : undefined;
  return printedDocument(
    printing,
    'audit-packet',
    {
      title: words.audit.title,
      footer: words.audit.footer,
      patient: demographics ? fullName(demographics) : '',
      reference: claim?.controlNumber ?? caseInWords(coordinationCase.opened, printing),
    },
    {
      words: { ...words.audit },
      cover: coverFacts(input, activities, printing),
      necessity: necessity.map(({ text, evidence }) => ({ text, evidence: numbersOf(evidence, numbers) })),
      readiness: readinessPart(readiness, numbers, printing),
      consents: consents.map((recorded) => consentRow(recorded, numbers, printing)),
      minutes: {
        rows: activities.map((recorded) => withShortness(minuteRow(recorded, numbers, printing))),
        seconds: String(secondsOf(activities)),
        total: writtenDuration(secondsOf(activities), language),
      },
      contacts: activities
        .filter(({ activity }) => activity.contact !== undefined)
        .map((recorded) => entry(recorded, input, numbers, printing)),
      other: activities
        .filter(({ activity }) => activity.contact === undefined)
        .map((recorded) => entry(recorded, input, numbers, printing)),
      attestations: coordinationCase.attestations.map(({ attestation, who, occurredAt }) => ({
        statement: attestation.statement,
        inOtherWords: signedElsewhere('attest', attestation.statement, language),
        by: fill(words.signedBy, {
          who: withCredential(who),
          when: writtenMoment(occurredAt, timeZoneOf(printing.practice), language),
        }),
      })),
      disclosures:
        input.disclosures?.map((disclosure) => disclosureRow(disclosure, allowed, printing)) ?? null,
      evidence: evidenceRows(numbers, input.events, allowed, printing).map(withShortness),
      heads: input.heads.map(({ stream, position, hash }) => ({
        chain: words.audit.stream[stream.kind],
        position: String(position),
        hash,
      })),
      key: input.keyFingerprint ?? null,
    },
  );
}

/** A short row stays on one page; a long one may be broken. Counts every text of it, a line break as a line. */
function withShortness<Row extends object>(row: Row): Row & { readonly short: boolean } {
  const text = Object.values(row).flat().join(' ');
  return { ...row, short: text.length + 60 * (text.split('\n').length - 1) < 500 };
}

function placeOf({ position }: RecordedActivity): string {
  return `case#${position}`;
}

/** Withdrawn entries stay visible and do not count. */
function secondsOf(activities: readonly RecordedActivity[]): number {
  return activities.reduce(
    (total, { activity, withdrawn }) => (withdrawn ? total : total + activity.time.seconds),
    0,
  );
}

function coverFacts(
  input: AuditPacketInput,
  activities: readonly RecordedActivity[],
  { language }: Printing,
) {
  const words = wordsOf(language);
  const { audit } = words;
  const { claim, patient, allowed } = input;
  const demographics = allowed.has('demographics') ? patient.demographics : undefined;
  const dates = claim?.lines.map((line) => line.serviceDate) ?? [];
  return [
    { label: audit.preparedFor, value: input.recipient },
    ...(demographics
      ? [
          { label: words.patient, value: fullName(demographics) },
          { label: words.birthDate, value: writtenDate(demographics.birthDate, language) },
        ]
      : []),
    ...(claim
      ? [
          { label: audit.claim, value: claim.controlNumber },
          { label: audit.code, value: [...new Set(claim.lines.map((line) => line.code))].join(', ') },
          {
            label: audit.dates,
            value: [...new Set(dates)].sort().map((date) => writtenDate(date, language)),
          },
          { label: audit.total, value: writtenMoney(claim.total) },
        ]
      : []),
    { label: audit.totalTime, value: writtenDuration(secondsOf(activities), language) },
    { label: audit.activities, value: String(activities.filter(({ withdrawn }) => !withdrawn).length) },
  ];
}

function readinessPart(
  { answer, rulebookVersion, checks }: PrintedReadiness,
  numbers: EvidenceNumbers,
  { language }: Printing,
) {
  const { audit, standing, checkResult } = wordsOf(language);
  return {
    title: answer === undefined ? audit.met : audit.readiness,
    answer: answer === undefined ? audit.metNote : fill(audit.readinessAnswer, { answer: standing[answer] }),
    rulebook: fill(audit.rulebook, { version: rulebookVersion }),
    rows: checks.map(({ check, result, finding, rule, source, evidence }) => ({
      check,
      result: checkResult[result],
      finding,
      rule: [rule, source].filter((text) => text !== undefined),
      evidence: numbersOf(evidence, numbers),
    })),
  };
}

function consentRow(
  { consent, position, recordedAt, revocation }: RecordedConsent,
  numbers: EvidenceNumbers,
  { language, practice }: Printing,
) {
  const words = wordsOf(language);
  const { audit } = words;
  const day = (moment: Parameters<typeof writtenDay>[0]) =>
    writtenDay(moment, timeZoneOf(practice), language);
  const from = day(consent.signedAt);
  return {
    number: numbersOf([`patient#${position}`], numbers),
    kind: audit.consentKind[consent.kind],
    method: words.method[consent.method],
    signer: consent.signer.name,
    authority: words.authority[consent.signer.authority],
    period: [
      consent.expiresOn
        ? fill(audit.fromTo, { from, to: writtenDate(consent.expiresOn, language) })
        : fill(audit.fromOn, { from }),
      ...(consent.expiryEvent ? [fill(audit.untilEvent, { event: consent.expiryEvent })] : []),
      ...(recordedAt !== undefined && day(recordedAt) !== from
        ? [fill(audit.recordedLater, { date: day(recordedAt) })]
        : []),
      ...(revocation ? [fill(audit.revoked, { date: day(revocation.receivedAt) })] : []),
    ],
    covers: consent.categories.map((category) => words.category[category]),
    recipients: consent.recipients.map((recipient) => printedRecipient(recipient, language)),
  };
}

function minuteRow(recorded: RecordedActivity, numbers: EvidenceNumbers, printing: Printing) {
  const { activity, withdrawn } = recorded;
  const { language, practice } = printing;
  const words = wordsOf(language);
  const zone = timeZoneOf(practice);
  return {
    number: numbersOf([placeOf(recorded)], numbers),
    date: writtenDate(activity.serviceDate, language),
    kind: words.activityKind[activity.kind],
    basis: [words.timeBasis[activity.time.basis], activity.time.byHandReason].filter(Boolean).join(': '),
    start: writtenTime(activity.time.startedAt, zone, language),
    stop: writtenTime(activity.time.endedAt, zone, language),
    seconds: String(activity.time.seconds),
    author: authorOf(recorded, practice),
    signed: signedOf(recorded, printing),
    marks: marksOf(recorded, printing),
    withdrawn: withdrawn !== undefined,
  };
}

/** Who did the work: the member of staff, or, unknown to the directory, whoever recorded it. */
function authorOf({ activity, who }: RecordedActivity, practice: Printing['practice']): string {
  return withCredential(who.id === activity.staffId ? who : (practice.staff.get(activity.staffId) ?? who));
}

function signedOf({ signed }: RecordedActivity, { language, practice }: Printing): string {
  return signed
    ? `${withCredential(signed.who)}, ${writtenDay(signed.occurredAt, timeZoneOf(practice), language)}`
    : wordsOf(language).audit.notSigned;
}

function marksOf(recorded: RecordedActivity, { language, practice }: Printing): string[] {
  const { audit } = wordsOf(language);
  const { late, amendments, withdrawn, recordedAt } = recorded;
  const count = amendments.length;
  return [
    late ? fill(audit.late, { when: writtenDay(recordedAt, timeZoneOf(practice), language) }) : undefined,
    count > 0 ? sayWords(language, 'audit.amended', { count }) : undefined,
    withdrawn ? fill(audit.withdrawn, { reason: withdrawn.reason }) : undefined,
  ].filter((text) => text !== undefined);
}

/** An activity in full, with what it read before each amendment. */
function entry(
  recorded: RecordedActivity,
  { allowed }: AuditPacketInput,
  numbers: EvidenceNumbers,
  printing: Printing,
) {
  const { activity, amendments, withdrawn, reliedOn } = recorded;
  const { language, practice } = printing;
  const words = wordsOf(language);
  const { audit } = words;
  const when = (moment: Parameters<typeof writtenMoment>[0]) =>
    writtenMoment(moment, timeZoneOf(practice), language);
  return {
    number: numbersOf([placeOf(recorded)], numbers),
    heading: [
      writtenDate(activity.serviceDate, language),
      words.activityKind[activity.kind],
      ...(activity.contact ? [words.reached[activity.contact.reached]] : []),
    ].join(' · '),
    facts: [
      timeOf(activity, printing),
      { label: audit.author, value: authorOf(recorded, practice) },
      { label: audit.signed, value: signedOf(recorded, printing) },
      { label: audit.recorded, value: when(recorded.recordedAt) },
      ...(activity.contact ? [{ label: audit.how, value: routeOf(activity.contact, language) }] : []),
      ...reliedOn.map((citation) => ({
        label: audit.reliedOn,
        value:
          citation.stream === 'patient' && citation.as === 'consent'
            ? fill(audit.consentAt, { position: String(citation.position) })
            : `${audit.stream[citation.stream]} ${citation.position}`,
      })),
    ],
    content: contentOf(activity, allowed, printing),
    amendments: amendments.map((amendment, index) => ({
      what: fill(audit.amendment, {
        when: when(amendment.occurredAt),
        who: withCredential(amendment.who),
        reason: amendment.reason,
      }),
      before: changedParts(
        partsOf(amendment.original, allowed, printing),
        partsOf(amendments[index + 1]?.original ?? activity, allowed, printing),
        audit.nothingWritten,
      ),
    })),
    withdrawn: withdrawn
      ? fill(audit.withdrawnBy, {
          when: when(withdrawn.occurredAt),
          who: withCredential(withdrawn.who),
          reason: withdrawn.reason,
        })
      : null,
  };
}

type Part = { readonly label: string; readonly text: string };

/** Everything that an amendment may change. */
function partsOf(activity: Activity, allowed: ReadonlySet<DataCategory>, printing: Printing): Part[] {
  const words = wordsOf(printing.language);
  const { audit } = words;
  const { contact } = activity;
  const time = timeOf(activity, printing);
  return [
    { label: audit.serviceDate, text: writtenDate(activity.serviceDate, printing.language) },
    { label: audit.activity, text: words.activityKind[activity.kind] },
    { label: time.label, text: time.value },
    ...(contact
      ? [
          { label: audit.how, text: routeOf(contact, printing.language) },
          { label: audit.result, text: words.reached[contact.reached] },
        ]
      : []),
    ...contentOf(activity, allowed, printing),
  ];
}

/** The parts of the earlier text that the later one does not say in the same words; what was empty is called so. */
function changedParts(earlier: readonly Part[], later: readonly Part[], nothing: string): Part[] {
  const labels = (parts: readonly Part[]) => parts.map(({ label }) => label);
  const changed = earlier.filter(
    (part) => !later.some((same) => same.label === part.label && same.text === part.text),
  );
  const added = labels(later).filter((label) => !labels(earlier).includes(label));
  return [...changed, ...added.map((label) => ({ label, text: nothing }))];
}

function timeOf({ time }: Activity, { language, practice }: Printing) {
  const zone = timeZoneOf(practice);
  const from = writtenTime(time.startedAt, zone, language);
  const to = writtenTime(time.endedAt, zone, language);
  return {
    label: wordsOf(language).audit.time,
    value: `${from} – ${to}, ${writtenDuration(time.seconds, language)}`,
  };
}

function routeOf(contact: NonNullable<Activity['contact']>, language: Printing['language']): string {
  const { route, direction } = wordsOf(language);
  const by = `${route[contact.route]}, ${direction[contact.direction]}`;
  return contact.routeValue ? `${by}, ${writtenTelephone(contact.routeValue)}` : by;
}

function contentOf(activity: Activity, allowed: ReadonlySet<DataCategory>, { language }: Printing): Part[] {
  const words = wordsOf(language);
  const { audit } = words;
  if (!mayPrintContent(activity, allowed)) return [{ label: audit.note, text: audit.notIncluded }];
  const { contact, note } = activity;
  const parts = contact
    ? [
        {
          label: audit.with,
          text: contact.parties
            .map((party) =>
              [
                printedParty(party, allowed, words.patient),
                party.role && writtenRole(party.role, language),
                party.organization,
                party.npi ? fill(words.npi, { npi: party.npi }) : '',
              ]
                .filter(Boolean)
                .join(', '),
            )
            .join('; '),
        },
        { label: audit.asked, text: contact.asked },
        { label: audit.answered, text: contact.answered },
        { label: audit.effect, text: contact.effectOnPlan },
        {
          label: audit.shared,
          text: contact.disclosed.map((category) => words.category[category]).join(' · ') || audit.shareNone,
        },
      ]
    : [];
  return [...parts, { label: audit.note, text: note }].filter(({ text }) => text !== '');
}

function disclosureRow(
  disclosure: Disclosure,
  allowed: ReadonlySet<DataCategory>,
  { language, practice }: Printing,
) {
  const words = wordsOf(language);
  const named = (categories: readonly DataCategory[]) =>
    categories.filter((category) => allowed.has(category)).map((category) => words.category[category]);
  const withheld = named(disclosure.withheld);
  const what = disclosedWhat(disclosure.what);
  return {
    when: writtenMoment(disclosure.at, timeZoneOf(practice), language),
    way: words.wayOut[disclosure.wayOut],
    recipient: disclosure.recipientName,
    recipientKind: words.recipientKind[disclosure.recipientKind],
    purpose: words.purpose[disclosure.purpose],
    what: what ? sayMessage(language, what) : disclosure.what,
    categories: named(disclosure.categories).join(' · '),
    // That something protected was kept back would itself tell of it.
    withheld: withheld.length > 0 ? fill(words.audit.withheld, { what: withheld.join(' · ') }) : '',
    decision: outcomeIn(words.releaseOutcome, disclosure.decision),
  };
}

/** A decision that was recorded in other words stands as recorded. */
function outcomeIn(words: Readonly<Record<string, string>>, decision: string): string {
  return words[decision] ?? decision;
}
