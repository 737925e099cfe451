import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly caseId: string;
  /** The part of the case that staff come from. */
  readonly section: 'decision' | 'plan';
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** Above a patient's page, for staff and never on paper: back to the case, and print. */
export function PageBar({ caseId, section, before, after }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="xs" className="on-screen">
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={18} aria-hidden />}
        renderRoot={(props) => (
          <Link to="/cases/$caseId/$section" params={{ caseId, section }} search={{}} {...props} />
        )}
      >
        {t('web.decision.back')}
      </Button>
      <Group gap="xs">
        {before}
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('web.decision.printPage')}
        </Button>
        {after}
      </Group>
    </Group>
  );
}
