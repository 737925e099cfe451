import { useTranslation } from 'react-i18next';
import { factorKinds, type NecessityFactor } from '#domain/necessity/factor.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField } from '../ui/fields.tsx';
import { optional, present, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { useEvidence } from './evidence-choices.ts';

interface Props {
  readonly factor: NecessityFactor | undefined;
  readonly onDone: () => void;
}

/** One reason, and what in the record shows it: evidence is ticked, not typed. */
export function FactorForm({ factor, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const evidence = useEvidence(useCaseView());
  const form = useCaseForm({
    command: 'record-factor',
    about: factor?.factorId ?? 'new',
    initial: {
      factorId: factor?.factorId ?? newId(),
      kind: String(factor?.kind ?? 'condition'),
      text: factor?.text ?? '',
      evidence: factor?.evidence.map(({ id }) => id) ?? [],
      note: factor?.note ?? '',
    },
    build: (draft) => ({
      factor: present({
        factorId: draft.factorId,
        kind: readWord(factorKinds, draft.kind, '/factor/kind'),
        text: readText(draft.text, '/factor/text'),
        evidence: evidence.filter(({ id }) => draft.evidence.includes(id)),
        note: optional(draft.note),
      }),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        at="/factor/kind"
        label={t('web.necessity.kind')}
        data-autofocus
        value={draft.kind}
        onValue={(kind) => change({ kind })}
        choices={choices('factorKind', factorKinds)}
      />
      <LongTextField
        at="/factor/text"
        label={t('web.necessity.text')}
        description={t('web.necessity.textHelp')}
        value={draft.text}
        onValue={(text) => change({ text })}
      />
      {evidence.length > 0 && (
        <ChecksField
          at="/factor/evidence"
          label={t('web.necessity.evidence')}
          description={t('web.necessity.evidenceHelp')}
          values={draft.evidence}
          onValues={(values) => change({ evidence: values })}
          choices={evidence.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <LongTextField
        label={t('web.necessity.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
    </DraftForm>
  );
}
