import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#contract/views.ts';
import { parseNpi } from '#domain/kernel/npi.ts';
import { specialties, type Provider } from '#domain/practice/practice-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { states } from '../patient/states.ts';
import { newId } from '../ui/clock.ts';
import { ChoiceField, FlagField, TextField } from '../ui/fields.tsx';
import { optional, present, readOptional, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';
import { usePracticeForm } from './use-practice-form.ts';

interface Props {
  readonly practice: PracticeView;
  readonly provider: Provider | undefined;
  readonly onDone: () => void;
}

function asDraft(provider: Provider | undefined) {
  const of = (route: string) => provider?.contacts.find((point) => point.route === route)?.value ?? '';
  return {
    providerId: provider?.providerId ?? newId(),
    firstName: provider?.firstName ?? '',
    lastName: provider?.lastName ?? '',
    name: provider?.name ?? '',
    credential: provider?.credential ?? '',
    specialty: String(provider?.specialty ?? 'general-dentistry'),
    organization: provider?.organization ?? '',
    setting: provider?.setting ?? '',
    npi: String(provider?.npi ?? ''),
    taxonomy: provider?.taxonomy ?? '',
    license: provider?.license ?? '',
    licenseState: provider?.licenseState ?? '',
    ours: provider?.ours ?? false,
    staffId: provider?.staffId ?? '',
    telephone: of('telephone'),
    fax: of('fax'),
    email: of('email'),
  };
}

type ProviderDraft = ReturnType<typeof asDraft>;

function readProvider(draft: ProviderDraft, before: Provider | undefined): Provider {
  const shown: readonly string[] = ['telephone', 'fax', 'email'];
  const whole = `${draft.firstName} ${draft.lastName}`.trim();
  return present({
    providerId: draft.providerId,
    name: readText(draft.name.trim() === '' ? whole : draft.name, '/provider/name'),
    lastName: optional(draft.lastName),
    firstName: optional(draft.firstName),
    credential: optional(draft.credential),
    specialty: readWord(specialties, draft.specialty, '/provider/specialty'),
    organization: optional(draft.organization),
    setting: optional(draft.setting),
    npi: readOptional(parseNpi, draft.npi, '/provider/npi'),
    taxonomy: optional(draft.taxonomy)?.toUpperCase(),
    license: optional(draft.license),
    licenseState: optional(draft.licenseState),
    ours: draft.ours,
    staffId: optional(draft.staffId),
    address: before?.address,
    contacts: [
      ...(['telephone', 'fax', 'email'] as const).flatMap((route) => {
        const value = draft[route].trim();
        return value === '' ? [] : [{ route, value }];
      }),
      ...(before?.contacts.filter(({ route }) => !shown.includes(route)) ?? []),
    ],
  });
}

export function ProviderForm({ practice, provider, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = usePracticeForm({
    practice,
    command: 'record-provider',
    about: provider?.providerId ?? 'new',
    initial: asDraft(provider),
    build: (draft) => ({ provider: readProvider(draft, provider) }),
    done: onDone,
  });
  const { draft, change } = form;
  const text = (name: Exclude<keyof ProviderDraft, 'ours'>, input: { 'data-autofocus'?: true } = {}) => (
    <TextField
      {...input}
      at={`/provider/${name}`}
      label={t(name === 'name' ? 'web.practice.shownName' : `web.practice.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <FlagField
        label={t('web.practice.ours')}
        description={t('web.practice.oursHelp')}
        checked={draft.ours}
        onChecked={(ours) => change({ ours })}
      />
      <div className="two-fields">
        {text('firstName', { 'data-autofocus': true })}
        {text('lastName')}
      </div>
      <div className="two-fields">
        {text('name')}
        {text('credential')}
      </div>
      <div className="two-fields">
        <ChoiceField
          at="/provider/specialty"
          label={t('web.team.specialty')}
          value={draft.specialty}
          onValue={(specialty) => change({ specialty })}
          choices={choices('specialty', specialties)}
        />
        {text('npi')}
      </div>
      <div className="two-fields">
        {text('organization')}
        {text('setting')}
      </div>
      <div className="three-fields">
        {text('taxonomy')}
        {text('license')}
        <ChoiceField
          label={t('web.practice.field.licenseState')}
          empty={t('web.form.none')}
          value={draft.licenseState}
          onValue={(licenseState) => change({ licenseState })}
          choices={states.map((state) => ({ value: state, label: state }))}
        />
      </div>
      <div className="three-fields">
        {text('telephone')}
        {text('fax')}
        {text('email')}
      </div>
      {draft.ours && (
        <ChoiceField
          label={t('web.practice.field.staffId')}
          empty={t('web.form.none')}
          value={draft.staffId}
          onValue={(staffId) => change({ staffId })}
          choices={practice.staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      )}
    </DraftForm>
  );
}
