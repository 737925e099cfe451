import { Badge, Text } from '@mantine/core';
import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { useFormat } from '../ui/format.ts';
import { AskPassages } from './ask-passages.tsx';
import { CodedText } from './coded-text.tsx';
import { StatementText } from './statement-text.tsx';

const tones = { answered: 'good', partly: 'warn', 'not-known': 'known' } satisfies Record<
  AssistantAnswer['status'],
  string
>;

interface Props {
  readonly question: string;
  readonly answer: AssistantAnswer;
  readonly onCase?: boolean;
}

/** How far it is answered, the answer, what would have to be known, and every passage that it rests on. */
export function AskAnswer({ question, answer, onCase = false }: Props) {
  const { t } = useTranslation();
  return (
    <article className="ask-answer" data-status={answer.status}>
      <p className="ask-asked">
        <Badge component="span" className={`state-badge ${tones[answer.status]}`}>
          {t(`web.ask.status.${answer.status}`)}
        </Badge>{' '}
        <Text component="span" size="sm" c="dimmed">
          {question.trim() === '' ? t('web.ask.nothingTyped') : shortened(question)}
        </Text>
      </p>
      <AnswerText text={answer.answer} />
      <Notes
        title={t('web.ask.missing')}
        notes={answer.missing}
        icon={<IconHelpCircle size={18} aria-hidden />}
      />
      <Notes
        title={t('web.ask.safety')}
        notes={answer.safety}
        icon={<IconAlertTriangle size={18} aria-hidden />}
      />
      <AskPassages citations={answer.citations} onCase={onCase} />
    </article>
  );
}

function shortened(question: string): string {
  return question.length > 160 ? `${question.slice(0, 160)}…` : question;
}

/** Lines of an answer: a line that begins with a hyphen is an item of the list that it stands in. */
export function AnswerText({ text }: { readonly text: string }) {
  const written = useDaysWritten();
  const lines = written(text)
    .split('\n')
    .map((line) => ({ item: line.startsWith('- '), words: line.replace(/^- /, '') }));
  const blocks: { readonly item: boolean; readonly words: string[] }[] = [];
  for (const { item, words } of lines) {
    const last = blocks.at(-1);
    if (item && last?.item === true) last.words.push(words);
    else blocks.push({ item, words: [words] });
  }
  return blocks.map(({ item, words }, index) =>
    item ? (
      <ul key={index}>
        {words.map((each, place) => (
          <li key={place}>
            <StatementText text={each} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={index}>
        <CodedText text={words.join(' ')} />
      </p>
    ),
  );
}

/** Days as the reader writes them: programs, which get the same answer, want 2020-04-24. */
function useDaysWritten(): (text: string) => string {
  const { date } = useFormat();
  return (text) => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, date);
}

function Notes(props: {
  readonly title: string;
  readonly notes: readonly string[];
  readonly icon: React.ReactNode;
}) {
  const written = useDaysWritten();
  if (props.notes.length === 0) return null;
  return (
    <div className="ask-notes">
      <Text fw={600} size="sm" className="ask-notes-title">
        {props.icon} {props.title}
      </Text>
      <ul>
        {props.notes.map((note) => (
          <li key={note}>
            <CodedText text={written(note)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
