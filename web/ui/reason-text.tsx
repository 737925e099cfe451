import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InForce, Message, Reason } from '#contract/views.ts';
import { Places } from '../case/places.tsx';
import { CodedText } from '../guide/coded-text.tsx';
import { useFormat } from './format.ts';
import { useSay } from './say.ts';

/** A reason with what it rests on: rule, source, and places in the record. */
export function ReasonText({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation();
  const say = useSay();
  const { rule, source, inForce, evidence } = reason;
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
          {source !== undefined && <SourceText source={source} inForce={inForce} />}
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

/** Where a rule comes from, and when it holds. A payer's source is named in the words of its own title. */
function SourceText({
  source,
  inForce,
}: {
  readonly source: Message;
  readonly inForce: InForce | undefined;
}) {
  const { t } = useTranslation();
  const say = useSay();
  const { date } = useFormat();
  const named = t('web.reason.source', { source: say(source) });
  if (!inForce) return <span>{named}</span>;
  const { from, through } = inForce;
  const when =
    through === undefined
      ? t('web.reason.inForceFrom', { from: date(from) })
      : t('web.reason.inForce', { from: date(from), through: date(through) });
  return (
    <span>
      {named} ({when})
    </span>
  );
}
