import { Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitsView } from '#contract/benefits.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { useBenefits } from '../api/benefits.ts';
import { useCaseView } from '../case/case-context.tsx';
import { nowInstant } from '../ui/clock.ts';
import { useFormat } from '../ui/format.ts';
import { Loaded, Section } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';
import { useFocusFirst } from '../ui/use-focus-first.ts';
import { useDraft } from '../ui/use-draft.ts';
import { CallForm } from './call-form.tsx';
import { callDraftKey, newCall, stopForgotten, type CallDraft } from './call-draft.ts';

interface Props {
  readonly coverage: Coverage;
  /** The question to begin with; absent: the first that is open. */
  readonly questionId: string | undefined;
}

/** A call to the payer of one coverage, question by question, from picking up the telephone to facts on the record. */
export function CallScreen({ coverage, questionId }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { caseId } = useCaseView();
  const benefits = useBenefits(caseId, coverage.coverageId, today());
  return (
    <Section title={t('call.title', { payer: coverage.payerName })} lead={t('call.lead')}>
      <Loaded query={benefits}>{(found) => <OpenCall benefits={found} questionId={questionId} />}</Loaded>
    </Section>
  );
}

function OpenCall({
  benefits,
  questionId,
}: {
  readonly benefits: BenefitsView;
  readonly questionId: string | undefined;
}) {
  const { t } = useTranslation();
  const { close } = useAction();
  const { today, timeZone, telephone } = useFormat();
  const view = useCaseView();
  const { coverageId, payerName, payerTelephone } = benefits;
  const member = view.members.find(({ member: each }) => each.role === 'payer' && each.name === payerName);
  const form = useDraft(
    callDraftKey(view.caseId, coverageId),
    newCall(nowInstant(), today(), timeZone, view.caseId, {
      kind: 'payer',
      name: payerName,
      ...(member && { memberId: member.member.memberId }),
    }),
  );
  const { change } = form;
  const touch = useCallback(
    (part: Partial<CallDraft>) => change({ stopped: false, ...part, touchedAt: nowInstant() }),
    [change],
  );
  const draft = stopForgotten(form.draft, nowInstant());
  const focusFirst = useFocusFirst();
  return (
    <div ref={questionId === undefined ? focusFirst : undefined}>
      {payerTelephone !== undefined && (
        <Text size="sm">
          {t('call.telephone')}{' '}
          <a href={`tel:${payerTelephone}`} className="telephone">
            {telephone(payerTelephone)}
          </a>
        </Text>
      )}
      <CallForm
        form={{ ...form, draft, change: touch }}
        benefits={benefits}
        begin={questionId}
        onDone={close}
      />
    </div>
  );
}
