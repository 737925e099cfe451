import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#contract/views.ts';
import { Places } from '../case/places.tsx';
import { CodedText } from '../guide/coded-text.tsx';
import { useSay } from './say.ts';

/** A reason with what it rests on: rule, source, and places in the record. */
export function ReasonText({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation();
  const say = useSay();
  const { rule, source, evidence } = reason;
  return (
    <>
      <Text size="sm">
        <CodedText text={say(reason.message)} />
      </Text>
      {(rule !== undefined || source !== undefined || evidence.length > 0) && (
        <Text size="sm" c="dimmed" component="div" className="case-facts">
          {rule !== undefined && (
            // The id of a text where the rule is the code's own, else the payer's rule by name.
            <span>{t('web.reason.rule', { rule: t(rule, { defaultValue: rule }) })}</span>
          )}
          {source !== undefined && <span>{t('web.reason.source', { source })}</span>}
          {evidence.length > 0 && (
            <span>
              {t('web.reason.evidence')} <Places places={evidence} />
            </span>
          )}
        </Text>
      )}
    </>
  );
}
