import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { ContactPoints } from '../ui/contact-points.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { useMayRecord } from './may-record.ts';
import { RelatedPersonForm } from './related-person-form.tsx';

export function RelatedPersons({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const mayRecord = useMayRecord()('record-related-person');
  const chosen = patient.relatedPersons.find(({ relatedPersonId }) => relatedPersonId === subject);
  return (
    <>
      <Section
        title={t('web.patient.related')}
        actions={
          mayRecord && (
            <Button variant="default" onClick={() => open('record-related-person')}>
              {t('web.patient.addRelated')}
            </Button>
          )
        }
      >
        {patient.relatedPersons.length === 0 ? (
          <Empty>{t('web.patient.noRelated')}</Empty>
        ) : (
          <ul className="rows">
            {patient.relatedPersons.map((person) => (
              <li key={person.relatedPersonId} className="row">
                <div className="row-main">
                  <Text fw={600}>{person.name}</Text>
                  <Text size="sm" c="dimmed">
                    {[person.relationship, person.authority].filter(Boolean).join(' · ')}
                  </Text>
                  <ContactPoints contacts={person.contacts} />
                </div>
                {mayRecord && (
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => open('record-related-person', person.relatedPersonId)}
                  >
                    {t('web.form.change')}
                    <span className="visually-hidden"> {person.name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Panel
        title={t('web.patient.relatedPerson')}
        opened={action === 'record-related-person'}
        onClose={close}
      >
        <RelatedPersonForm
          key={chosen?.relatedPersonId ?? 'new'}
          patient={patient}
          person={chosen}
          onDone={close}
        />
      </Panel>
    </>
  );
}
