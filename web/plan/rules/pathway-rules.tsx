import { Badge, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PathwayView } from '#contract/plan-view.ts';
import { SourceLine } from './constraint-sources.tsx';
import { useInLanguage } from '../../ui/in-language.ts';

type Rule = PathwayView['rules'][number];

/** What a pathway tells and holds nothing back by: it is told nowhere else. */
export function PathwayAdvice({ pathway }: { readonly pathway: PathwayView }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const advice = pathway.rules.filter(({ kind }) => kind === 'advice');
  if (advice.length === 0) return null;
  return (
    <ul className="pathway-rules" aria-label={t('web.rules.toKnow', { name: inLanguage(pathway.name) })}>
      {advice.map((rule) => (
        <RuleLine key={rule.ruleId} rule={rule} />
      ))}
    </ul>
  );
}

/** Every rule of a pathway with its sources, to be read before it is applied. */
export function PathwayRules({ pathway }: { readonly pathway: PathwayView }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('web.rules.brings')}</summary>
      <ul className="pathway-rules">
        {pathway.rules.map((rule) => (
          <RuleLine key={rule.ruleId} rule={rule} />
        ))}
      </ul>
    </details>
  );
}

function RuleLine({ rule: { text, sources, conflicting } }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  return (
    <li>
      <IconInfoCircle size={16} color="var(--archway-accent-text)" aria-hidden />
      <div>
        <Text size="sm">
          {inLanguage(text)}{' '}
          {conflicting && <Badge className="state-badge warn">{t('web.rules.conflicting')}</Badge>}
        </Text>
        {sources.map((source) => (
          <SourceLine key={source.title.en} source={source} />
        ))}
      </div>
    </li>
  );
}
