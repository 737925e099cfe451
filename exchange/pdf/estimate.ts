import type { CoordinationCase } from '#domain/case/case.ts';
import type { Estimate } from '#domain/estimate/estimate.ts';
import { goesFurther, reachOf, type Reach } from '#domain/estimate/outlook-words.ts';
import { estimateWithOutlook, type EstimateWithOutlook } from '#domain/estimate/outlook.ts';
import type { Range } from '#domain/estimate/range.ts';
import type { CaseRequest } from '#domain/estimate/case-request.ts';
import type { LineEstimate } from '#domain/estimate/estimate-lines.ts';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PdfDocument, PdfLanguage } from './pdf-document.ts';
import { caseInWords, fullName, printedDocument, type Printing } from './printing.ts';
import { fill, sayMessage, wordsOf } from './words.ts';
import { writtenDate, writtenMessage, writtenMoney, writtenTelephone } from './written-values.ts';

export interface EstimateInput {
  readonly asked: CaseRequest;
  readonly patient: Patient;
  readonly opened: CoordinationCase['opened'];
}

/** What the plan is expected to cost, for the patient to take home. Refused where there is nothing to be said. */
export function estimateDocument(
  { asked, patient, opened }: EstimateInput,
  printing: Printing,
): PdfDocument | Refusal {
  if (asked.request.lines.length === 0) return refuse('estimate/nothing-priced');
  const found = estimateWithOutlook(asked.request);
  if (isRefusal(found)) return found;
  const { language, practice } = printing;
  const words = wordsOf(language);
  const { profile } = practice;
  const notAPromise = sayMessage(language, message('estimate.notAPromise'));
  return printedDocument(
    printing,
    'estimate',
    {
      title: words.estimate.title,
      footer: words.estimate.footer,
      patient: patient.demographics ? fullName(patient.demographics) : '',
      reference: caseInWords(opened, printing),
    },
    {
      words: { ...words.estimate },
      lead: notAPromise,
      total: amounts(found.total, language),
      outlook: outlookOf(found, language),
      rows: rowsOf(asked, found, language),
      years:
        found.years.length < 2
          ? []
          : found.years.map((year) => ({
              span: `${writtenDate(year.from, language)} – ${writtenDate(year.through, language)}`,
              ...amounts(year, language),
            })),
      questions: found.questions.map(({ fact }) => said(fact, language)),
      cautions: [...found.cautions, ...asked.cautions].map(({ said: what, about }) =>
        [what, ...(about ? [about] : [])].map((each) => said(each, language)).join(' '),
      ),
      leftOut: asked.leftOut.map(({ item }) => item.text),
      contact: profile
        ? fill(words.plan.contactPatient, {
            practice: profile.name,
            telephone: writtenTelephone(profile.telephone),
          })
        : null,
    },
  );
}

function said(what: Parameters<typeof writtenMessage>[0], language: PdfLanguage): string {
  return sayMessage(language, writtenMessage(what, language));
}

function amounts({ fee, plans, writeOff, patient }: Estimate['total'], language: PdfLanguage) {
  const range = (amount: Range) => rangeInWords(amount, language);
  return { fee: writtenMoney(fee), plans: range(plans), writeOff: range(writeOff), patient: range(patient) };
}

function rangeInWords({ low, high }: Range, language: PdfLanguage): string {
  if (low === high) return writtenMoney(low);
  return fill(wordsOf(language).estimate.range, { low: writtenMoney(low), high: writtenMoney(high) });
}

/** How far what nobody has told may take the figures; null where all that is usual is told. */
function outlookOf({ outlook, total }: EstimateWithOutlook, language: PdfLanguage) {
  if (!goesFurther(outlook.patient, total.patient)) return null;
  const reach = (range: Reach) => sayMessage(language, reachOf(range, total.patient, writtenMoney));
  const known = rangeInWords(total.patient, language);
  return {
    said: fill(wordsOf(language).estimate.outlook, { known, reach: reach(outlook.patient) }),
    supposed: outlook.supposed.map(({ condition, patient }) => {
      const params = { condition: said(condition, language), then: reach(patient) };
      return sayMessage(language, message('estimate.outlook.line', params));
    }),
  };
}

function rowsOf({ items, request }: CaseRequest, { lines }: Estimate, language: PdfLanguage) {
  const nameOf = (planId: string) => request.plans.find((plan) => plan.planId === planId)?.name ?? planId;
  return lines.map((line) => {
    const planned = items.get(line.lineId);
    return {
      text: planned?.item.text ?? line.lineId,
      code: planned?.item.code ?? '',
      date: planned ? writtenDate(planned.date, language) : '',
      why: [
        ...(line.patient.low < line.patient.high ? [said(message('estimate.print.most'), language)] : []),
        ...reasons(line.most, nameOf, language),
      ],
      ...amounts(line, language),
    };
  });
}

/** In the case in which the patient pays most. */
function reasons(
  { plans, explanation }: LineEstimate,
  nameOf: (planId: string) => string,
  language: PdfLanguage,
): string[] {
  return [
    ...plans.map(
      ({ planId, explanation: why }) =>
        `${nameOf(planId)}: ${why.map((each) => said(each, language)).join(' ')}`,
    ),
    ...explanation.map((each) => said(each, language)),
  ];
}
