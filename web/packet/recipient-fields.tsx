import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { AgreementWarning } from '../consent/agreement-warning.tsx';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';
import { knownRecipients } from './recipients.ts';

export interface RecipientDraft {
  readonly recipientKind: string;
  readonly recipientName: string;
  readonly partyId: string;
}

/** The kind with whom the record knows of it, where that is one; of several, and of strangers, somebody chooses. */
export function recipientOf(kind: string, of: Parameters<typeof knownRecipients>[1]): RecipientDraft {
  const [first, ...others] = knownRecipients(kind, of);
  const only = others.length === 0 ? first : undefined;
  return { recipientKind: kind, recipientName: only?.name ?? '', partyId: only?.partyId ?? '' };
}

interface Props {
  readonly kinds: readonly string[];
  readonly draft: RecipientDraft;
  readonly change: (part: Partial<RecipientDraft>) => void;
}

/** For whom nothing of the patient's leaves the house against their word. */
const ownHands: readonly string[] = ['own-use', 'patient', 'representative'];

/** Who receives it; what may go to them is decided from their kind and the consents. */
export function RecipientFields({ kinds, draft, change }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const view = useCaseView();
  const { recipientKind, recipientName, partyId } = draft;
  const known = knownRecipients(recipientKind, view);
  const chosen = known.find((each) => each.partyId === partyId && each.name === recipientName);
  return (
    <>
      <ChoiceField
        at="/recipientKind"
        label={t('web.packet.recipientKind')}
        data-autofocus
        value={recipientKind}
        onValue={(kind) => change(recipientOf(kind, view))}
        choices={choices('recipientKind', kinds)}
      />
      {known.length > 0 && (
        <ChoiceField
          label={t('web.packet.party')}
          empty={t('web.packet.otherParty')}
          value={chosen?.key ?? ''}
          onValue={(key) => {
            const party = known.find((each) => each.key === key);
            change({ partyId: party?.partyId ?? '', recipientName: party?.name ?? '' });
          }}
          choices={known.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      {recipientKind !== 'own-use' && (
        <TextField
          at="/recipientName"
          label={t('web.packet.recipientName')}
          value={recipientName}
          onValue={(name) => change({ recipientName: name, partyId: '' })}
        />
      )}
      {!ownHands.includes(recipientKind) && <AgreementWarning />}
    </>
  );
}
