import { Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseView } from '../case/case-context.tsx';
import { useWord } from '../ui/say.ts';

/** What every visit of the plan has to allow for. */
export function Accommodations({ lead }: { readonly lead?: string }) {
  const { t } = useTranslation();
  const word = useWord();
  const needs = useCaseView().patient.accommodations.filter(({ active }) => active);
  if (needs.length === 0) return null;
  return (
    <>
      {lead !== undefined && <Text size="sm">{lead}</Text>}
      <ul className="accommodations" aria-label={t('web.plan.accommodations')}>
        {needs.map(({ accommodationId, kind, need, accommodation }) => (
          <li key={accommodationId}>
            <IconHeartHandshake size={18} aria-hidden />
            <Text size="sm">
              <strong>{word('need', kind)}:</strong> {need}
              {accommodation !== '' && <> · {accommodation}</>}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
