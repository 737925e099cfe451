import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { coverageStatuses, frequencyWindows, type BenefitFact } from '#domain/coverage/benefit-fact.ts';
import { wholeNumber } from '#domain/coverage/typed-answer.ts';
import { parseDollars } from '#domain/kernel/money.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { CodeField } from '../guide/code-field.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { ChoiceField, DateField, LongTextField, TextField } from '../ui/fields.tsx';
import {
  optional,
  present,
  read,
  readOptional,
  readOptionalDate,
  readText,
  readWord,
} from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { SourceFields, newSource, readSource } from './source-fields.tsx';

interface Props {
  /** The fact that this one replaces. */
  readonly replaces: string | undefined;
  readonly onDone: () => void;
}

function newFact(coverageId: string) {
  return {
    factId: newId(),
    coverageId,
    code: 'D9992',
    status: 'unknown',
    bundledInto: '',
    allowed: '',
    times: '',
    window: 'calendar-month',
    days: '',
    whoMayPerform: '',
    documentation: '',
    ...newSource,
    note: '',
    goodThrough: '',
  };
}

type FactDraft = ReturnType<typeof newFact>;

function readFact(draft: FactDraft, replaces: string | undefined): BenefitFact {
  const times = readOptional(wholeNumber(1, 999), draft.times, '/fact/frequency/times');
  const days = readOptional(wholeNumber(1, 3660), draft.days, '/fact/frequency/days');
  return present({
    factId: draft.factId,
    coverageId: readText(draft.coverageId, '/fact/coverageId'),
    code: read(parseProcedureCode, draft.code, '/fact/code'),
    status: readWord(coverageStatuses, draft.status, '/fact/status'),
    allowed: readOptional(parseDollars, draft.allowed, '/fact/allowed'),
    bundledInto:
      draft.status === 'bundled-into'
        ? readOptional(parseProcedureCode, draft.bundledInto, '/fact/bundledInto')
        : undefined,
    frequency:
      times === undefined
        ? undefined
        : present({
            times,
            window: readWord(frequencyWindows, draft.window, '/fact/frequency/window'),
            days: draft.window === 'rolling-days' ? days : undefined,
          }),
    whoMayPerform: optional(draft.whoMayPerform),
    documentation: optional(draft.documentation),
    source: present({ ...readSource(draft, '/fact/source'), note: optional(draft.note) }),
    learnedAt: nowInstant(),
    goodThrough: readOptionalDate(draft.goodThrough, '/fact/goodThrough'),
    replaces,
  });
}

/** A payer call as facts, in the order in which the questions are asked on the telephone. */
export function FactForm({ replaces, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { patient } = useCaseView();
  const form = usePatientForm({
    patient,
    command: 'record-benefit-fact',
    about: replaces ?? 'new',
    initial: newFact(patient.coverages[0]?.coverageId ?? ''),
    build: (draft) => ({ fact: readFact(draft, replaces) }),
    done: onDone,
  });
  const { draft, change } = form;
  const text = (name: keyof FactDraft, at?: string) => (
    <TextField
      {...(at === undefined ? {} : { at })}
      label={t(`web.fact.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <Text size="sm">{t('web.fact.lead')}</Text>
      <ChoiceField
        at="/fact/coverageId"
        label={t('web.fact.coverage')}
        data-autofocus
        value={draft.coverageId}
        onValue={(coverageId) => change({ coverageId })}
        choices={patient.coverages.map(({ coverageId, payerName }) => ({
          value: coverageId,
          label: payerName,
        }))}
      />
      <SourceFields draft={draft} change={change} at="/fact/source" />
      <div className="two-fields">
        <CodeField
          at="/fact/code"
          label={t('web.fact.code')}
          value={draft.code}
          onValue={(code) => change({ code })}
        />
        <ChoiceField
          at="/fact/status"
          label={t('web.fact.status')}
          value={draft.status}
          onValue={(status) => change({ status })}
          choices={choices('coverageStatus', coverageStatuses)}
        />
      </div>
      {draft.status === 'bundled-into' && text('bundledInto', '/fact/bundledInto')}
      <div className="three-fields">
        {text('allowed', '/fact/allowed')}
        {text('times', '/fact/frequency/times')}
        <ChoiceField
          label={t('web.fact.window')}
          value={draft.window}
          onValue={(window) => change({ window })}
          choices={choices('frequencyWindow', frequencyWindows)}
        />
      </div>
      {draft.window === 'rolling-days' && text('days', '/fact/frequency/days')}
      {text('whoMayPerform')}
      <LongTextField
        label={t('web.fact.documentation')}
        minRows={1}
        value={draft.documentation}
        onValue={(documentation) => change({ documentation })}
      />
      <DateField
        at="/fact/goodThrough"
        label={t('web.fact.goodThrough')}
        value={draft.goodThrough}
        onValue={(goodThrough) => change({ goodThrough })}
      />
      <LongTextField
        label={t('web.fact.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
    </DraftForm>
  );
}
