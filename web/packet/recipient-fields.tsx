import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';

export interface RecipientDraft {
  readonly recipientKind: string;
  readonly recipientName: string;
  readonly partyId: string;
}

interface Props {
  readonly kinds: readonly string[];
  readonly draft: RecipientDraft;
  readonly change: (part: Partial<RecipientDraft>) => void;
}

/** Who receives it; what may go to them is decided from their kind and the consents. */
export function RecipientFields({ kinds, draft, change }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { members, patient } = useCaseView();
  const parties = [
    ...members.map(({ member }) => ({
      id: member.providerId ?? member.payerId ?? member.memberId,
      name: member.name,
    })),
    ...patient.coverages.flatMap(({ payerId, payerName }) =>
      payerId === undefined ? [] : [{ id: payerId, name: payerName }],
    ),
  ].filter((party, index, all) => all.findIndex(({ id }) => id === party.id) === index);
  return (
    <>
      <ChoiceField
        at="/recipientKind"
        label={t('web.packet.recipientKind')}
        data-autofocus
        value={draft.recipientKind}
        onValue={(recipientKind) => change({ recipientKind })}
        choices={choices('recipientKind', kinds)}
      />
      {draft.recipientKind !== 'own-use' && (
        <>
          <ChoiceField
            label={t('web.packet.party')}
            empty={t('web.packet.otherParty')}
            value={draft.partyId}
            onValue={(partyId) => {
              const name = parties.find(({ id }) => id === partyId)?.name;
              change({ partyId, ...(name === undefined ? {} : { recipientName: name }) });
            }}
            choices={parties.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            at="/recipientName"
            label={t('web.packet.recipientName')}
            value={draft.recipientName}
            onValue={(recipientName) => change({ recipientName })}
          />
        </>
      )}
    </>
  );
}
