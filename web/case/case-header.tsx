import { Badge, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageName } from '#domain/patient/spoken-language.ts';
import { useFormat } from '../ui/format.ts';
import { Day } from '../ui/when.tsx';
import { BenefitHeader } from './benefit-header.tsx';
import { useCaseView } from './case-context.tsx';
import { CaseMenu } from './case-menu.tsx';

/** Who it is about, what may be charged, how many minutes count: in sight on every part of the case. */
export function CaseHeader() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const view = useCaseView();
  const { demographics, accommodations } = view.patient;
  const telephone = demographics.contacts.find(({ route }) => route === 'telephone');
  return (
    <header className="case-header">
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <div>
          <Title order={1}>
            <Link to="/patients/$patientId" params={{ patientId: view.patientId }} className="quiet-link">
              {demographics.firstName} {demographics.lastName}
            </Link>
            <span className="case-title">{view.title}</span>
          </Title>
          <Text size="sm" component="div" className="case-facts">
            <span>
              {t('web.case.born')} <Day on={demographics.birthDate} />,{' '}
              {t('web.case.age', { count: format.age(demographics.birthDate) })}
            </span>
            {telephone && (
              <a href={`tel:${telephone.value}`} className="telephone">
                {format.telephone(telephone.value)}
              </a>
            )}
            {demographics.language !== undefined && (
              <span>{languageName(demographics.language, i18n.language)}</span>
            )}
            <span>
              {t('web.case.owner')} {view.ownerName ?? t('web.case.nobody')}
            </span>
            {view.state !== 'open' && (
              <Badge className="state-badge">
                {t(`web.caseState.${view.state}`)}
                {view.holdUntil !== undefined && ` → ${format.date(view.holdUntil)}`}
              </Badge>
            )}
            {accommodations
              .filter(({ active }) => active)
              .map(({ accommodationId, need }) => (
                <Badge key={accommodationId} className="state-badge need">
                  {need}
                </Badge>
              ))}
          </Text>
        </div>
        <CaseMenu />
      </Group>
      <BenefitHeader />
    </header>
  );
}
