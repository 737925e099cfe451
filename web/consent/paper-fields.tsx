import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { ChoiceField, DateField } from '../ui/fields.tsx';
import { DropDocument } from '../patient/drop-document.tsx';
import type { ConsentFieldsProps } from './consent-fields.ts';

/** The scan of what was signed on paper, and the day on it; for a word, the day alone. */
export function PaperFields({
  draft,
  change,
  patient,
}: ConsentFieldsProps & { readonly patient: PatientView }) {
  const { t } = useTranslation();
  return (
    <>
      <DateField
        at="/consent/signedAt"
        label={t(draft.method === 'paper' ? 'web.consent.signedOn' : 'web.consent.saidOn')}
        value={draft.signedOn}
        onValue={(signedOn) => change({ signedOn })}
      />
      {draft.method === 'paper' && (
        <>
          <DropDocument
            patientId={patient.patientId}
            kind="consent"
            onAttached={(documentId) => change({ documentId })}
          />
          <ChoiceField
            at="/consent/documentId"
            label={t('web.consent.document')}
            empty={t('web.consent.noDocument')}
            value={draft.documentId}
            onValue={(documentId) => change({ documentId })}
            choices={patient.documents.map(({ documentId, title }) => ({ value: documentId, label: title }))}
          />
        </>
      )}
    </>
  );
}
