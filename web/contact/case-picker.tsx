import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorklist } from '../api/cases.ts';
import { Empty, Loaded } from '../ui/page.tsx';
import { Day } from '../ui/when.tsx';

/** Whom is it about? Name, birth date or case, as you type; Enter takes the first. */
export function CasePicker({ onPick }: { readonly onPick: (caseId: string) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 150);
  const found = useWorklist(settled === '' ? 'mine' : 'all', settled);
  const first = found.data?.rows[0]?.caseId;
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        label={t('web.contact.which')}
        description={t('web.contact.whichHelp')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) onPick(first);
        }}
      />
      <Loaded query={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('web.contact.noCase')}</Empty>
          ) : (
            <Stack gap={4}>
              {rows.slice(0, 12).map((row) => (
                <UnstyledButton key={row.caseId} className="pick" onClick={() => onPick(row.caseId)}>
                  <Text component="span" fw={600}>
                    {row.patientName}
                  </Text>
                  <Text component="span" size="sm" c="dimmed">
                    {row.title}
                    {row.birthDate !== undefined && (
                      <>
                        {' '}
                        · <Day on={row.birthDate} />
                      </>
                    )}
                  </Text>
                </UnstyledButton>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
