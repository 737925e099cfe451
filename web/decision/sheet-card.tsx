import { Badge, Button, Group, Text } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OptionSheetView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Ago, Moment } from '../ui/when.tsx';

interface Props {
  readonly row: OptionSheetView;
}

/** One question: its options, who wrote them, what was decided on which version, and what was decided before. */
export function SheetCard({ row }: Props) {
  const { t } = useTranslation();
  const { versions, decisions, withdrawn } = row;
  const newest = versions.at(-1);
  if (!newest) return null;
  const { sheet, who, recordedAt } = newest;
  return (
    <li className="sheet-card">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="section-head">
          <Text className="big" lang={sheet.language}>
            {sheet.question}
          </Text>
          <Text size="sm" c="dimmed">
            {t('web.decision.version', { version: sheet.version, name: who.name })} <Ago at={recordedAt} /> ·{' '}
            {sheet.language === 'es' ? 'Español' : 'English'}
          </Text>
        </div>
        {!withdrawn && <SheetActions row={row} />}
      </Group>
      <ul className="option-names" lang={sheet.language}>
        {sheet.options.map(({ optionId, name }) => (
          <li key={optionId}>{name}</li>
        ))}
      </ul>
      {withdrawn ? (
        <Text size="sm">
          {t('web.decision.withdrawn', { name: withdrawn.who.name, reason: withdrawn.reason })}{' '}
          <Ago at={withdrawn.recordedAt} />
        </Text>
      ) : decisions.length === 0 ? (
        <Text size="sm">{t('web.decision.undecided')}</Text>
      ) : (
        decisions
          .toReversed()
          .map((decided, index) => (
            <Decided key={decided.decision.decisionId} row={row} decided={decided} isLatest={index === 0} />
          ))
      )}
    </li>
  );
}

/** What can be done with a sheet that stands. */
function SheetActions({ row: { sheetId, decisions } }: Props) {
  const { t } = useTranslation();
  const { open } = useAction();
  const may = useMay();
  const { caseId } = useCaseView();
  const next = decisions.length === 0 ? 'record-decision' : 'revisit-decision';
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconEye size={18} aria-hidden />}
        renderRoot={(props) => (
          <Link
            to="/for-patient/$caseId/options/$sheetId"
            params={{ caseId, sheetId }}
            search={{}}
            {...props}
          />
        )}
      >
        {t('web.decision.look')}
      </Button>
      {may('print-document') && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => open('print', 'options')}
        >
          {t('web.decision.print')}
        </Button>
      )}
      {may('record-options') && (
        <Button variant="default" onClick={() => open('record-options', sheetId)}>
          {t('web.decision.change')}
        </Button>
      )}
      {may('withdraw-options') && decisions.length === 0 && (
        <Button variant="default" onClick={() => open('withdraw-options', sheetId)}>
          {t('web.decision.withdraw')}
        </Button>
      )}
      {may(next) && (
        <Button onClick={() => open(next, sheetId)}>
          {t(`web.decision.${next === 'record-decision' ? 'record' : 'revisit'}`)}
        </Button>
      )}
    </Group>
  );
}

interface DecidedProps {
  readonly row: OptionSheetView;
  readonly decided: OptionSheetView['decisions'][number];
  readonly isLatest: boolean;
}

function Decided({ row, decided, isLatest }: DecidedProps) {
  const { t } = useTranslation();
  const word = useWord();
  const { decision, revisit, occurredAt, who } = decided;
  const seen = row.versions.find(({ sheet }) => sheet.version === decision.seenVersion)?.sheet;
  const option = seen?.options.find(({ optionId }) => optionId === decision.optionId)?.name ?? '';
  const heavy = decision.weights.filter(({ weight }) => weight >= 7).map(({ valueId }) => valueId);
  const values = seen?.values.filter(({ valueId }) => heavy.includes(valueId)).map(({ text }) => text) ?? [];
  const facts = [
    decision.reason !== '' && t('web.decision.because', { reason: decision.reason }),
    revisit && t('web.decision.revisitedBecause', { why: revisit.why }),
    values.length > 0 && t('web.decision.mattersMost', { values: values.join(' · ') }),
    t('web.decision.tookPart', {
      people: decision.tookPart.map(({ kind, name }) => `${name} (${word('participant', kind)})`).join(', '),
    }),
    decision.interpreter.way !== 'not-needed' &&
      t('web.decision.interpreted', {
        way: [word('interpreterWay', decision.interpreter.way), decision.interpreter.name]
          .filter(Boolean)
          .join(', '),
      }),
    t('web.decision.teachBack', {
      outcome: [
        word('teachBack', decision.teachBack.outcome),
        decision.teachBack.words && `“${decision.teachBack.words}”`,
      ]
        .filter(Boolean)
        .join(': '),
    }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className="decided" data-latest={isLatest}>
      <Group gap="xs">
        <Text fw={600} lang={seen?.language}>
          {t(isLatest ? 'web.decision.chosen' : 'web.decision.earlier', { option })}
        </Text>
        <Badge variant="outline">{t('web.decision.onVersion', { version: decision.seenVersion })}</Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {who.name}, <Moment at={occurredAt} />
      </Text>
      {isLatest && decision.seenVersion < row.versions.length && (
        <Text size="sm" fw={600}>
          {t('web.decision.changedSince')}
        </Text>
      )}
      <ul className="decided-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
