import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChangePractice } from '#domain/practice/practice-permissions.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { Section } from '../ui/page.tsx';

/** What leads to the first case of a practice; what is set up already is left out. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { role } = useSession();
  const gaps = usePractice().data?.gaps ?? [];
  return (
    <Section title={t('web.firstSteps.title')} lead={t('web.firstSteps.lead')}>
      <ul className="rows">
        {gaps.length > 0 && (
          <Step
            name={t('web.firstSteps.practice')}
            why={t('web.firstSteps.practiceWhy', { count: gaps.length })}
          >
            {mayChangePractice(role, 'set-profile') && (
              <Button
                renderRoot={(props) => (
                  <Link to="/practice/$section" params={{ section: 'profile' }} {...props} />
                )}
              >
                {t('web.firstSteps.setUp')}
              </Button>
            )}
          </Step>
        )}
        <Step name={t('web.firstSteps.import')} why={t('web.firstSteps.importWhy')}>
          <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
            {t('web.firstSteps.doImport')}
          </Button>
        </Step>
        <Step name={t('web.firstSteps.patient')} why={t('web.firstSteps.patientWhy')}>
          <Button variant="default" renderRoot={(props) => <Link to="/patients/new" {...props} />}>
            {t('web.firstSteps.register')}
          </Button>
        </Step>
      </ul>
    </Section>
  );
}

interface StepProps {
  readonly name: string;
  readonly why: string;
  readonly children: ReactNode;
}

function Step({ name, why, children }: StepProps) {
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      </div>
      <div className="row-side">{children}</div>
    </li>
  );
}
