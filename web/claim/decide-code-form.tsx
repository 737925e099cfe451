import { useTranslation } from 'react-i18next';
import { choosableCodes } from '#domain/code-guide/code-decision.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { useWording } from '../guide/licensed-wording.tsx';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { readWord } from '../ui/reading.ts';
import { useWord } from '../ui/say.ts';
import { useCodeName } from './code-name.ts';

const codes = [...choosableCodes, 'none'] as const;

export function DecideCodeForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const codeName = useCodeName();
  const wording = useWording();
  const view = useCaseView();
  const standing = view.activities.filter((each) => !each.withdrawn);
  const form = useCaseForm({
    command: 'decide-code',
    about: 'new',
    initial: {
      decisionId: newId(),
      code: view.codeProposal.code,
      activityIds: standing.map(({ activity }) => activity.activityId),
      reason: '',
    },
    build: (draft) => ({
      decisionId: draft.decisionId,
      code: readWord(codes, draft.code, '/code'),
      activityIds: draft.activityIds,
      reason: draft.reason.trim(),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.code.decide')} onCancel={onDone}>
      <ChoiceField
        at="/code"
        label={t('web.code.code')}
        description={t('web.code.proposed', { code: codeName(view.codeProposal.code) })}
        data-autofocus
        value={draft.code}
        onValue={(code) => change({ code })}
        choices={codes.map((code) => ({
          value: code,
          label: [codeName(code), wording(code)].filter(Boolean).join(' · '),
        }))}
      />
      <LongTextField
        at="/reason"
        label={t(draft.code === view.codeProposal.code ? 'web.form.reasonOptional' : 'web.code.reasonOther')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      <ChecksField
        at="/activityIds"
        label={t('web.code.work')}
        values={draft.activityIds}
        onValues={(activityIds) => change({ activityIds })}
        choices={standing.map(({ activity }) => ({
          value: activity.activityId,
          label: `${format.date(activity.serviceDate)} · ${
            activity.contact?.parties.map(({ name }) => name).join(', ') ??
            word('activityKind', activity.kind)
          } · ${format.duration(activity.time.seconds)}`,
        }))}
      />
    </DraftForm>
  );
}
