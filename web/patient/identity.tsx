import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageName } from '#domain/patient/spoken-language.ts';
import type { PatientView } from '#contract/views.ts';
import { ContactPoints } from '../ui/contact-points.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { ChangeDemographicsForm } from './change-demographics-form.tsx';
import { useMayRecord } from './may-record.ts';

export function Identity({ patient }: { readonly patient: PatientView }) {
  const { t, i18n } = useTranslation();
  const word = useWord();
  const format = useFormat();
  const { action, open, close } = useAction();
  const mayRecord = useMayRecord();
  const { demographics } = patient;
  const { address, addressAsReceived, identifiers } = demographics;
  return (
    <>
      <Section
        title={t('web.patient.identity')}
        actions={
          mayRecord('change-demographics') && (
            <Button variant="default" onClick={() => open('change-demographics')}>
              {t('web.form.change')}
            </Button>
          )
        }
      >
        <Text component="div" className="case-facts">
          <span>{word('sexes', demographics.sex)}</span>
          {demographics.language !== undefined && (
            <span>
              {languageName(demographics.language, i18n.language)}
              {demographics.interpreterNeeded === true && `, ${t('web.patient.interpreter').toLowerCase()}`}
            </span>
          )}
          {address ? (
            <span>
              {address.line1}, {address.city}, {address.state} {format.postalCode(address.postalCode)}
            </span>
          ) : (
            <span className="warn-text">{t('web.patient.noAddress')}</span>
          )}
          {addressAsReceived !== undefined && (
            <span>{t('web.patient.addressAsReceived', { text: addressAsReceived })}</span>
          )}
        </Text>
        <ContactPoints contacts={demographics.contacts} />
        {identifiers.length > 0 && (
          <Text size="sm" component="div" className="case-facts">
            {identifiers.map(({ system, value, flag }) => (
              <span key={system + value}>
                {value}
                {flag !== undefined && <span className="warn-text"> {flag}</span>}
              </span>
            ))}
          </Text>
        )}
      </Section>
      <Panel title={t('web.patient.identity')} opened={action === 'change-demographics'} onClose={close}>
        <ChangeDemographicsForm patient={patient} onDone={close} />
      </Panel>
    </>
  );
}
