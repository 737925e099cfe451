import { Text } from '@mantine/core';
import { IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChangedChain } from '#contract/views.ts';
import { usePractice } from '../api/practice.ts';
import { Ago } from './when.tsx';

interface Props {
  /** Tells only of these chains; absent: of every one. */
  readonly of?: readonly Pick<ChangedChain, 'kind' | 'id'>[];
}

/** That the record was changed outside of Archway, where the last check found it: what, what may go on, and whom to tell. */
export function ChangedRecord({ of }: Props) {
  const { t, i18n } = useTranslation();
  const practice = usePractice().data;
  const check = practice?.recordCheck;
  const changed = (check?.changed ?? []).filter(
    (chain) => of === undefined || of.some(({ kind, id }) => kind === chain.kind && id === chain.id),
  );
  if (!practice || !check || changed.length === 0) return null;
  const administrators = practice.staff.filter(({ role, active }) => role === 'administrator' && active);
  const who = new Intl.ListFormat(i18n.language).format(administrators.map(({ name }) => name));
  return (
    <section className="gaps" role="alert">
      <Text fw={600}>
        <IconShieldX size={18} aria-hidden className="inline-icon" /> {t('changedRecord.title')}
      </Text>
      <ul>
        {changed.map((chain) => (
          <li key={`${chain.kind}/${chain.id}`}>
            <ChainLink chain={chain} />
            {chain.positions.length > 0 && (
              <>
                {', '}
                {t('changedRecord.entries', {
                  count: chain.positions.length,
                  positions: chain.positions.join(', '),
                })}
              </>
            )}
          </li>
        ))}
      </ul>
      <Text size="sm">{t('changedRecord.goOn')}</Text>
      <Text size="sm">
        {who === '' ? t('changedRecord.mend') : t('changedRecord.tell', { who })}{' '}
        {t('changedRecord.checked', { count: check.chains })} <Ago at={check.checkedAt} />.
      </Text>
    </section>
  );
}

function ChainLink({ chain: { kind, id } }: { readonly chain: ChangedChain }) {
  const { t } = useTranslation();
  const name = t(`changedRecord.chain.${kind}`, { id });
  switch (kind) {
    case 'case':
      return (
        <Link to="/cases/$caseId/$section" params={{ caseId: id, section: 'timeline' }}>
          {name}
        </Link>
      );
    case 'patient':
      return (
        <Link to="/patients/$patientId" params={{ patientId: id }}>
          {name}
        </Link>
      );
    case 'practice':
      return name;
  }
}
