import { Alert, Button, List, Text } from '@mantine/core';
import { IconPencil, IconPhone, IconZoomQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseEstimate } from '#contract/case-estimate.ts';
import { callAddress } from '../coverage/call-address.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useFormat } from '../ui/format.ts';
import { useSay } from '../ui/say.ts';

/** What to find out: the fact that narrows the range most, with the way to it, then the others. */
export function Questions({ estimate }: { readonly estimate: CaseEstimate }) {
  const { t } = useTranslation();
  const say = useSay();
  const { money } = useFormat();
  const { caseId } = useCaseView();
  const [first, ...others] = estimate.questions;
  const told = ({ fact, widestThen, isSure }: CaseEstimate['questions'][number]) => {
    if (!isSure) return t('web.estimate.questionMay', { fact: say(fact) });
    if (widestThen === 0) return t('web.estimate.questionExact', { fact: say(fact) });
    return t('web.estimate.question', { fact: say(fact), width: money(widestThen) });
  };
  if (!first) return null;
  return (
    <Alert
      variant="default"
      mb="sm"
      icon={<IconZoomQuestion color="var(--archway-accent-text)" aria-hidden />}
      title={t('web.estimate.findOut')}
    >
      <Text>{told(first)}</Text>
      <Button
        mt="xs"
        component={Link}
        to={addressOf(caseId, first)}
        leftSection={
          first.itemId === undefined ? (
            <IconPhone size={18} aria-hidden />
          ) : (
            <IconPencil size={18} aria-hidden />
          )
        }
      >
        {t(first.itemId === undefined ? 'web.estimate.ask' : 'web.estimate.enter')}
      </Button>
      {others.length > 0 && (
        <details className="estimate-others">
          <summary>{t('web.estimate.others', { count: others.length })}</summary>
          <List size="sm">
            {others.map((question, index) => (
              <List.Item key={index}>{told(question)}</List.Item>
            ))}
          </List>
        </details>
      )}
      {!estimate.complete && <Text size="sm">{t('web.estimate.incomplete')}</Text>}
    </Alert>
  );
}

/** A call to the plan of which it is asked, or the step that lacks it; what is about neither stands with the coverages. */
function addressOf(caseId: string, { coverageId, itemId }: CaseEstimate['questions'][number]): string {
  if (itemId !== undefined)
    return `/cases/${caseId}/plan?do=record-plan-item&id=${encodeURIComponent(itemId)}`;
  const call = coverageId === undefined ? '' : `?do=call&id=${encodeURIComponent(callAddress(coverageId))}`;
  return `/cases/${caseId}/coverage${call}`;
}
