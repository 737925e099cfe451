import { Button, Text } from '@mantine/core';
import { IconPackage, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../api/practice.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';
import { PacketForm } from './packet-form.tsx';

/** One sealed file that anyone can verify without Archway. */
export function PacketPart() {
  const { t } = useTranslation();
  const word = useWord();
  const { action, open, close } = useAction();
  const { packets } = useCaseView();
  const practice = usePractice();
  const may = useMay();
  return (
    <>
      <Section
        title={t('web.section.packet')}
        lead={t('web.packet.lead')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => open('print')}
            >
              {t('web.case.do.print')}
            </Button>
            {may('seal-packet') && (
              <Button leftSection={<IconPackage size={18} aria-hidden />} onClick={() => open('seal-packet')}>
                {t('web.packet.seal')}
              </Button>
            )}
          </>
        }
      >
        {packets.length === 0 ? (
          <Empty>{t('web.packet.empty')}</Empty>
        ) : (
          <ul className="rows">
            {packets.toReversed().map(({ packet, position, who, occurredAt }) => (
              <li key={position} className="row">
                <div className="row-main">
                  <Text fw={600}>
                    {packet.recipientName} · {word('recipientKind', packet.recipientKind)}
                  </Text>
                  <Text size="sm" component="div" className="case-facts">
                    <span>{who.name}</span>
                    <Moment at={occurredAt} />
                    <span>{t('web.packet.upTo', { position: packet.upToPosition })}</span>
                  </Text>
                  <Text size="sm" c="dimmed" className="hash">
                    SHA-256 {packet.sha256}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        )}
        <Text size="sm" mt="xs">
          {t('web.packet.verify')} <code>node verify.mjs FILE</code>
        </Text>
        {practice.data && (
          <Text size="sm">
            {t('web.packet.fingerprint')} <code className="hash">{practice.data.keyFingerprint}</code>
          </Text>
        )}
      </Section>
      <Panel title={t('web.packet.seal')} opened={action === 'seal-packet'} onClose={close}>
        <PacketForm onDone={close} />
      </Panel>
    </>
  );
}
