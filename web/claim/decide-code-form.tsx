import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/views.ts';
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
import { entriesFor, proposedEntries } from './entries-to-decide.ts';

const codes = [...choosableCodes, 'none'] as const;

interface Draft {
  readonly code: string;
  /** Until somebody ticks, the ticks follow the code. */
  readonly ticked: 'as-proposed' | readonly string[];
}

const firstTicks: Draft['ticked'] = 'as-proposed';

function tickedIn(view: CaseView, { code, ticked }: Draft): string[] {
  if (ticked === 'as-proposed') return [...proposedEntries(view, code)];
  return entriesFor(view, code).entries.flatMap(({ activity: { activityId } }) =>
    ticked.includes(activityId) ? [activityId] : [],
  );
}

export function DecideCodeForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const codeName = useCodeName();
  const wording = useWording();
  const view = useCaseView();
  const form = useCaseForm({
    command: 'decide-code',
    about: 'new',
    initial: {
      decisionId: newId(),
      code: view.codeProposal.code,
      ticked: firstTicks,
      reason: '',
    },
    build: (draft) => ({
      decisionId: draft.decisionId,
      code: readWord(codes, draft.code, '/code'),
      activityIds: tickedIn(view, draft),
      reason: draft.reason.trim(),
    }),
    done: onDone,
  });
  const { draft, change } = form;
  const { entries, claimed, neverService } = entriesFor(view, draft.code);
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
        description={[
          ...(entries.length === 0 && claimed > 0 ? [t('web.code.nothingLeft')] : []),
          ...(entries.length > 0 && claimed > 0 ? [t('web.code.leftOutClaimed', { count: claimed })] : []),
          ...(neverService > 0 ? [t('web.code.leftOutNever', { count: neverService })] : []),
        ].join(' ')}
        values={tickedIn(view, draft)}
        onValues={(ticked) => change({ ticked })}
        choices={entries.map(({ activity: { activityId, contact, kind, time } }) => ({
          value: activityId,
          label: [
            format.instant(time.startedAt),
            contact?.parties.map(({ name }) => name).join(', ') ?? word('activityKind', kind),
            ...(contact ? [word('reached', contact.reached)] : []),
            format.duration(time.seconds),
          ].join(' · '),
        }))}
      />
    </DraftForm>
  );
}
