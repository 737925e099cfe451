import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LongTextField, TextField } from '../ui/fields.tsx';
import { ReadingLevel } from './reading-level.tsx';
import type { RiskDraft } from './sheet-draft.ts';

interface Props {
  readonly risk: RiskDraft;
  readonly at: string;
  readonly number: number;
  readonly language: string;
  readonly change: (part: Partial<RiskDraft>) => void;
  readonly remove: () => void;
}

/** What may go wrong, in words, and of how many people: a number is somebody's, so it has a source beside it. */
export function RiskFields({ risk, at, number, language, change, remove }: Props) {
  const { t } = useTranslation();
  const figure = (name: 'least' | 'most', label: string) => (
    <TextField
      at={`${at}/ofHundred`}
      label={label}
      inputMode="numeric"
      value={risk[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <div className="risk-fields">
      <div>
        <LongTextField
          at={`${at}/text`}
          label={t('web.decision.risk', { number })}
          minRows={1}
          lang={language}
          value={risk.text}
          onValue={(text) => change({ text })}
        />
        <ReadingLevel text={risk.text} language={language} />
      </div>
      <div className="risk-figures">
        {figure('least', t('web.decision.ofHundred'))}
        {figure('most', t('web.decision.ofHundredMost'))}
        <TextField
          label={t('web.decision.source')}
          value={risk.source}
          onValue={(source) => change({ source })}
        />
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t('web.decision.removeRisk')}
        </Button>
      </div>
    </div>
  );
}
