import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import type { Consent } from '#domain/consent/consent.ts';
import { DraftForm } from '../case/case-form.tsx';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { nowInstant } from '../ui/clock.ts';
import { LongTextField, TapField } from '../ui/fields.tsx';
import { readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

interface Props {
  readonly patient: PatientView;
  readonly consent: Consent;
  readonly onDone: () => void;
}

const ways = ['written', 'spoken', 'portal'] as const;

/** Counts from now; what was already done in reliance on it stays. */
export function RevokeForm({ patient, consent, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = usePatientForm({
    patient,
    command: 'revoke-consent',
    about: consent.consentId,
    initial: { how: 'written', reason: '' },
    build: ({ how, reason }) => ({
      revocation: {
        consentId: consent.consentId,
        how: readWord(ways, how, '/revocation/how'),
        reason: reason.trim(),
        receivedAt: nowInstant(),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.consent.revoke')} onCancel={onDone}>
      <Text>{t('web.consent.revokeLead')}</Text>
      <TapField
        at="/revocation/how"
        label={t('web.consent.revokeHow')}
        value={draft.how}
        onValue={(how) => change({ how })}
        choices={choices('revocationHow', ways)}
      />
      <LongTextField
        at="/revocation/reason"
        label={t('web.form.reasonOptional')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
    </DraftForm>
  );
}
