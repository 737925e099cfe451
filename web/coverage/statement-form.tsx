import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanAnswer } from '#domain/coverage/plan-answer.ts';
import type { TypedAnswer } from '#domain/coverage/typed-answer.ts';
import { readStatement, typedStatementKinds } from '#domain/coverage/typed-statement.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { Refused } from '../api/client.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { ChoiceField, DateField } from '../ui/fields.tsx';
import { present, readOptionalDate, readText, readWord } from '../ui/reading.ts';
import { SourceFields, newSource, readSource, type SourceDraft } from './source-fields.tsx';
import { StatementFields } from './statement-fields.tsx';

interface StatementDraft extends SourceDraft {
  readonly answerId: string;
  readonly coverageId: string;
  readonly kind: string;
  readonly typed: TypedAnswer;
  readonly goodThrough: string;
}

function newStatement(coverageId: string): StatementDraft {
  return { ...newSource, answerId: newId(), coverageId, kind: 'maximum', typed: {}, goodThrough: '' };
}

function readAnswer(draft: StatementDraft): PlanAnswer {
  const statement = readStatement(readWord(typedStatementKinds, draft.kind, '/statement/kind'), draft.typed);
  if (isRefusal(statement)) throw new Refused(statement);
  return present({
    answerId: draft.answerId,
    coverageId: readText(draft.coverageId, '/answer/coverageId'),
    statements: [statement],
    source: readSource(draft, '/answer/source'),
    learnedAt: nowInstant(),
    goodThrough: readOptionalDate(draft.goodThrough, '/answer/goodThrough'),
  });
}

interface Props {
  /** The coverage that it is about to begin with. */
  readonly coverageId: string | undefined;
  readonly onDone: () => void;
}

/** One statement of any kind about a plan, from whatever source: a card, a booklet, a word on the telephone. */
export function StatementForm({ coverageId, onDone }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  const form = usePatientForm({
    patient,
    command: 'record-plan-answer',
    about: coverageId ?? 'new',
    initial: newStatement(coverageId ?? patient.coverages[0]?.coverageId ?? ''),
    build: (draft) => ({ answer: readAnswer(draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const kind = typedStatementKinds.find((known) => known === draft.kind);
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <Text size="sm">{t('statement.lead')}</Text>
      <ChoiceField
        at="/answer/coverageId"
        label={t('web.fact.coverage')}
        value={draft.coverageId}
        onValue={(chosen) => change({ coverageId: chosen })}
        choices={patient.coverages.map((each) => ({ value: each.coverageId, label: each.payerName }))}
      />
      <SourceFields draft={draft} change={change} at="/answer/source" />
      <ChoiceField
        at="/statement/kind"
        label={t('statement.kind')}
        data-autofocus
        value={draft.kind}
        onValue={(chosen) => change({ kind: chosen })}
        choices={typedStatementKinds.map((value) => ({ value, label: t(`statement.kinds.${value}`) }))}
      />
      {kind && (
        <div className="question-fields statement-fields">
          <StatementFields
            kind={kind}
            place="/statement"
            typed={draft.typed}
            onTyped={(part) => change({ typed: { ...draft.typed, ...part } })}
          />
        </div>
      )}
      <DateField
        at="/answer/goodThrough"
        label={t('web.fact.goodThrough')}
        value={draft.goodThrough}
        onValue={(goodThrough) => change({ goodThrough })}
      />
    </DraftForm>
  );
}
