import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '#contract/views.ts';

const tones: Readonly<Record<string, string>> = {
  overdue: 'var(--archway-bad)',
  silent: 'var(--archway-warn)',
  'hold-ran-out': 'var(--archway-bad)',
  unowned: 'var(--archway-warn)',
};

interface Props {
  readonly flags: readonly string[];
  readonly state: WorklistRow['state'];
}

/** What needs attention, apart from the state; in words, not by color alone. */
export function Flags({ flags, state }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {state !== 'open' && <Badge className="state-badge">{t(`web.caseState.${state}`)}</Badge>}
      {flags.map((flag) => (
        <Badge key={flag} className="state-badge" style={{ color: tones[flag], borderColor: tones[flag] }}>
          {t(`web.flag.${flag}`, { defaultValue: flag })}
        </Badge>
      ))}
    </Group>
  );
}
