import { Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '#contract/views.ts';
import { parseNpi } from '#domain/kernel/npi.ts';
import type { PracticeProfile } from '#domain/practice/practice-events.ts';
import { useSession } from '../api/session.ts';
import { states } from '../patient/states.ts';
import { TimeZoneField } from '../set-up/time-zone-field.tsx';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { digitsOf, optional, present, read, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { toast } from '../ui/toast.tsx';
import type { PracticePartProps } from './practice-part.ts';
import { usePracticeForm } from './use-practice-form.ts';

const entities = ['organization', 'person'] as const;
const taxKinds = ['EIN', 'SSN'] as const;

/** Before there is a profile, what was chosen at the set-up. */
function asDraft(profile: PracticeProfile | undefined, { organizationName, timeZone }: SessionView) {
  return {
    name: profile?.name ?? organizationName,
    entity: String(profile?.entity ?? 'organization'),
    billingNpi: String(profile?.billingNpi ?? ''),
    taxIdKind: String(profile?.taxIdKind ?? 'EIN'),
    taxId: profile?.taxId ?? '',
    taxonomy: profile?.taxonomy ?? '',
    line1: profile?.address.line1 ?? '',
    line2: profile?.address.line2 ?? '',
    city: profile?.address.city ?? '',
    state: profile?.address.state ?? '',
    postalCode: profile?.address.postalCode ?? '',
    telephone: profile?.telephone ?? '',
    timeZone: profile?.timeZone ?? timeZone,
    placeOfService: profile?.placeOfService ?? '11',
    submitterId: profile?.submitterId ?? '',
    receiverId: profile?.receiverId ?? '',
    receiverName: profile?.receiverName ?? '',
    predeterminationFollowUpDays: String(profile?.predeterminationFollowUpDays ?? ''),
  };
}

type ProfileDraft = ReturnType<typeof asDraft>;

function readProfile(draft: ProfileDraft): PracticeProfile {
  const text = (name: keyof ProfileDraft) => readText(draft[name], `/profile/${name}`);
  const days = Number.parseInt(draft.predeterminationFollowUpDays, 10);
  return present({
    name: text('name'),
    entity: readWord(entities, draft.entity, '/profile/entity'),
    billingNpi: read(parseNpi, draft.billingNpi, '/profile/billingNpi'),
    taxIdKind: readWord(taxKinds, draft.taxIdKind, '/profile/taxIdKind'),
    taxId: digitsOf(text('taxId')),
    taxonomy: text('taxonomy').toUpperCase(),
    address: present({
      line1: readText(draft.line1, '/address/line1'),
      line2: optional(draft.line2),
      city: readText(draft.city, '/address/city'),
      state: readText(draft.state, '/address/state'),
      postalCode: digitsOf(readText(draft.postalCode, '/address/postalCode')),
    }),
    telephone: digitsOf(text('telephone')),
    timeZone: draft.timeZone,
    placeOfService: text('placeOfService'),
    submitterId: text('submitterId'),
    receiverId: text('receiverId'),
    receiverName: text('receiverName'),
    predeterminationFollowUpDays: Number.isNaN(days) ? undefined : days,
  });
}

export function ProfileForm({ practice, mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const session = useSession();
  const form = usePracticeForm({
    practice,
    command: 'set-profile',
    about: 'profile',
    initial: asDraft(practice.profile, session),
    build: (draft) => ({ profile: readProfile(draft) }),
    done: useCallback(() => toast(t('web.practice.saved')), [t]),
  });
  const { draft, change } = form;
  const text = (name: keyof ProfileDraft, at = `/profile/${name}`) => (
    <TextField
      at={at}
      label={t(`web.practice.field.${name}`)}
      readOnly={!mayChange}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <Section title={t('web.practice.part.profile')}>
      {!mayChange && <Text size="sm">{t('web.practice.onlyAdministrator')}</Text>}
      <Form
        submission={form.submission}
        submitLabel={t('web.form.save')}
        restored={form.restored}
        onStartOver={form.clear}
        disabled={!mayChange}
      >
        <Identifiers draft={draft} change={change} text={text} />
        <div className="two-fields">
          {text('line1', '/address/line1')}
          {text('line2', '/address/line2')}
        </div>
        <div className="three-fields">
          {text('city', '/address/city')}
          <ChoiceField
            at="/address/state"
            label={t('web.address.state')}
            empty={t('web.form.choose')}
            value={draft.state}
            onValue={(state) => change({ state })}
            choices={states.map((state) => ({ value: state, label: state }))}
          />
          {text('postalCode', '/address/postalCode')}
        </div>
        <div className="two-fields">
          {text('telephone')}
          <TimeZoneField value={draft.timeZone} onValue={(timeZone) => change({ timeZone })} />
        </div>
        <div className="two-fields">
          {text('submitterId')}
          {text('receiverId')}
        </div>
        <div className="two-fields">
          {text('receiverName')}
          {text('placeOfService')}
        </div>
        {text('predeterminationFollowUpDays')}
      </Form>
    </Section>
  );
}

interface IdentifiersProps {
  readonly draft: ProfileDraft;
  readonly change: (part: Partial<ProfileDraft>) => void;
  readonly text: (name: keyof ProfileDraft) => React.ReactNode;
}

function Identifiers({ draft, change, text }: IdentifiersProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <>
      <div className="two-fields">
        {text('name')}
        <ChoiceField
          label={t('web.practice.field.entity')}
          value={draft.entity}
          onValue={(entity) => change({ entity })}
          choices={choices('entity', entities)}
        />
      </div>
      <div className="two-fields">
        {text('billingNpi')}
        {text('taxonomy')}
      </div>
      <div className="two-fields">
        <ChoiceField
          label={t('web.practice.field.taxIdKind')}
          value={draft.taxIdKind}
          onValue={(taxIdKind) => change({ taxIdKind })}
          choices={choices('taxIdKind', taxKinds)}
        />
        {text('taxId')}
      </div>
    </>
  );
}
