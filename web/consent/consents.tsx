import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useSay, useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Day, Moment } from '../ui/when.tsx';
import { ConsentForm } from './consent-form.tsx';
import { RevokeForm } from './revoke-form.tsx';

interface Props {
  readonly patient: PatientView;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/** Every consent with how it stands now; a missing one never stops the work, it limits what may leave. */
export function Consents({ patient, parties }: Props) {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const mayRecord = useMayRecord();
  const chosen = patient.consents.find(({ consent }) => consent.consentId === subject)?.consent;
  return (
    <>
      <Section
        title={t('web.consent.title')}
        lead={t('web.consent.lead')}
        actions={
          mayRecord('record-consent') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('record-consent')}>
              {t('web.consent.add')}
            </Button>
          )
        }
      >
        {patient.consents.length === 0 ? (
          <Empty>{t('web.consent.empty')}</Empty>
        ) : (
          <ul className="rows">
            {patient.consents.map((row) => (
              <ConsentRow key={row.consent.consentId} row={row} />
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.consent.add')} opened={action === 'record-consent'} onClose={close}>
        <ConsentForm patient={patient} parties={parties} kind={subject} onDone={close} />
      </Panel>
      <Panel title={t('web.consent.revoke')} opened={action === 'revoke-consent' && !!chosen} onClose={close}>
        {chosen && <RevokeForm patient={patient} consent={chosen} onDone={close} />}
      </Panel>
    </>
  );
}

function ConsentRow({ row }: { readonly row: PatientView['consents'][number] }) {
  const { t } = useTranslation();
  const word = useWord();
  const say = useSay();
  const { open } = useAction();
  const mayRecord = useMayRecord();
  const { consent, revocation, active, standing, missing, concerns } = row;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{word('consentKind', consent.kind)}</Text>
        <Text size="sm" component="div" className="case-facts">
          <span>
            {consent.signer.name}, {word('authority', consent.signer.authority).toLowerCase()}
          </span>
          <span>{word('method', consent.method)}</span>
          <Moment at={consent.signedAt} />
          {consent.expiresOn !== undefined && (
            <span>
              {t('web.consent.until')} <Day on={consent.expiresOn} relative />
            </span>
          )}
        </Text>
        {consent.recipients.length > 0 && (
          <Text size="sm">
            {t('web.consent.to', {
              names: consent.recipients
                .map((each) => (each.class ? word('recipientClass', each.class) : each.name))
                .join(', '),
            })}
          </Text>
        )}
        {missing.length + concerns.length > 0 && (
          <ul className="gaps">
            {[...missing, ...concerns].map((each, index) => (
              <li key={index}>{say(each)}</li>
            ))}
          </ul>
        )}
        {revocation && (
          <Text size="sm">
            {t('web.consent.revoked')} <Moment at={revocation.receivedAt} />: {revocation.reason}
          </Text>
        )}
      </div>
      <div className="row-side">
        <Badge className={`state-badge ${active ? 'good' : 'bad'}`}>{say(standing)}</Badge>
        {!revocation && mayRecord('revoke-consent') && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => open('revoke-consent', consent.consentId)}
          >
            {t('web.consent.revoke')}
          </Button>
        )}
      </div>
    </li>
  );
}
