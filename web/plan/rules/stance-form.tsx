import { useTranslation } from 'react-i18next';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { ChecksField, ChoiceField, LongTextField } from '../../ui/fields.tsx';
import { readText } from '../../ui/reading.ts';
import { useStanceEvidence } from './stance-evidence.ts';

interface Props {
  readonly disagreementId: string;
  readonly onDone: () => void;
}

/** What one of the team holds to be right, and what it rests on. */
export function StanceForm({ disagreementId, onDone }: Props) {
  const { t } = useTranslation();
  const { members } = useCaseView();
  const evidence = useStanceEvidence();
  const form = useCaseForm({
    command: 'take-stance',
    about: disagreementId,
    initial: { memberId: '', stance: '', evidence: [] as readonly string[] },
    build: (draft) => ({
      stance: {
        disagreementId,
        memberId: readText(draft.memberId, '/stance/memberId'),
        stance: readText(draft.stance, '/stance/stance'),
        evidence: [...draft.evidence],
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        at="/stance/memberId"
        label={t('web.rules.whose')}
        empty={t('web.form.choose')}
        value={draft.memberId}
        onValue={(memberId) => change({ memberId })}
        choices={members.map(({ member }) => ({ value: member.memberId, label: member.name }))}
      />
      <LongTextField
        at="/stance/stance"
        label={t('web.rules.stance')}
        value={draft.stance}
        onValue={(stance) => change({ stance })}
      />
      {evidence.length > 0 && (
        <ChecksField
          at="/stance/evidence"
          label={t('web.rules.evidence')}
          values={draft.evidence}
          onValues={(values) => change({ evidence: values })}
          choices={evidence}
        />
      )}
    </DraftForm>
  );
}
