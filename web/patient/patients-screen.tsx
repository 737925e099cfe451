import { Button, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '#contract/views.ts';
import { usePatients } from '../api/patients.ts';
import { useReadsOnly } from '../api/reads-only.ts';
import { useFormat } from '../ui/format.ts';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { Day } from '../ui/when.tsx';

/** Find while the telephone rings: name, birth date or number, as you type. */
export function PatientsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readsOnly = useReadsOnly();
  const search = useSearch({ strict: false });
  const query = search.query ?? '';
  const [text, setText] = useState(query);
  const found = usePatients(query);
  const ask = useDebouncedCallback(
    (query: string) => void navigate({ to: '/patients', search: { query }, replace: true }),
    150,
  );
  return (
    <Page
      title={t('web.patients.title')}
      lead={t('web.patients.lead')}
      actions={
        readsOnly ? undefined : (
          <Button
            renderRoot={(props) => <Link to="/patients/new" {...props} />}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('web.patients.new')}
          </Button>
        )
      }
    >
      <TextInput
        size="md"
        autoFocus
        aria-label={t('web.find.placeholder')}
        placeholder={t('web.find.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <Loaded query={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t(query === '' ? 'web.patients.empty' : 'web.patients.nobody', { query })}</Empty>
          ) : (
            <ul className="rows list">
              {rows.map((row) => (
                <Row key={row.patientId} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row }: { readonly row: PatientRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/patients/$patientId" params={{ patientId: row.patientId }} className="row-link">
          {row.lastName}, {row.firstName}
        </Link>
        <Text size="sm" component="div" className="case-facts">
          <span>
            {t('web.case.born')} <Day on={row.birthDate} />,{' '}
            {t('web.case.age', { count: format.age(row.birthDate) })}
          </span>
          <span>{t('web.find.openCases', { count: row.openCases })}</span>
        </Text>
      </div>
      {row.telephone !== undefined && (
        <a href={`tel:${row.telephone}`} className="telephone">
          {format.telephone(row.telephone)}
        </a>
      )}
    </li>
  );
}
