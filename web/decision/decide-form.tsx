import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OptionSheetView } from '#contract/views.ts';
import { interpreterWays, participantKinds, teachBackOutcomes } from '#domain/decision/patient-decision.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { marksKey, type PatientMarks } from '../for-patient/marks.ts';
import { WeightField } from '../for-patient/weight-field.tsx';
import { ChoiceField, FlagField, LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { readText } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { forgetDraft, readDraft } from '../ui/use-draft.ts';
import { readDecision, seenOf, startedDecision, type DecisionDraft } from './decision-draft.ts';
import { Participants } from './participants.tsx';

interface Props {
  readonly command: 'record-decision' | 'revisit-decision';
  readonly row: OptionSheetView;
  readonly onDone: () => void;
}

/** What was decided, on what was seen, and how: begun with what the patient marked on their page. */
export function DecideForm({ command, row, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const session = useSession();
  const { caseId, patient } = useCaseView();
  const newest = seenOf(row, { seenVersion: '' });
  const key = marksKey(caseId, newest);
  const { firstName, lastName, interpreterNeeded } = patient.demographics;
  const staffKind = participantKinds.find((kind) => kind === session.role) ?? 'other';
  const shared = {
    about: row.sheetId,
    initial: startedDecision(
      newest,
      readDraft<PatientMarks>(key),
      [
        { kind: 'patient', name: `${firstName} ${lastName}` },
        { kind: staffKind, name: session.name },
      ],
      interpreterNeeded === true,
    ),
    done: () => {
      forgetDraft(key);
      onDone();
    },
  };
  const first = useCaseForm({
    ...shared,
    command: 'record-decision',
    build: (draft: DecisionDraft) => ({
      decision: readDecision(row, draft),
      planFollows: draft.planFollows,
    }),
  });
  const again = useCaseForm({
    ...shared,
    command: 'revisit-decision',
    build: (draft: DecisionDraft) => ({
      decision: readDecision(row, draft),
      planFollows: draft.planFollows,
      revisit: {
        earlierDecisionId: row.decisions.at(-1)?.decision.decisionId ?? '',
        why: readText(draft.why, '/revisit/why'),
      },
    }),
  });
  const form = command === 'record-decision' ? first : again;
  const { draft, change } = form;
  const seen = seenOf(row, draft);
  return (
    <DraftForm
      form={form}
      submitLabel={t(`web.decision.${command === 'record-decision' ? 'record' : 'revisit'}`)}
      onCancel={onDone}
    >
      <Text lang={seen.language} className="big">
        {seen.question}
      </Text>
      {command === 'revisit-decision' && (
        <LongTextField
          at="/revisit/why"
          label={t('web.decision.revisitWhy')}
          minRows={1}
          data-autofocus
          value={draft.why}
          onValue={(why) => change({ why })}
        />
      )}
      {row.versions.length > 1 && (
        <ChoiceField
          at="/decision/seenVersion"
          label={t('web.decision.seen')}
          value={draft.seenVersion}
          onValue={(seenVersion) => change({ seenVersion, optionId: '' })}
          choices={row.versions.map(({ sheet }) => ({
            value: String(sheet.version),
            label: t('web.decision.seenVersion', {
              version: sheet.version,
              language: sheet.language === 'es' ? 'Español' : 'English',
            }),
          }))}
        />
      )}
      <TapField
        at="/decision/optionId"
        label={t('web.decision.which')}
        value={draft.optionId}
        onValue={(optionId) => change({ optionId })}
        choices={seen.options.map(({ optionId, name }) => ({ value: optionId, label: name }))}
      />
      <LongTextField
        label={t('web.decision.why')}
        minRows={1}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      {seen.values.length > 0 && (
        <fieldset className="plain-fieldset">
          <legend>{t('web.decision.weigh')}</legend>
          {seen.values.map(({ valueId, text }) => (
            <WeightField
              key={valueId}
              label={text}
              weight={draft.weights[valueId]}
              onWeight={(weight) => change({ weights: { ...draft.weights, [valueId]: weight } })}
            />
          ))}
        </fieldset>
      )}
      <LongTextField
        label={t('web.decision.asked')}
        minRows={1}
        value={draft.questions}
        onValue={(questions) => change({ questions })}
      />
      <TapField
        at="/decision/teachBack/outcome"
        label={t('web.decision.teachBackOutcome')}
        value={draft.teachBack}
        onValue={(teachBack) => change({ teachBack })}
        choices={choices('teachBack', teachBackOutcomes)}
      />
      <LongTextField
        label={t('web.decision.teachBackWords')}
        minRows={1}
        value={draft.teachBackWords}
        onValue={(teachBackWords) => change({ teachBackWords })}
      />
      <Participants tookPart={draft.tookPart} onTookPart={(tookPart) => change({ tookPart })} />
      <ChoiceField
        at="/decision/interpreter/way"
        label={t('web.decision.interpreter')}
        empty={t('web.form.choose')}
        value={draft.interpreter}
        onValue={(interpreter) => change({ interpreter })}
        choices={choices('interpreterWay', interpreterWays)}
      />
      {['in-person', 'video', 'telephone'].includes(draft.interpreter) && (
        <TextField
          label={t('web.decision.interpreterName')}
          value={draft.interpreterName}
          onValue={(interpreterName) => change({ interpreterName })}
        />
      )}
      <FlagField
        label={t('web.decision.planFollows')}
        checked={draft.planFollows}
        onChecked={(planFollows) => change({ planFollows })}
      />
    </DraftForm>
  );
}
