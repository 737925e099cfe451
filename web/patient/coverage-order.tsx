import { List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { wordsHere } from '../api/refusal-words.ts';
import { useFormat } from '../ui/format.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useSay, useWord } from '../ui/say.ts';

type Coverage = PatientView['coverages'][number];

/** Which plan pays first and why, and where payers, rules and what is recorded disagree: a person decides. */
export function CoverageOrder({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { coverageOrder, coverages } = patient;
  if (!coverageOrder) return null;
  const { places, cautions, refusal } = coverageOrder;
  // A rule that stands beside its plan need not be said once more.
  const isShown = (rule: string) => places.some(({ because }) => because?.id === rule);
  return (
    <section className="coverage-order" aria-label={t('coverageOrder.title')}>
      <Text fw={600} component="h3" mt="md" mb={4}>
        {t('coverageOrder.title')}
      </Text>
      {refusal && <RefusalAlert refusal={wordsHere(refusal)} />}
      {places.length > 0 && (
        <List type="ordered" size="sm">
          {places.map(({ coverageId, because }) => {
            const coverage = coverages.find((each) => each.coverageId === coverageId);
            return (
              <List.Item key={coverageId}>
                {coverage && <strong>{coverage.payerName}</strong>}
                {because && <>. {say(because)}</>}
                {coverage && <Facts coverage={coverage} />}
              </List.Item>
            );
          })}
        </List>
      )}
      {cautions.map(({ said, about }) => (
        <Text key={said.id + JSON.stringify(said.params)} size="sm" mt="xs" className="warn-text">
          <IconAlertTriangle size={16} aria-hidden className="inline-icon" /> {say(said)}{' '}
          {about && !isShown(about.id) && say(about)}
        </Text>
      ))}
    </section>
  );
}

/** What is recorded of it that a rule can go by. */
function Facts({ coverage: { order = {}, subscriber, priority } }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const word = useWord();
  const { date } = useFormat();
  const { market, employment, coveredSince, decree, custody, keptBecause } = order;
  const facts = [
    t('coverageOrder.recordedAs', { place: word('priority', priority).toLowerCase() }),
    ...(market === 'individual' ? [word('market', market)] : []),
    ...(subscriber.relationship === 'child' && subscriber.birthDate !== undefined
      ? [t('coverageOrder.holderBorn', { day: date(subscriber.birthDate) })]
      : []),
    ...(employment === undefined ? [] : [word('employment', employment)]),
    ...(coveredSince === undefined ? [] : [t('coverageOrder.since', { day: date(coveredSince) })]),
    ...(decree === undefined ? [] : [word('decree', decree)]),
    ...(custody === undefined ? [] : [word('custody', custody)]),
    ...(keptBecause === undefined ? [] : [t('coverageOrder.kept', { reason: keptBecause })]),
  ];
  return (
    <Text size="sm" c="dimmed" component="div" className="case-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </Text>
  );
}
