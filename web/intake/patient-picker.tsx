import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePatients } from '../api/patients.ts';
import { Empty, Loaded } from '../ui/page.tsx';
import { Day } from '../ui/when.tsx';

/** Whose case? Name, birth date or telephone, as you type; Enter takes the first. */
export function PatientPicker({ onPick }: { readonly onPick: (patientId: string) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 150);
  const found = usePatients(settled);
  const first = found.data?.rows[0]?.patientId;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('web.find.placeholder')}
        autoFocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) onPick(first);
        }}
      />
      <Loaded query={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              action={
                <Button variant="default" renderRoot={(props) => <Link to="/patients/new" {...props} />}>
                  {t('web.patients.new')}
                </Button>
              }
            >
              {t('web.patients.nobody', { query: settled })}
            </Empty>
          ) : (
            <Stack gap={4}>
              {rows.slice(0, 12).map((row) => (
                <UnstyledButton key={row.patientId} className="pick" onClick={() => onPick(row.patientId)}>
                  <Text component="span" fw={600}>
                    {row.lastName}, {row.firstName}
                  </Text>
                  <Text component="span" size="sm" c="dimmed">
                    <Day on={row.birthDate} />
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
