import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedList } from '#contract/licensed-list.ts';
import { Refused } from '../api/client.ts';
import { useExamineList, useImportList, type ListToSend } from '../api/licensed-lists.ts';
import { DropZone } from '../ui/drop-zone.tsx';
import { Section } from '../ui/page.tsx';
import { RefusalAlert } from '../ui/refusal.tsx';
import { toast } from '../ui/toast.tsx';
import { ConfirmList } from './confirm-list.tsx';

interface Chosen {
  readonly file: File;
  readonly examined: ExaminedList;
}

/** A file is chosen, what it would become is shown and confirmed, and only then is anything kept. */
export function ImportList() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen>();
  const examine = useExamineList();
  const importing = useImportList();
  const error = importing.error ?? examine.error;

  const look = (list: ListToSend) => {
    importing.reset();
    examine.mutate(list, {
      onSuccess: (examined) => setChosen({ file: list.file, examined }),
      onError: () => {
        // A new file that cannot be read takes the place of the one before; a changed column does not.
        if (list.layout === undefined) setChosen(undefined);
      },
    });
  };
  const take = (file: File | null | undefined) => {
    if (file) look({ file });
  };
  const keep = ({ file, examined: { year, layout, codes } }: Chosen) =>
    importing.mutate(
      { file, year, layout },
      {
        onSuccess: () => {
          setChosen(undefined);
          toast(t('licensedList.screen.imported', { count: codes, year }));
        },
      },
    );
  return (
    <Section title={t('licensedList.screen.import')} lead={t('licensedList.screen.importLead')}>
      <DropZone onFiles={([file]) => take(file)}>
        <Text>{t('licensedList.screen.drop')}</Text>
        <FileButton accept=".csv,.tsv,.txt,.xlsx" onChange={take}>
          {(props) => (
            <Button
              {...props}
              variant={chosen ? 'default' : 'filled'}
              loading={examine.isPending && chosen === undefined}
              leftSection={<IconUpload size={18} aria-hidden />}
            >
              {t('licensedList.screen.choose')}
            </Button>
          )}
        </FileButton>
      </DropZone>
      {error instanceof Refused && <RefusalAlert refusal={error.refusal} />}
      <div aria-live="polite">
        {chosen && (
          <ConfirmList
            key={chosen.file.name}
            examined={chosen.examined}
            onChange={(change) => look({ file: chosen.file, ...change })}
            onCancel={() => {
              setChosen(undefined);
              importing.reset();
              examine.reset();
            }}
            onConfirm={() => keep(chosen)}
            pending={importing.isPending || examine.isPending}
          />
        )}
      </div>
    </Section>
  );
}
