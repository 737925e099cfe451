import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/client.ts';
import { usePractice } from '../api/practice.ts';
import { useCaseView } from '../case/case-context.tsx';
import { newId } from '../ui/clock.ts';
import { Form } from '../ui/form.tsx';
import { optional, present, readText } from '../ui/reading.ts';
import { toast } from '../ui/toast.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { RecipientFields, recipientOf, type RecipientDraft } from './recipient-fields.tsx';

const kinds = ['payer', 'provider', 'patient', 'representative', 'auditor', 'own-use'] as const;

/** Seals what this recipient may receive; it leaves the house, so it is asked for, not undone. */
export function PacketForm({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const view = useCaseView();
  const { caseId, title } = view;
  const practice = usePractice();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<RecipientDraft>(() => recipientOf('payer', view));
  const [packetId] = useState(newId);
  const own = practice.data?.profile?.name ?? '';
  const submission = useSubmission(
    useCallback(async () => {
      const body = present({
        packetId,
        recipientKind: draft.recipientKind,
        recipientName:
          draft.recipientKind === 'own-use' ? own : readText(draft.recipientName, '/recipientName'),
        partyId: optional(draft.partyId),
        language: i18n.language,
      });
      await download(`/api/cases/${caseId}/packets`, `${title}.archway`, body);
      toast(t('web.packet.sealed'));
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    }, [packetId, draft, own, i18n.language, caseId, title, t, queries]),
    onDone,
  );
  return (
    <Form submission={submission} submitLabel={t('web.packet.seal')} onCancel={onDone}>
      <Text>{t('web.packet.sealLead')}</Text>
      <RecipientFields
        kinds={kinds}
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
    </Form>
  );
}
