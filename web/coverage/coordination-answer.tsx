import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CoverageAnswerView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { CodeLink } from '../guide/code-link.tsx';
import { CodedText } from '../guide/coded-text.tsx';
import { useFormat } from '../ui/format.ts';
import { SourceText } from '../ui/reason-text.tsx';
import { useSay, useWord } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';

/** The three answers that the domain gives, by how they look. */
const tones: Readonly<Record<string, string>> = {
  'coverage.answer.yes': 'good',
  'coverage.answer.no': 'warn',
  'coverage.answer.unknown': 'known',
};

/** One answer with its basis, its limits, and what the patient may be charged. */
export function CoordinationAnswer({ answer }: { readonly answer: CoverageAnswerView }) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWord();
  const format = useFormat();
  const { patient } = useCaseView();
  const coverage = patient.coverages.find(({ coverageId }) => coverageId === answer.coverageId);
  const tone = tones[answer.message.id] ?? 'known';
  return (
    <article className="claim" aria-label={coverage?.payerName ?? answer.code}>
      <div className="answer">
        <Text fw={600} component="h3">
          {coverage?.payerName ?? t('web.coverage.noPayer')} · <CodeLink code={answer.code} />
        </Text>
        <Badge className={`state-badge ${tone}`}>{word('coverageStatus', answer.status)}</Badge>
        <Text size="sm" c="dimmed">
          <Day on={answer.serviceDate} />
        </Text>
      </div>
      <Text>
        <CodedText text={say(answer.message)} />
      </Text>
      <Text size="sm" component="div" className="case-facts">
        <span>{t('web.coverage.basis', { basis: say(answer.basis) })}</span>
        {answer.source !== undefined && <SourceText source={answer.source} inForce={answer.inForce} />}
        {answer.fee !== undefined && <span>{t('web.coverage.fee', { fee: format.money(answer.fee) })}</span>}
      </Text>
      {answer.limits.length > 0 && (
        <ul className="reasons">
          {answer.limits.map((limit, index) => (
            <li key={index}>{say(limit)}</li>
          ))}
        </ul>
      )}
      {answer.documentation.length > 0 && (
        <Text size="sm">
          {t('web.coverage.documentation', {
            list: answer.documentation.map((each) => word('documentation', each).toLowerCase()).join('; '),
          })}
        </Text>
      )}
      <Text size="sm">
        <strong>{t(`web.charge.may.${answer.mayChargePatient}`)}</strong> {say(answer.mayChargeReason)}
      </Text>
    </article>
  );
}
