import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { useFormat } from '../ui/format.ts';
import { Empty, Section } from '../ui/page.tsx';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';

/** What the patient was told beforehand; never asked for where Medicaid or a disallowed line forbids it. */
export function ChargeAgreements() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { open } = useAction();
  const { chargeAgreements, coordinationCoverage } = useCaseView();
  const forbidden =
    coordinationCoverage.length > 0 &&
    coordinationCoverage.every(({ mayChargePatient }) => mayChargePatient === 'no');
  return (
    <Section
      title={t('web.charge.title')}
      lead={t(forbidden ? 'web.charge.forbidden' : 'web.charge.lead')}
      actions={
        may('agree-charge') &&
        !forbidden && (
          <Button variant="default" onClick={() => open('agree-charge')}>
            {t('web.charge.add')}
          </Button>
        )
      }
    >
      {chargeAgreements.length === 0 ? (
        <Empty>{t('web.charge.empty')}</Empty>
      ) : (
        <ul className="rows">
          {chargeAgreements.map(({ position, agreement }) => (
            <li key={position} className="row">
              <div className="row-main">
                <Text fw={600}>
                  <CodeLink code={agreement.code} />, {format.money(agreement.amount)}:{' '}
                  {t(agreement.agreed ? 'web.charge.agreed' : 'web.charge.refused')}
                </Text>
                <Text size="sm">
                  {t('web.charge.told', { by: agreement.toldBy, to: agreement.toldTo })}{' '}
                  <Moment at={agreement.toldAt} />
                </Text>
                {agreement.note !== '' && <Text size="sm">{agreement.note}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
