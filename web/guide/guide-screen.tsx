import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded, Page } from '../ui/page.tsx';
import './guide.css';
import { AskBox } from './ask-box.tsx';
import { CodeGroups } from './code-groups.tsx';
import { useGuideList } from './guide-data.ts';
import { SearchResults } from './search-results.tsx';

/** All codes of the guide, and a search in every word of it. */
export function GuideScreen() {
  const { t } = useTranslation();
  const list = useGuideList();
  const [query, setQuery] = useState('');
  return (
    <Page
      title={t('web.guide.title')}
      lead={t('web.guide.lead')}
      actions={
        <Button renderRoot={(props) => <Link to="/guide/which-code" search={{}} {...props} />}>
          {t('whichCode.title')}
        </Button>
      }
    >
      <AskBox
        examples={[
          t('web.ask.example.difference'),
          t('web.ask.example.document'),
          t('web.ask.example.washington'),
        ]}
      />
      <TextInput
        className="guide-search"
        size="md"
        type="search"
        label={t('web.guide.search')}
        placeholder={t('web.guide.searchPlaceholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Loaded query={list}>
        {({ entries }) =>
          query.trim() === '' ? (
            <CodeGroups entries={entries} />
          ) : (
            <SearchResults query={query} entries={entries} />
          )
        }
      </Loaded>
      <p className="guide-own-words">{t('web.guide.ownWords')}</p>
    </Page>
  );
}
