import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#contract/views.ts';
import { staffRoles } from '#domain/audit/event.ts';
import type { StaffMember } from '#domain/practice/practice-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { newId } from '../ui/clock.ts';
import { ChoiceField, FlagField, TextField } from '../ui/fields.tsx';
import { useFieldError } from '../ui/refusal.tsx';
import { optional, present, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePracticeForm } from './use-practice-form.ts';

interface Props {
  readonly practice: PracticeView;
  readonly member: StaffMember | undefined;
  readonly onDone: () => void;
}

/** The password is never kept as a draft. */
export function StaffForm({ practice, member, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const [password, setPassword] = useState('');
  const form = usePracticeForm({
    practice,
    command: 'record-staff',
    about: member?.staffId ?? 'new',
    initial: {
      staffId: member?.staffId ?? newId(),
      name: member?.name ?? '',
      role: String(member?.role ?? 'coordinator'),
      credential: member?.credential ?? '',
      providerId: member?.providerId ?? '',
      team: member?.team ?? '',
      active: member?.active ?? true,
      email: '',
    },
    build: (draft) =>
      present({
        staff: present({
          staffId: draft.staffId,
          name: readText(draft.name, '/staff/name'),
          role: readWord(staffRoles, draft.role, '/staff/role'),
          credential: optional(draft.credential),
          providerId: optional(draft.providerId),
          team: optional(draft.team),
          active: draft.active,
        }),
        account: draft.email.trim() === '' ? undefined : { email: draft.email.trim(), password },
      }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <div className="two-fields">
        <TextField
          at="/staff/name"
          label={t('web.contact.name')}
          data-autofocus
          value={draft.name}
          onValue={(name) => change({ name })}
        />
        <TextField
          label={t('web.practice.field.credential')}
          value={draft.credential}
          onValue={(credential) => change({ credential })}
        />
      </div>
      <div className="two-fields">
        <ChoiceField
          at="/staff/role"
          label={t('web.team.role')}
          value={draft.role}
          onValue={(role) => change({ role })}
          choices={choices('staffRole', staffRoles)}
        />
        <TextField label={t('web.case.team')} value={draft.team} onValue={(team) => change({ team })} />
      </div>
      <ChoiceField
        label={t('web.practice.asProvider')}
        empty={t('web.form.none')}
        value={draft.providerId}
        onValue={(providerId) => change({ providerId })}
        choices={practice.providers
          .filter(({ ours }) => ours)
          .map(({ providerId, name }) => ({ value: providerId, label: name }))}
      />
      <FlagField
        label={t('web.practice.active')}
        checked={draft.active}
        onChecked={(active) => change({ active })}
      />
      <TextField
        at="/account/email"
        label={t('web.practice.account')}
        description={t('web.practice.accountHelp')}
        type="email"
        autoComplete="off"
        value={draft.email}
        onValue={(email) => change({ email })}
      />
      {draft.email !== '' && <FirstPassword value={password} onValue={setPassword} />}
    </DraftForm>
  );
}

function FirstPassword(props: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useTranslation();
  const error = useFieldError('/account/password');
  return (
    <PasswordInput
      label={t('web.practice.firstPassword')}
      description={t('web.setUp.passwordHelp')}
      autoComplete="new-password"
      value={props.value}
      onChange={(event) => props.onValue(event.currentTarget.value)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('web.signIn.showPassword') }}
    />
  );
}
