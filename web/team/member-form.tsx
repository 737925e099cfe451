import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { specialties } from '#domain/practice/practice-events.ts';
import { teamRoles, type TeamMember } from '#domain/team/team-member.ts';
import { usePractice } from '../api/practice.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId } from '../ui/clock.ts';
import { ChoiceField, DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useChoices } from '../ui/say.ts';
import {
  fromPayer,
  fromProvider,
  memberAsDraft,
  newMember,
  readMember,
  type MemberDraft,
} from './member-draft.ts';
import { NamedInReferral } from './named-in-referral.tsx';

interface Props {
  readonly member: TeamMember | undefined;
  readonly onDone: () => void;
}

export function MemberForm({ member, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const form = useCaseForm({
    command: 'record-member',
    about: member?.memberId ?? 'new',
    initial: member ? memberAsDraft(member) : newMember(newId(), today()),
    build: (draft) => ({ member: readMember(draft, member?.contacts ?? []) }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      {!member && <NamedInReferral onDone={onDone} />}
      {!member && <FromDirectory onFill={form.change} />}
      <MemberFields draft={form.draft} change={form.change} />
    </DraftForm>
  );
}

/** The directory first: one choice fills in everything. */
function FromDirectory({ onFill }: { readonly onFill: (part: Partial<MemberDraft>) => void }) {
  const { t } = useTranslation();
  const practice = usePractice();
  const [chosen, setChosen] = useState('');
  const { providers = [], payers = [] } = practice.data ?? {};
  return (
    <ChoiceField
      label={t('web.team.fromDirectory')}
      description={t('web.team.fromDirectoryHelp')}
      data-autofocus
      empty={t('web.team.byHand')}
      value={chosen}
      onValue={(id) => {
        setChosen(id);
        const provider = providers.find(({ providerId }) => providerId === id);
        const payer = payers.find(({ payerId }) => payerId === id);
        if (provider) onFill(fromProvider(provider));
        if (payer) onFill(fromPayer(payer));
      }}
      choices={[
        ...providers.map(({ providerId, name, organization }) => ({
          value: providerId,
          label: organization === undefined || organization === name ? name : `${name}, ${organization}`,
        })),
        ...payers.map(({ payerId, name }) => ({ value: payerId, label: name })),
      ]}
    />
  );
}

interface MemberFieldsProps {
  readonly draft: MemberDraft;
  readonly change: (part: Partial<MemberDraft>) => void;
}

function MemberFields({ draft, change }: MemberFieldsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const text = (name: keyof MemberDraft, label: string) => (
    <TextField
      at={`/member/${name}`}
      label={t(label)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <div className="two-fields">
        <ChoiceField
          at="/member/role"
          label={t('web.team.role')}
          value={draft.role}
          onValue={(role) => change({ role })}
          choices={choices('teamRole', teamRoles)}
        />
        <ChoiceField
          at="/member/specialty"
          label={t('web.team.specialty')}
          empty={t('web.form.none')}
          value={draft.specialty}
          onValue={(specialty) => change({ specialty })}
          choices={choices('specialty', specialties)}
        />
      </div>
      <div className="two-fields">
        {text('name', 'web.team.name')}
        {text('credential', 'web.team.credential')}
      </div>
      <div className="two-fields">
        {text('organization', 'web.team.organization')}
        {text('setting', 'web.team.setting')}
      </div>
      <div className="two-fields">
        {text('telephone', 'web.team.telephone')}
        {text('fax', 'web.team.fax')}
      </div>
      <div className="two-fields">
        {text('email', 'web.team.email')}
        {text('npi', 'web.team.npi')}
      </div>
      <DateField
        at="/member/from"
        label={t('web.team.from')}
        value={draft.from}
        onValue={(from) => change({ from })}
      />
    </>
  );
}
