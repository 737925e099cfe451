import { useTranslation } from 'react-i18next';
import { ChoiceField, DateField, FlagField, TapField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';
import { sexes, type DemographicsDraft } from './demographics-draft.ts';
import { states } from './states.ts';

interface Props {
  readonly draft: DemographicsDraft;
  readonly change: (part: Partial<DemographicsDraft>) => void;
}

/** What is asked on the telephone comes first; the address may wait, but a claim needs it. */
export function DemographicsFields({ draft, change }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <>
      <div className="two-fields">
        <TextField
          at="/demographics/firstName"
          label={t('web.patient.firstName')}
          autoComplete="off"
          data-autofocus
          value={draft.firstName}
          onValue={(firstName) => change({ firstName })}
        />
        <TextField
          at="/demographics/lastName"
          label={t('web.patient.lastName')}
          autoComplete="off"
          value={draft.lastName}
          onValue={(lastName) => change({ lastName })}
        />
      </div>
      <div className="two-fields">
        <DateField
          at="/demographics/birthDate"
          label={t('web.patient.birthDate')}
          value={draft.birthDate}
          onValue={(birthDate) => change({ birthDate })}
        />
        <TextField
          at="/contacts/0/value"
          label={t('web.patient.telephone')}
          type="tel"
          autoComplete="off"
          value={draft.telephone}
          onValue={(telephone) => change({ telephone })}
        />
      </div>
      <TapField
        at="/demographics/sex"
        label={t('web.patient.sex')}
        value={draft.sex}
        onValue={(sex) => change({ sex })}
        choices={choices('sexes', sexes)}
      />
      <div className="two-fields">
        <TextField
          label={t('web.patient.language')}
          value={draft.language}
          onValue={(language) => change({ language })}
        />
        <TextField
          label={t('web.patient.email')}
          type="email"
          autoComplete="off"
          value={draft.email}
          onValue={(email) => change({ email })}
        />
      </div>
      <FlagField
        label={t('web.patient.interpreter')}
        checked={draft.interpreterNeeded}
        onChecked={(interpreterNeeded) => change({ interpreterNeeded })}
      />
      <AddressFields draft={draft} change={change} />
    </>
  );
}

function AddressFields({ draft, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-fields">
        <TextField
          at="/address/line1"
          label={t('web.address.line1')}
          autoComplete="off"
          value={draft.line1}
          onValue={(line1) => change({ line1 })}
        />
        <TextField
          at="/address/line2"
          label={t('web.address.line2')}
          autoComplete="off"
          value={draft.line2}
          onValue={(line2) => change({ line2 })}
        />
      </div>
      <div className="three-fields">
        <TextField
          at="/address/city"
          label={t('web.address.city')}
          autoComplete="off"
          value={draft.city}
          onValue={(city) => change({ city })}
        />
        <ChoiceField
          at="/address/state"
          label={t('web.address.state')}
          empty={t('web.form.choose')}
          value={draft.state}
          onValue={(state) => change({ state })}
          choices={states.map((state) => ({ value: state, label: state }))}
        />
        <TextField
          at="/address/postalCode"
          label={t('web.address.postalCode')}
          autoComplete="off"
          value={draft.postalCode}
          onValue={(postalCode) => change({ postalCode })}
        />
      </div>
    </>
  );
}
