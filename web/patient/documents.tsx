import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { documentKinds } from '#domain/patient/patient-events.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { useChoices, useWord } from '../ui/say.ts';
import { DropDocument } from './drop-document.tsx';

/** Scans, faxes, reports, cards: dropped here, opened with one press. */
export function Documents({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const [kind, setKind] = useState('scan');
  return (
    <Section title={t('web.documents.title')}>
      <div className="two-columns">
        <DocumentList patient={patient} />
        <div>
          <ChoiceField
            label={t('web.documents.kind')}
            value={kind}
            onValue={setKind}
            choices={choices('documentKind', documentKinds)}
            mb="xs"
          />
          <DropDocument patientId={patient.patientId} kind={kind} />
        </div>
      </div>
    </Section>
  );
}

function DocumentList({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const word = useWord();
  if (patient.documents.length === 0) return <Empty>{t('web.documents.empty')}</Empty>;
  return (
    <ul className="rows">
      {patient.documents.map(({ documentId, title, kind, byteLength }) => (
        <li key={documentId} className="row">
          <div className="row-main">
            <a
              href={`/api/patients/${patient.patientId}/documents/${documentId}/content`}
              target="_blank"
              rel="noreferrer"
            >
              {title}
              <span className="visually-hidden"> {t('web.documents.newWindow')}</span>
            </a>
            <Text size="sm" c="dimmed">
              {word('documentKind', kind)} · {t('web.documents.size', { size: Math.ceil(byteLength / 1024) })}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
