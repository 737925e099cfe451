import { Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { worklistViews, type WorklistViewName } from '../api/cases.ts';
import { intoView } from '../ui/into-view.ts';

interface Props {
  readonly view: WorklistViewName;
  readonly counts: Readonly<Record<string, number>>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** The views with how much each holds, and the search in the one that is shown. */
export function WorklistTabs({ view, counts, query, onQuery }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(query);
  const ask = useDebouncedCallback(onQuery, 200);
  return (
    <div className="worklist-bar">
      <nav aria-label={t('web.worklist.views')} className="views">
        {worklistViews.map((name, index) => (
          <Link
            key={name}
            ref={name === view ? intoView : null}
            to="/worklist"
            search={{ view: name }}
            className="view"
            activeProps={{}}
            {...(name === view ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
          >
            {t(`web.worklist.view.${name}`)}
            <span className="count">{counts[name] ?? ''}</span>
            <Kbd className="view-key" aria-hidden>
              {index + 1}
            </Kbd>
          </Link>
        ))}
      </nav>
      <TextInput
        className="worklist-search"
        aria-label={t('web.worklist.search')}
        placeholder={t('web.worklist.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
    </div>
  );
}
