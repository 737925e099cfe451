import type { Activity } from '#domain/activity/activity.ts';
import type { CoordinationCase, RecordedActivity } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { Condition, Demographics, HistoryItem } from '#domain/patient/patient-events.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { isChangedSince } from '#domain/treatment-plan/plan-version.ts';
import {
  protectedCategoriesOf,
  protectedCategoriesOfMember,
  protectedCategoriesOfTask,
} from '#domain/necessity/protected-evidence.ts';
import { languageName } from '#domain/patient/spoken-language.ts';
import { mayPrintContent, mayPrintMember, mayTell, printedParty } from './cut-by-category.ts';
import type { PdfDocument } from './pdf-document.ts';
import { needRows } from './need-rows.ts';
import { planRows } from './plan-rows.ts';
import { caseInWords, fullName, printedDocument, withCredential, type Printing } from './printing.ts';
import { teamRows } from './team-rows.ts';
import { fill, wordsOf } from './words.ts';
import {
  writtenAddress,
  writtenDate,
  writtenDay,
  writtenDuration,
  writtenMoment,
  writtenRole,
  writtenTelephone,
} from './written-values.ts';

export interface CaseSummaryInput {
  readonly coordinationCase: CoordinationCase;
  readonly patient: Patient;
  readonly recipient: string;
  /** The frame of the plan as it stands, held against what was signed; nothing of it is printed. */
  readonly present: PlanFrame;
  /** What the release decision lets this recipient have; nothing else is printed. */
  readonly allowed: ReadonlySet<DataCategory>;
}

/** Case and plan for somebody who takes part in the care, cut to the categories that the recipient may have. */
export function caseSummary(input: CaseSummaryInput, printing: Printing): PdfDocument {
  const { coordinationCase, patient, allowed } = input;
  const words = wordsOf(printing.language);
  const demographics = allowed.has('demographics') ? patient.demographics : undefined;
  const coordination = allowed.has('coordination-record');
  const medical = allowed.has('medical-history');
  const members = [...coordinationCase.members.values()].map(({ member }) => member);
  return printedDocument(
    printing,
    'case-summary',
    {
      title: words.summary.title,
      footer: words.summary.footer,
      patient: demographics ? fullName(demographics) : '',
      reference: coordination ? caseInWords(coordinationCase.opened, printing) : '',
    },
    {
      words: { ...words.summary },
      recipient: fill(words.summary.for, { recipient: input.recipient }),
      holds: holdsOf(allowed, printing),
      facts: [
        ...(demographics ? patientFacts(demographics, printing) : []),
        ...(coordination ? caseFacts(coordinationCase, printing) : []),
      ],
      title: coordination && coordinationCase.title !== '' ? coordinationCase.title : null,
      reason: coordination && coordinationCase.reason !== '' ? coordinationCase.reason : null,
      needs: medical ? needRows(patient, printing) : null,
      conditions: medical ? conditionRows(patient, allowed, printing) : null,
      medications: allowed.has('medications') ? medicationRows(patient, allowed, printing) : null,
      factors: coordination
        ? [...coordinationCase.factors.values()]
            .map((recorded) => recorded.factor)
            .filter((factor) =>
              mayTell(protectedCategoriesOf(factor, { ...coordinationCase, patient }), allowed),
            )
            .map((factor) => factor.text)
        : null,
      team: coordination
        ? teamRows(
            members.filter((member) => mayPrintMember(member, allowed, coordinationCase.activities)),
            printing.language,
          )
        : null,
      plan: allowed.has('dental-record') ? plan(coordinationCase, input.present, printing) : null,
      contacts: coordination ? contacts(coordinationCase, allowed, printing) : null,
      steps: coordination ? openSteps(coordinationCase, allowed, printing) : null,
      referrals:
        coordination && allowed.has('dental-record')
          ? openReferrals(coordinationCase, allowed, printing)
          : null,
    },
  );
}

/** The parts that a summary has. */
const parts = [
  'demographics',
  'coordination-record',
  'medical-history',
  'medications',
  'dental-record',
] as const satisfies readonly DataCategory[];

/**
 * Which parts it has, and which are kept back. What is specially protected is not named either way: the mere mention
 * would read as if there were such records.
 */
function holdsOf(allowed: ReadonlySet<DataCategory>, { language }: Printing): string {
  const { summary, category } = wordsOf(language);
  const named = (those: readonly DataCategory[]) => those.map((each) => category[each]).join(' · ');
  const kept = parts.filter((part) => !allowed.has(part));
  return [
    summary.cut,
    ...(kept.length < parts.length
      ? [fill(summary.holds, { categories: named(parts.filter((part) => allowed.has(part))) })]
      : []),
    ...(kept.length > 0 ? [fill(summary.leftOut, { categories: named(kept) })] : []),
  ].join(' ');
}

function patientFacts(demographics: Demographics, { language }: Printing) {
  const words = wordsOf(language);
  const telephone = demographics.contacts.find((contact) => contact.route === 'telephone');
  const spoken = [
    demographics.language && languageName(demographics.language, language),
    demographics.interpreterNeeded ? words.interpreter : undefined,
  ];
  return [
    { label: words.patient, value: fullName(demographics) },
    { label: words.birthDate, value: writtenDate(demographics.birthDate, language) },
    { label: words.sex, value: words.sexes[demographics.sex] },
    ...(spoken.some(Boolean) ? [{ label: words.language, value: spoken.filter(Boolean).join(', ') }] : []),
    ...(demographics.address ? [{ label: words.address, value: writtenAddress(demographics.address) }] : []),
    ...(telephone ? [{ label: words.telephone, value: writtenTelephone(telephone.value) }] : []),
  ];
}

function caseFacts(coordinationCase: CoordinationCase, { language, practice }: Printing) {
  const { summary, caseState } = wordsOf(language);
  const zone = timeZoneOf(practice);
  return [
    { label: summary.opened, value: writtenDay(coordinationCase.opened.occurredAt, zone, language) },
    {
      label: summary.state,
      value: fill(summary.since, {
        state: caseState[coordinationCase.state],
        date: writtenDay(coordinationCase.stateSince, zone, language),
      }),
    },
  ];
}

/** A specially protected entry needs its own category besides the general one. */
function mayPrint(entry: Condition | HistoryItem, allowed: ReadonlySet<DataCategory>): boolean {
  return entry.sensitive === undefined || allowed.has(entry.sensitive);
}

function conditionRows(patient: Patient, allowed: ReadonlySet<DataCategory>, { language }: Printing) {
  const { conditionStatus, summary } = wordsOf(language);
  return [...patient.conditions.values()]
    .filter(({ value }) => mayPrint(value, allowed))
    .map(({ value }) => ({
      text: value.text,
      code: value.diagnosis ?? '',
      status: [
        conditionStatus[value.status],
        ...(value.onset ? [fill(summary.since2, { date: writtenDate(value.onset, language) })] : []),
      ].join(', '),
    }));
}

function medicationRows(patient: Patient, allowed: ReadonlySet<DataCategory>, { language }: Printing) {
  const { summary } = wordsOf(language);
  const kinds = { medication: summary.medication, allergy: summary.allergy };
  return [...patient.history.values()]
    .filter((item) => mayPrint(item, allowed))
    .flatMap((item) =>
      item.kind === 'medication' || item.kind === 'allergy'
        ? [{ kind: kinds[item.kind], text: [item.text, item.value].filter(Boolean).join(', ') }]
        : [],
    );
}

function plan(coordinationCase: CoordinationCase, present: PlanFrame, { language, practice }: Printing) {
  const { summary } = wordsOf(language);
  const items = [...coordinationCase.planItems.values()].map(({ item }) => item);
  const signed = coordinationCase.planSignatures.at(-1);
  return {
    rows: planRows(items, coordinationCase.members, language),
    signature: signed
      ? fill(summary.planSigned, {
          version: String(signed.signature.version),
          who: withCredential(signed.who),
          when: writtenMoment(signed.occurredAt, timeZoneOf(practice), language),
        })
      : summary.planUnsigned,
    changed: signed && isChangedSince(signed, items, present) ? summary.planChanged : null,
  };
}

function contacts(
  coordinationCase: CoordinationCase,
  allowed: ReadonlySet<DataCategory>,
  printing: Printing,
) {
  const activities = [...coordinationCase.activities.values()]
    .filter((recorded) => !recorded.withdrawn)
    .sort((one, other) => (one.activity.time.startedAt < other.activity.time.startedAt ? -1 : 1));
  const seconds = activities.reduce((total, { activity }) => total + activity.time.seconds, 0);
  return {
    rows: activities.map((recorded) => contactRow(recorded, allowed, printing)),
    total: writtenDuration(seconds, printing.language),
  };
}

function contactRow(
  { activity }: RecordedActivity,
  allowed: ReadonlySet<DataCategory>,
  { language, practice }: Printing,
) {
  const words = wordsOf(language);
  return {
    date: writtenDate(activity.serviceDate, language),
    time: writtenMoment(activity.time.startedAt, timeZoneOf(practice), language).split(', ').at(-1) ?? '',
    kind: words.activityKind[activity.kind],
    route: routeOf(activity, language),
    duration: writtenDuration(activity.time.seconds, language),
    ...(mayPrintContent(activity, allowed)
      ? contentOf(activity, allowed, language)
      : { who: [], outcome: '', said: [], note: words.summary.notIncluded }),
  };
}

function routeOf({ contact }: Activity, language: Printing['language']): string {
  const { route, direction } = wordsOf(language);
  return contact ? `${route[contact.route]}, ${direction[contact.direction]}` : '';
}

function contentOf(
  { contact, note }: Activity,
  allowed: ReadonlySet<DataCategory>,
  language: Printing['language'],
) {
  const { reached, summary, patient } = wordsOf(language);
  const said = contact
    ? [
        { label: summary.asked, text: contact.asked },
        { label: summary.answered, text: contact.answered },
        { label: summary.effect, text: contact.effectOnPlan },
      ].filter(({ text }) => text !== '')
    : [];
  return {
    who:
      contact?.parties.map((party) =>
        [printedParty(party, allowed, patient), party.role && writtenRole(party.role, language)]
          .filter(Boolean)
          .join(', '),
      ) ?? [],
    outcome: contact ? reached[contact.reached] : summary.noContact,
    said,
    note,
  };
}

function openSteps(
  { tasks, activities }: CoordinationCase,
  allowed: ReadonlySet<DataCategory>,
  { language }: Printing,
) {
  const { summary } = wordsOf(language);
  return [...tasks.values()]
    .filter((recorded) => !recorded.ended)
    .filter(({ task }) => mayTell(protectedCategoriesOfTask(task, activities), allowed))
    .sort((one, other) => (one.task.due < other.task.due ? -1 : 1))
    .map(({ task, hold }) => ({
      title: task.title,
      holder: task.holder.kind === 'nobody' ? summary.nobody : task.holder.name,
      due: writtenDate(task.due, language),
      waiting: hold
        ? fill(hold.awaiting ? summary.waiting : summary.waitingUntil, {
            what: hold.awaiting,
            date: writtenDate(hold.until, language),
          })
        : null,
    }));
}

function openReferrals(
  { referrals, members, activities }: CoordinationCase,
  allowed: ReadonlySet<DataCategory>,
  { language, practice }: Printing,
) {
  const { referralState } = wordsOf(language);
  return [...referrals.values()]
    .filter((recorded) => recorded.state !== 'closed')
    .filter(({ referral }) => mayTell(protectedCategoriesOfMember(referral.toMemberId, activities), allowed))
    .map(({ referral, state, moves, occurredAt }) => ({
      to: members.get(referral.toMemberId)?.member.name ?? '',
      reason: referral.reason,
      question: referral.question,
      state: referralState[state],
      since: writtenDay(moves.at(-1)?.occurredAt ?? occurredAt, timeZoneOf(practice), language),
    }));
}
