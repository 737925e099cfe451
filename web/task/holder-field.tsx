import { useTranslation } from 'react-i18next';
import type { Holder } from '#domain/worklist/task.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { ChoiceField } from '../ui/fields.tsx';

interface Props {
  readonly label: string;
  readonly value: Holder;
  readonly onHolder: (holder: Holder) => void;
}

const keyOf = (holder: Holder) => `${holder.kind}:${holder.id ?? ''}`;

/** Who has the ball: one of us, one of the team, the patient, or nobody yet. */
export function HolderField({ label, value, onHolder }: Props) {
  const holders = useHolders();
  return (
    <ChoiceField
      label={label}
      value={keyOf(value)}
      onValue={(key) => {
        const holder = holders.find((each) => keyOf(each.holder) === key)?.holder;
        if (holder) onHolder(holder);
      }}
      choices={holders.map(({ holder, label }) => ({ value: keyOf(holder), label }))}
    />
  );
}

function useHolders(): { readonly holder: Holder; readonly label: string }[] {
  const { t } = useTranslation();
  const session = useSession();
  const practice = usePractice();
  const view = useCaseView();
  const { firstName, lastName } = view.patient.demographics;
  const me: Holder = { kind: 'staff', id: session.staffId, name: session.name };
  const staff = (practice.data?.staff ?? []).filter(
    ({ staffId, active }) => active && staffId !== session.staffId,
  );
  return [
    { holder: me, label: t('web.holder.me', { name: session.name }) },
    ...staff.map(({ staffId, name }) => ({
      holder: { kind: 'staff' as const, id: staffId, name },
      label: name,
    })),
    ...view.members.map(({ member }) => ({
      holder: { kind: 'team-member' as const, id: member.memberId, name: member.name },
      label: t('web.holder.team', { name: member.name }),
    })),
    {
      holder: { kind: 'patient', name: `${firstName} ${lastName}` },
      label: t('web.holder.patient', { name: `${firstName} ${lastName}` }),
    },
    { holder: { kind: 'nobody', name: 'nobody' }, label: t('web.holder.nobody') },
  ];
}
