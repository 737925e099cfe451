import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { message } from '#domain/kernel/message.ts';
import { sumCents } from '#domain/kernel/money.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { TeamMember } from '#domain/team/team-member.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { noFrame, type PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { isChangedSince } from '#domain/treatment-plan/plan-version.ts';
import type { SignedPlan } from '#domain/treatment-plan/signed-plan.ts';
import type { PdfDocument } from './pdf-document.ts';
import { needRows, needRowsForPatient } from './need-rows.ts';
import { planRows } from './plan-rows.ts';
import { preferenceRows } from './preference-rows.ts';
import { frameRows, type InWords } from './plan-frame-rows.ts';
import { caseInWords, fullName, printedDocument, withCredential, type Printing } from './printing.ts';
import { signedElsewhere } from './signed-elsewhere.ts';
import { teamRows } from './team-rows.ts';
import { fill, sayMessage, wordsOf, type PdfWords } from './words.ts';
import { writtenDate, writtenMoment, writtenMoney, writtenTelephone } from './written-values.ts';

export interface PlanInput {
  readonly coordinationCase: CoordinationCase;
  readonly patient: Patient;
  readonly audience: 'patient' | 'provider';
  /** The frame as it stands today; printed where nothing is signed, and held against what was. */
  readonly present: PlanFrame;
  readonly inWords: InWords;
  /** Whether the recipient may know of the patient's needs, which are medical history. */
  readonly mayTellNeeds: boolean;
}

/** The plan on paper: the latest signed version where there is one, otherwise the present steps as a draft. */
export function planDocument(input: PlanInput, printing: Printing): PdfDocument {
  const { coordinationCase, patient, audience } = input;
  const words = wordsOf(printing.language);
  const forPatient = audience === 'patient';
  const present = [...coordinationCase.planItems.values()].map(({ item }) => item);
  const signed = coordinationCase.planSignatures.at(-1);
  const items = signed ? signed.signature.items : present;
  const frame = signed ? (signed.frame ?? noFrame) : input.present;
  const team = teamOf(items, coordinationCase);
  const { demographics } = patient;
  return printedDocument(
    printing,
    'plan',
    {
      title: words.plan.title,
      footer: forPatient ? words.plan.footerPatient : words.plan.footerProvider,
      patient: demographics ? fullName(demographics) : '',
      reference: caseInWords(coordinationCase.opened, printing),
    },
    {
      words: { ...words.plan },
      forPatient,
      born: demographics
        ? fill(words.born, { date: writtenDate(demographics.birthDate, printing.language) })
        : null,
      lead: forPatient ? words.plan.leadPatient : words.plan.leadProvider,
      questions: questions(printing),
      state: signed
        ? fill(words.plan.signed, { version: String(signed.signature.version) })
        : words.plan.unsigned,
      note: noteOf(signed, present, input.present, printing),
      rows: planRows(items, coordinationCase.members, printing.language),
      ...frameRows(frame, items, coordinationCase.members, printing.language, input.inWords, audience),
      total: totalOf(items, words),
      preferences: preferenceRows(coordinationCase, printing.language, input.mayTellNeeds),
      needs: {
        title: forPatient
          ? sayMessage(printing.language, message('forPatient.needs.title'))
          : words.summary.needs,
        rows: !input.mayTellNeeds
          ? []
          : forPatient
            ? needRowsForPatient(patient, printing.language)
            : needRows(patient, printing),
      },
      team: teamRows(forPatient ? team.map(withoutNpi) : team, printing.language),
      signature: signed ? signatureOf(signed, printing) : null,
    },
  );
}

/** A patient reads names and telephone numbers; the number of a provider is for offices. */
function withoutNpi({ npi: _npi, ...member }: TeamMember): TeamMember {
  return member;
}

/** Those who own a step, in the order in which they joined. */
function teamOf(items: readonly PlanItem[], { members }: CoordinationCase): TeamMember[] {
  const owners = new Set(items.map((item) => item.ownerMemberId));
  return [...members.values()].flatMap(({ member }) => (owners.has(member.memberId) ? [member] : []));
}

function noteOf(
  signed: SignedPlan | undefined,
  items: readonly PlanItem[],
  frame: PlanFrame,
  { language }: Printing,
) {
  const { plan } = wordsOf(language);
  if (!signed) return plan.unsignedNote;
  return isChangedSince(signed, items, frame) ? plan.changedNote : null;
}

function questions({ practice, language }: Printing): string | null {
  if (!practice.profile) return null;
  const { name, telephone } = practice.profile;
  return fill(wordsOf(language).plan.contactPatient, {
    practice: name,
    telephone: writtenTelephone(telephone),
  });
}

/** Null when no step has a fee. Of some steps only, it is no price of the plan, and says so. */
function totalOf(items: readonly PlanItem[], { plan }: PdfWords) {
  const counted = items.filter(({ status }) => status !== 'declined' && status !== 'withdrawn');
  const fees = counted.flatMap(({ fee }) => fee ?? []);
  if (fees.length === 0) return null;
  const of = { priced: String(fees.length), all: String(counted.length) };
  return {
    label: fees.length === counted.length ? plan.total : fill(plan.totalOfSome, of),
    amount: writtenMoney(sumCents(fees)),
  };
}

function signatureOf(
  { signature, who, occurredAt }: CoordinationCase['planSignatures'][number],
  { language, practice }: Printing,
) {
  return {
    by: fill(wordsOf(language).signedBy, {
      who: withCredential(who),
      when: writtenMoment(occurredAt, timeZoneOf(practice), language),
    }),
    statement: signature.statement,
    inOtherWords: signedElsewhere('plan', signature.statement, language),
    fingerprint: signature.itemsSha256,
    frameFingerprint: signature.frameSha256 ?? null,
  };
}
