import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EstimatedStep } from '#contract/case-estimate.ts';
import type { CaseLedgerView } from '#contract/case-ledger.ts';
import { factSources } from '#domain/coverage/benefit-fact.ts';
import { useStates, type BenefitUse } from '#domain/coverage/benefit-use.ts';
import { nameOf } from '#domain/estimate/plan-of-coverage.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { dollars, parseDollars } from '#domain/kernel/money.ts';
import { sameUse } from '#domain/coverage/benefit-use-decisions.ts';
import { aboveLimitCodes } from '#domain/coverage/use-above-limit.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { useCaseLedger } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { ChoiceField, DateField, LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import {
  optional,
  present,
  read,
  readDate,
  readOptional,
  readOptionalDate,
  readText,
  readWord,
} from '../ui/reading.ts';
import { useAbout, useChoices } from '../ui/say.ts';
import { addressOfUse, type NewUse } from './address-of-use.ts';
import { wouldPass } from './would-pass.ts';

function asDraft(use: BenefitUse | undefined, begun: NewUse | undefined, coverageId: string, date: string) {
  return {
    useId: use?.useId ?? newId(),
    coverageId: use?.coverageId ?? begun?.coverageId ?? coverageId,
    state: String(use?.state ?? 'paid'),
    date: String(use?.date ?? begun?.date ?? date),
    code: String(use?.code ?? ''),
    itemId: use?.itemId ?? '',
    pays: use ? dollars(use.pays) : '',
    deductible: use?.deductible === undefined ? '' : dollars(use.deductible),
    member: String(use?.member ?? 'patient'),
    expires: String(use?.expires ?? ''),
    office: use?.office ?? '',
    source: String(use?.source.kind ?? (begun ? '271' : 'eob')),
    reference: use?.source.reference ?? '',
    note: '',
  };
}

type UseDraft = ReturnType<typeof asDraft>;

function readUse(draft: UseDraft, earlier: BenefitUse | undefined): BenefitUse {
  return present({
    tooth: earlier?.tooth,
    area: earlier?.area,
    note: optional(draft.note),
    useId: draft.useId,
    coverageId: readText(draft.coverageId, '/use/coverageId'),
    state: readWord(useStates, draft.state, '/use/state'),
    date: readDate(draft.date, '/use/date'),
    code: readOptional(parseProcedureCode, draft.code, '/use/code'),
    pays: read(parseDollars, draft.pays, '/use/pays'),
    deductible: readOptional(parseDollars, draft.deductible, '/use/deductible'),
    member: readWord(['patient', 'family'] as const, draft.member, '/use/member'),
    expires: draft.state === 'reserved' ? readOptionalDate(draft.expires, '/use/expires') : undefined,
    itemId: optional(draft.itemId),
    office: readText(draft.office, '/use/office'),
    source: present({
      ...earlier?.source,
      kind: readWord(factSources, draft.source, '/use/source/kind'),
      reference: optional(draft.reference),
    }),
    learnedAt: nowInstant(),
  });
}

interface Props {
  /** The steps that a use can be for. */
  readonly steps: readonly EstimatedStep[];
  /** The one that is corrected; undefined: a new one. */
  readonly use: BenefitUse | undefined;
  /** What a payer's file said of a new one. */
  readonly begun: NewUse | undefined;
  readonly onDone: () => void;
}

/** What another office used, has waiting or has reserved of a benefit; what would be too much is said before it is saved. */
export function UseForm({ steps, use, begun, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { caseId, patient } = useCaseView();
  const { data: ledger } = useCaseLedger(caseId);
  const format = useFormat();
  const form = usePatientForm({
    patient,
    command: 'record-benefit-use',
    about: use?.useId ?? (begun ? addressOfUse(begun) : 'new'),
    initial: asDraft(use, begun, patient.coverages[0]?.coverageId ?? '', format.today()),
    build: (draft, confirmed) => ({ use: readUse(draft, use), ...(confirmed && { confirmed }) }),
    asks: aboveLimitCodes,
    done: onDone,
  });
  const { draft, change } = form;
  const over = ledger ? overBy(ledger, draft, use) : [];
  const about = useAbout();
  const twin = twinOf(patient.benefitUses, draft);
  return (
    <DraftForm
      form={form}
      submitLabel={t(form.isAsked ? 'web.ledger.itIsRight' : 'web.form.save')}
      onCancel={onDone}
    >
      <ChoiceField
        at="/use/coverageId"
        label={t('web.ledger.coverage')}
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        choices={patient.coverages.map((coverage) => ({
          value: coverage.coverageId,
          label: nameOf(coverage),
        }))}
      />
      <TapField
        label={t('web.ledger.state')}
        value={draft.state}
        onValue={(state) => change({ state })}
        choices={(use ? useStates : (['paid', 'pending', 'reserved'] as const)).map((value) => ({
          value,
          label: t(`web.ledger.states.${value}`),
        }))}
      />
      <TextField
        at="/use/office"
        label={t('web.ledger.office')}
        value={draft.office}
        onValue={(office) => change({ office })}
      />
      <DateField
        at="/use/date"
        label={t('web.ledger.date')}
        value={draft.date}
        onValue={(date) => change({ date })}
      />
      <TextField
        at="/use/pays"
        label={t('web.ledger.pays')}
        inputMode="decimal"
        value={draft.pays}
        onValue={(pays) => change({ pays })}
      />
      <TextField
        at="/use/deductible"
        label={t('web.ledger.deductible')}
        inputMode="decimal"
        value={draft.deductible}
        onValue={(deductible) => change({ deductible })}
      />
      <TextField
        at="/use/code"
        label={t('web.ledger.code')}
        value={draft.code}
        onValue={(code) => change({ code })}
      />
      {draft.state !== 'paid' && (
        <ChoiceField
          at="/use/itemId"
          label={t('web.ledger.step')}
          empty={t('web.ledger.noStep')}
          value={draft.itemId}
          onValue={(itemId) => change({ itemId })}
          choices={steps.map(({ itemId, text }) => ({ value: itemId, label: text }))}
        />
      )}
      {draft.state === 'reserved' && (
        <DateField
          at="/use/expires"
          label={t('web.ledger.expires')}
          value={draft.expires}
          onValue={(expires) => change({ expires })}
        />
      )}
      <TapField
        label={t('web.ledger.member')}
        value={draft.member}
        onValue={(member) => change({ member })}
        choices={[
          { value: 'patient', label: t('web.ledger.isPatient') },
          { value: 'family', label: t('web.ledger.isFamily') },
        ]}
      />
      <ChoiceField
        at="/use/source/kind"
        label={t('web.ledger.source')}
        value={draft.source}
        onValue={(source) => change({ source })}
        choices={choices('factSource', factSources)}
      />
      <TextField
        at="/use/source/representative"
        label={t('web.ledger.reference')}
        value={draft.reference}
        onValue={(reference) => change({ reference })}
      />
      {use && (
        <LongTextField
          at="/use/note"
          label={t('web.ledger.reason')}
          minRows={1}
          value={draft.note}
          onValue={(note) => change({ note })}
        />
      )}
      {twin && (
        <Alert variant="default" role="status" title={t('web.ledger.twinTitle')}>
          {t('web.ledger.twin', { office: twin.office })}
        </Alert>
      )}
      {over.map(({ plan, about: of, amount }, index) => (
        <Alert key={index} variant="default" role="status" title={t('web.ledger.states.reserved')}>
          {t('web.ledger.wouldPass', { plan, about: about(of), amount: format.money(amount) })}
        </Alert>
      ))}
    </DraftForm>
  );
}

/** Somebody else's use counts in what the family shares only. */
function overBy(
  ledger: CaseLedgerView,
  { coverageId, code, date, pays, member, state }: UseDraft,
  use: BenefitUse | undefined,
) {
  const amount = parseDollars(pays);
  if (isRefusal(amount) || state === 'withdrawn') return [];
  const counted = use && use.state !== 'withdrawn' && use.member === member ? use.pays : 0;
  const services = [
    { code: code.trim() === '' ? undefined : code.trim().toUpperCase(), date, amount, counted },
  ];
  return wouldPass(ledger, { coverageId, services, ofFamily: member === 'family' });
}

function twinOf(uses: readonly BenefitUse[], { useId, coverageId, date, pays, reference }: UseDraft) {
  const [amount, day] = [parseDollars(pays), parseCalendarDate(date)];
  if (isRefusal(amount) || isRefusal(day)) return undefined;
  return sameUse(uses, { useId, coverageId, date: day, pays: amount, reference });
}
