import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { documentKinds } from '#domain/patient/patient-events.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { useChoices } from '../ui/say.ts';
import { DocumentList } from './document-list.tsx';
import { DropDocument } from './drop-document.tsx';
import { useMayRecord } from './may-record.ts';
import { WithdrawnDocuments } from './withdrawn-documents.tsx';

interface DocumentsProps {
  readonly patient: PatientView;
  /** The next document belongs to this too; without it, all documents of the patient are shown. */
  readonly of?: { readonly kind: 'case' | 'contact'; readonly id: string };
}

/** Scans, faxes, reports, cards: dropped here, opened with one press. */
export function Documents({ patient, of }: DocumentsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const mayRecord = useMayRecord();
  const [kind, setKind] = useState('scan');
  const attachedTo = of ? [of] : [];
  const isHere = ({ attachedTo: places }: PatientView['documents'][number]) =>
    of === undefined || places.some(({ id }) => id === of.id);
  const documents = patient.documents.filter(isHere);
  const withdrawn = patient.withdrawnDocuments.filter(isHere);
  return (
    <Section title={t('web.documents.title')}>
      <div className="two-columns">
        <div>
          <DocumentList patient={patient} documents={documents} />
          <WithdrawnDocuments patientId={patient.patientId} documents={withdrawn} />
        </div>
        {mayRecord('attach-document') && (
          <div>
            <ChoiceField
              label={t('web.documents.kind')}
              value={kind}
              onValue={setKind}
              choices={choices('documentKind', documentKinds)}
              mb="xs"
            />
            <DropDocument patientId={patient.patientId} kind={kind} attachedTo={attachedTo} />
          </div>
        )}
      </div>
    </Section>
  );
}
