import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readabilityOf } from '#domain/decision/readability/readability.ts';

interface Props {
  readonly text: string;
  readonly language: string;
  /** Fewer words than this measure little, and nothing is shown. */
  readonly fewestWords?: number;
}

/** How hard the text is to read, as it is being written, and what makes it so. */
export function ReadingLevel({ text, language, fewestWords = 6 }: Props) {
  const { t } = useTranslation();
  const spoken = language === 'es' ? 'es' : 'en';
  const reading = useMemo(() => readabilityOf(text, spoken), [text, spoken]);
  if (!reading || reading.words < fewestWords) return null;
  const { value, easy, hardWords, longSentences } = reading;
  const Icon = easy ? IconCheck : IconAlertTriangle;
  const parts = [
    `${t(`web.decision.reading.${spoken === 'en' ? 'grade' : 'score'}`, { value })}: ${t(`web.decision.reading.${easy ? 'easy' : 'hard'}`)}`,
    ...(hardWords.length > 0 ? [t('web.decision.reading.words', { words: hardWords.join(', ') })] : []),
    ...(longSentences.length > 0
      ? [t('web.decision.reading.sentences', { count: longSentences.length })]
      : []),
  ];
  return (
    <Text size="sm" className="reading-level" data-easy={easy}>
      <Icon size={16} aria-hidden /> {parts.join(' · ')}
    </Text>
  );
}
