import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GatewaysView } from '#contract/set-aside.ts';
import type { RefusalView } from '#contract/views.ts';
import { useGateways } from '../api/set-aside.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { Ago } from '../ui/when.tsx';
import { SetAsideList } from './set-aside-list.tsx';

/** The ways to payers, what is wrong with each, and what came by them that nobody could be found for. */
export function Gateways() {
  const { t } = useTranslation();
  const gateways = useGateways();
  return (
    <>
      <Section title={t('web.practice.part.gateways')} lead={t('setAside.gateways.lead')}>
        <Loaded query={gateways}>
          {({ gateways: known }) =>
            known.length === 0 ? (
              <Empty>{t('setAside.gateways.empty')}</Empty>
            ) : (
              <ul className="rows">
                {known.map((gateway) => (
                  <li key={gateway.name} className="row">
                    <div className="row-main">
                      <Gateway gateway={gateway} />
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <SetAsideList />
    </>
  );
}

function Gateway({ gateway }: { readonly gateway: GatewaysView['gateways'][number] }) {
  const { t } = useTranslation();
  const { name, kind, payers, problem, last } = gateway;
  return (
    <>
      <div className="answer">
        <strong>{name}</strong>
        <Badge className={`state-badge ${problem ? 'bad' : 'good'}`}>
          {t(problem ? 'setAside.gateways.trouble' : 'setAside.gateways.ready')}
        </Badge>
      </div>
      <div className="case-facts small">
        {kind && <span>{t(`setAside.gateways.kind.${kind}`)}</span>}
        <span>
          {payers.length === 0
            ? t('setAside.gateways.noPayers')
            : t('setAside.gateways.payers', { payers: payers.join(', ') })}
        </span>
        {last && (
          <span>
            {t('setAside.gateways.last')} {t(`coverage.inquiry.state.${last.state}`)}, <Ago at={last.at} />
          </span>
        )}
      </div>
      {problem && <Trouble problem={problem} />}
      {last?.problem && <Trouble problem={last.problem} />}
    </>
  );
}

function Trouble({ problem: { what, why, next } }: { readonly problem: RefusalView }) {
  return (
    <Text size="sm">
      {what} {why} <strong>{next}</strong>
    </Text>
  );
}
