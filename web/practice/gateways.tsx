import { Badge, Button, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GatewaysView, TriedGateway } from '#contract/set-aside.ts';
import type { RefusalView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useGateways, useTryGateway } from '../api/set-aside.ts';
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
                    <Gateway gateway={gateway} />
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
  const { role } = useSession();
  const trying = useTryGateway(name);
  return (
    <>
      <div className="row-main">
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
        <div aria-live="polite">
          {trying.data && <Tried tried={trying.data} />}
          {trying.error instanceof Refused && <Trouble problem={trying.error.refusal} />}
        </div>
      </div>
      {kind && role !== 'auditor' && (
        <div className="row-side">
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlugConnected size={18} aria-hidden />}
            loading={trying.isPending}
            onClick={() => trying.mutate()}
          >
            {t('setAside.gateways.try.do')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </div>
      )}
    </>
  );
}

/** What the try showed, and what only a real inquiry will show. */
function Tried({ tried: { status } }: { readonly tried: TriedGateway }) {
  const { t } = useTranslation();
  if (status === undefined) return <Text size="sm">{t('setAside.gateways.try.folders')}</Text>;
  const how = status >= 500 ? 'outOfOrder' : 'reached';
  return <Text size="sm">{t(`setAside.gateways.try.${how}`, { status })}</Text>;
}

function Trouble({ problem: { what, why, next } }: { readonly problem: RefusalView }) {
  return (
    <Text size="sm">
      {what} {why} <strong>{next}</strong>
    </Text>
  );
}
