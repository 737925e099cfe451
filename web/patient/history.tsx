import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { Section } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';
import { useRecordedImport } from '../ui/use-recorded-import.ts';
import { Day } from '../ui/when.tsx';

const kinds = ['medication', 'allergy', 'procedure', 'observation', 'message'] as const;

/** What was imported about medications, allergies, procedures and findings, and what was kept without reading. */
export function History({ patient }: { readonly patient: PatientView }) {
  const recorded = useRecordedImport();
  const { t } = useTranslation();
  const word = useWord();
  const left = patient.keptResources.filter(({ outcome }) => outcome !== 'became');
  if (patient.history.length === 0 && left.length === 0) return null;
  return (
    <Section title={t('web.patient.history')}>
      {kinds.map((kind) => {
        const items = patient.history.filter((item) => item.kind === kind);
        return items.length === 0 ? null : (
          <details key={kind} className="more">
            <summary>
              {word('historyKind', kind)} ({items.length})
            </summary>
            <ul className="reasons">
              {items.map((item) => (
                <li key={item.itemId}>
                  {item.text}
                  {item.value !== undefined && `: ${item.value}`}{' '}
                  <Text component="span" size="sm" c="dimmed">
                    {item.on !== undefined && <Day on={item.on} />} {item.status}
                  </Text>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      {left.length > 0 && (
        <details className="more">
          <summary>{t('web.patient.kept', { count: left.length })}</summary>
          <ul className="reasons">
            {left.map((resource) => (
              <li key={resource.sourceKey}>
                {resource.resourceType}{' '}
                <Text component="span" size="sm" c="dimmed">
                  {[resource.reason ?? '', ...resource.flags].filter(Boolean).map(recorded).join('; ')}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
