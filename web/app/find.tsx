import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useDebouncedValue, useWindowEvent } from '@mantine/hooks';
import { IconFolder, IconSearch, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorklist } from '../api/cases.ts';
import { usePatients } from '../api/patients.ts';
import { useFormat } from '../ui/format.ts';

const [store, spotlight] = createSpotlight();

export function openFind(): void {
  spotlight.open();
}

/** Find a patient or a case while the telephone rings: by name, birth date or telephone. */
export function Find() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const actions = useFound(query);
  const found = actions.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (found !== '') chooseFirst();
  }, [found]);
  useWindowEvent('keydown', typeAhead(setQuery), { capture: true });
  return (
    <Spotlight
      store={store}
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      filter={(_query, all) => all}
      shortcut={null}
      title={t('web.find.button')}
      classNames={{ header: 'not-shown' }}
      nothingFound={query.trim().length < 2 ? t('web.find.type') : t('web.find.nothing')}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t('web.find.placeholder'),
        'aria-label': t('web.find.placeholder'),
      }}
      limit={14}
      clearQueryOnClose
    />
  );
}

/**
 * Whoever types a number while the telephone rings is quicker than the field, which has the keys only once it is
 * shown. What is typed until then is a word as well, and no key of the page behind.
 */
function typeAhead(add: (more: (before: string) => string) => void) {
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!store.getState().opened || target instanceof HTMLInputElement) return;
    if (key.length > 1 || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    event.stopPropagation();
    add((before) => before + key);
  };
}

/** Enter opens the first that is found: Spotlight chooses while one types, when the answer has not come yet. */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function useFound(query: string): SpotlightActionData[] {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(query.trim(), 150);
  const asked = settled.length >= 2;
  const patients = usePatients(settled, asked);
  const cases = useWorklist('all', settled, asked);
  if (!asked) return [];
  const foundPatients = (patients.data?.rows ?? []).slice(0, 7).map((row) => ({
    id: `patient-${row.patientId}`,
    label: `${row.lastName}, ${row.firstName}`,
    description: [
      t('web.find.born', { date: format.date(row.birthDate) }),
      ...(row.telephone === undefined ? [] : [format.telephone(row.telephone)]),
      t('web.find.openCases', { count: row.openCases }),
    ].join(' · '),
    leftSection: <IconUser size={20} aria-hidden />,
    onClick: () => void navigate({ to: '/patients/$patientId', params: { patientId: row.patientId } }),
  }));
  const foundCases = (cases.data?.rows ?? []).slice(0, 7).map((row) => ({
    id: `case-${row.caseId}`,
    label: `${row.title}: ${row.patientName}`,
    description: row.nextStep?.title ?? '',
    leftSection: <IconFolder size={20} aria-hidden />,
    onClick: () => void navigate({ to: '/cases/$caseId', params: { caseId: row.caseId } }),
  }));
  return [...foundPatients, ...foundCases];
}
