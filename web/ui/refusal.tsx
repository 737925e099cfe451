import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { createContext, use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalWords } from '#contract/say-refusal.ts';
import type { RefusalView } from '#contract/views.ts';
import { instant, parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { useEventName } from './event-name.ts';
import { useFormat } from './format.ts';
import { Ago } from './when.tsx';

const RefusalContext = createContext<RefusalView | undefined>(undefined);

/** Fields inside show the refusal that concerns them. */
export function RefusalScope(props: {
  readonly refusal: RefusalView | undefined;
  readonly children: ReactNode;
}) {
  return <RefusalContext value={props.refusal}>{props.children}</RefusalContext>;
}

/** The words of a refusal with its moments and days as the reader writes them. */
function useRefusalWords(): (refusal: RefusalView) => RefusalWords {
  const format = useFormat();
  return ({ what, why, next }) => {
    const written = (text: string) =>
      text
        .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, (moment) => format.instant(instant(moment)))
        .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => {
          const parsed = parseCalendarDate(day);
          return isRefusal(parsed) ? day : format.date(parsed);
        });
    return { what: written(what), why: written(why), next: written(next) };
  };
}

/** What is wrong with the field at this place of the request; places are compared from their end. */
export function useFieldError(at: string | undefined): string | undefined {
  const refusal = use(RefusalContext);
  const words = useRefusalWords();
  if (refusal?.at === undefined || at === undefined || !refusal.at.endsWith(at)) return undefined;
  const { what, why } = words(refusal);
  // The field has its label: the name of the input's member would be a second one, and of no language.
  return refusal.code.startsWith('input/') ? why : `${what} ${why}`;
}

interface RefusalAlertProps {
  readonly refusal: RefusalView;
  readonly onAgain?: (() => void) | undefined;
  readonly showsTheirs?: boolean | undefined;
}

/** What happened, why, what to do next; after a stale write also what others changed, with "save again". */
export function RefusalAlert({ refusal, onAgain, showsTheirs = false }: RefusalAlertProps) {
  const { t } = useTranslation();
  const { what, why, next } = useRefusalWords()(refusal);
  return (
    <Alert
      role="alert"
      variant="default"
      className="refusal"
      icon={<IconAlertTriangle color="var(--archway-bad)" aria-hidden />}
      title={what}
    >
      <Stack gap={4}>
        <Text size="sm">{why}</Text>
        <Text size="sm" fw={600}>
          {next}
        </Text>
        {refusal.changes !== undefined && <Changes changes={refusal.changes} />}
        {refusal.changes !== undefined && showsTheirs && <Text size="sm">{t('web.form.theirsShown')}</Text>}
        {refusal.changes !== undefined && onAgain && (
          <Button size="sm" mt={4} w="fit-content" onClick={onAgain}>
            {t('web.form.saveAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Changes({ changes }: { readonly changes: NonNullable<RefusalView['changes']> }) {
  const { t } = useTranslation();
  const eventName = useEventName();
  return (
    <div>
      <Text size="sm">{t('web.form.changedMeanwhile')}</Text>
      <List size="sm">
        {changes.map((change) => (
          <List.Item key={change.position}>
            {eventName(change.type)}, {change.who.name}, <Ago at={change.recordedAt} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}
