import { Badge, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BenefitsView, CoordinationView } from '#contract/benefits.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { useBenefits } from '../api/benefits.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { CodedText } from '../guide/coded-text.tsx';
import { Loaded } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { callAddress } from './call-address.ts';

interface Props {
  readonly coverage: Coverage;
  readonly serviceDate: CalendarDate;
}

/** What one payer does with D9992 on a day of service: five answers, each with its source or the way to find out. */
export function CoordinationPanel({ coverage, serviceDate }: Props) {
  const { caseId } = useCaseView();
  const benefits = useBenefits(caseId, coverage.coverageId, serviceDate);
  return (
    <article className="claim" aria-label={coverage.payerName}>
      <Loaded query={benefits}>{(found) => <Answered coverage={coverage} benefits={found} />}</Loaded>
    </article>
  );
}

const tones = { yes: 'good', no: 'warn', unknown: 'known' } as const;

interface AnsweredProps {
  readonly coverage: Coverage;
  readonly benefits: BenefitsView;
}

function Answered({ coverage, benefits }: AnsweredProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { coordination, questions } = benefits;
  const { parts, payable, obstacles, conflicts, mayChargePatient, mayChargeReason } = coordination;
  const open = new Set(questions.flatMap((each) => (each.open ? each.question.id : [])));
  const unknown = parts.filter(({ says, questionId }) => says.length === 0 && open.has(questionId));
  return (
    <>
      <div className="answer">
        <Text fw={600} component="h3">
          {coverage.payerName}
        </Text>
        <Badge className={`state-badge ${tones[payable]}`}>
          {t('coverage.part.known', {
            known: parts.filter(({ says }) => says.length > 0).length,
            count: parts.length,
          })}
        </Badge>
        {unknown.length > 0 && (
          <FindOut
            address={callAddress(coverage.coverageId, unknown[0]?.questionId)}
            label={t('coverage.part.findAll', { count: unknown.length })}
            about={coverage.payerName}
          />
        )}
      </div>
      <Text>
        <CodedText text={say(coordination.message)} />
      </Text>
      <Parts coverage={coverage} parts={parts} open={open} />
      {obstacles.length > 0 && (
        <ul className="gaps" aria-label={t('coverage.part.obstacles')}>
          {obstacles.map(({ words, certain, basis }, index) => (
            <li key={index}>
              <IconAlertTriangle size={16} aria-hidden className="inline-icon" />{' '}
              {certain ? say(words) : t('coverage.part.open', { words: say(words) })}
              {basis && (
                <Text size="sm" c="dimmed">
                  {say(basis)}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      {conflicts.map(({ words, followed, setAside }, index) => (
        <Text key={index} size="sm">
          <strong>{t('coverage.part.sources')}:</strong> {say(words)} ({say(followed)} / {say(setAside)}).{' '}
          {t('coverage.part.conflict.rule')}
        </Text>
      ))}
      <Text size="sm">
        <strong>{t(`web.charge.may.${mayChargePatient}`)}</strong> {say(mayChargeReason)}
      </Text>
    </>
  );
}

interface PartsProps {
  readonly coverage: Coverage;
  readonly parts: CoordinationView['parts'];
  /** Questions that are worth a call. */
  readonly open: ReadonlySet<string>;
}

function Parts({ coverage, parts, open }: PartsProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <table className="five">
      <caption className="visually-hidden">
        {t('coverage.part.title')}, {coverage.payerName}
      </caption>
      <tbody>
        {parts.map(({ about, says, bases, questionId }) => (
          <tr key={about}>
            <th scope="row">{t(`coverage.part.question.${about}`)}</th>
            {says.length === 0 ? (
              <td>
                <span className="not-known">
                  {t(open.has(questionId) ? 'coverage.part.unknown' : 'coverage.part.pointless')}
                </span>{' '}
                {open.has(questionId) && (
                  <FindOut
                    address={callAddress(coverage.coverageId, questionId)}
                    label={t('coverage.part.ask')}
                    about={t(`coverage.part.question.${about}`)}
                  />
                )}
              </td>
            ) : (
              <td>
                {says.map(say).join(', ')}
                <Text size="sm" c="dimmed">
                  {[...new Set(bases.map(say))].join('; ')}
                </Text>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FindOutProps {
  readonly address: string;
  readonly label: string;
  /** For those who do not see what stands beside it. */
  readonly about: string;
}

/** To the call, at the question that finds it out. */
function FindOut({ address, label, about }: FindOutProps) {
  const { caseId } = useCaseView();
  const may = useMay();
  if (!may('log-activity')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPhone size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link
          to="/cases/$caseId/$section"
          params={{ caseId, section: 'coverage' }}
          search={{ do: 'call', id: address }}
          {...props}
        />
      )}
    >
      {label}
      <span className="visually-hidden">: {about}</span>
    </Button>
  );
}
