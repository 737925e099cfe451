import { Button, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { OnHoldNote } from '../case/on-hold-note.tsx';
import { SignForm } from '../case/sign-form.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';
import { AttestedWork } from './attested-work.tsx';
import { SignedWords } from './signed-words.tsx';

/** The treating dentist reviews the record and attests; afterwards there are only amendments. */
export function AttestationSection() {
  const { t } = useTranslation();
  const { action, open, close } = useAction();
  const { attestations } = useCaseView();
  const may = useMay();
  return (
    <>
      <Section
        title={t('web.attest.title')}
        actions={
          may('attest') && (
            <Button leftSection={<IconSignature size={18} aria-hidden />} onClick={() => open('attest')}>
              {t('web.attest.do')}
            </Button>
          )
        }
      >
        <OnHoldNote action="attest" />
        {attestations.length === 0 ? (
          <Empty>{t(may('attest') ? 'web.attest.emptyDentist' : 'web.attest.empty')}</Empty>
        ) : (
          <ul className="rows">
            {attestations.map(({ position, who, occurredAt, attestation, standard }) => (
              <li key={position} className="row">
                <div className="row-main">
                  <SignedWords statement={attestation.statement} standard={standard} />
                  <Text size="sm" c="dimmed">
                    {who.name} · <Moment at={occurredAt} />
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.attest.do')} opened={action === 'attest'} onClose={close}>
        <SignForm
          command="attest"
          lead={t('web.attest.lead')}
          covers={<AttestedWork />}
          statement={t('web.attest.statement')}
          onDone={close}
        />
      </Panel>
    </>
  );
}
