import { Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.ts';
import { CodedText } from '../guide/coded-text.tsx';
import { RefusalAlert } from './refusal.tsx';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: one heading, what can be done, and the content. */
export function Page({ title, lead, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Archway`);
  return (
    <Stack gap="md" className="page">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, lead, actions, children }: SectionProps) {
  return (
    <section className="section" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="xs" mb={children === undefined ? 0 : 'xs'}>
        <div className="section-head">
          <Title order={2}>
            <CodedText text={title} />
          </Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </section>
  );
}

/** An empty place says what to do first. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <Text component="div">{children}</Text>
      {action}
    </div>
  );
}

interface LoadedProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: Error | null };
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought, or why it did not. The last good answer stays in sight. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error instanceof Refused) return <RefusalAlert refusal={query.error.refusal} />;
  if (query.error) throw query.error;
  return <Waiting />;
}

/** Something is on its way. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="status">
      <Loader size="sm" />
      <Text>{t('web.loading')}</Text>
    </Group>
  );
}
