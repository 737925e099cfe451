import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { CodedText } from '../guide/coded-text.tsx';
import { CodeLink } from '../guide/code-link.tsx';
import { Pointers } from '../guide/pointers.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useSay } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { Moment } from '../ui/when.tsx';
import { DecideCodeForm } from './decide-code-form.tsx';
import { useCodeName } from './code-name.ts';

/** Which code fits this work, or none, with the facts for and against; a person decides. */
export function CodePart() {
  const { t } = useTranslation();
  const say = useSay();
  const codeName = useCodeName();
  const may = useMay();
  const { action, open, close } = useAction();
  const { codeProposal, codeDecisions } = useCaseView();
  return (
    <>
      <Section
        title={t('web.section.code')}
        lead={t('web.code.lead')}
        actions={
          may('decide-code') && <Button onClick={() => open('decide-code')}>{t('web.code.decide')}</Button>
        }
      >
        <Text size="lg" fw={600}>
          <CodedText text={t('web.code.proposed', { code: codeName(codeProposal.code) })} />
        </Text>
        <Text>
          <CodedText text={say(codeProposal.because)} />
        </Text>
        <Pointers pointers={codeProposal.pointers} />
        <div className="three-columns">
          <Facts title={t('web.code.for')} facts={codeProposal.factsFor} />
          <Facts title={t('web.code.against')} facts={codeProposal.factsAgainst} />
          <Facts title={t('web.code.missing')} facts={codeProposal.missing} />
        </div>
      </Section>
      {codeProposal.groups.length > 1 && (
        <Section title={t('web.code.groups')} lead={t('web.code.groupsLead')}>
          <dl className="said codes">
            {codeProposal.groups.map(({ code, because, activityIds }) => (
              <div key={code}>
                <dt>
                  <CodeLink code={code}>{codeName(code)}</CodeLink>
                </dt>
                <dd>
                  {t('web.code.activities', { count: activityIds.length })}: <CodedText text={say(because)} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {codeProposal.neighbors.length > 0 && (
        <Section title={t('web.code.neighbors')} lead={t('web.code.neighborsLead')}>
          <dl className="said codes">
            {codeProposal.neighbors.map(({ code, needs }) => (
              <div key={code}>
                <dt>
                  <CodeLink code={code}>{codeName(code)}</CodeLink>
                </dt>
                <dd>
                  <CodedText text={needs.map((need) => say(need)).join('; ')} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section title={t('web.code.decisions')}>
        {codeDecisions.length === 0 ? (
          <Empty>{t('web.code.noDecision')}</Empty>
        ) : (
          <ul className="rows">
            {codeDecisions.toReversed().map(({ position, who, occurredAt, decision }) => (
              <li key={position} className="row">
                <div className="row-main">
                  <Text fw={600}>
                    <CodeLink code={decision.code}>{codeName(decision.code)}</CodeLink>
                    {decision.code !== decision.proposed &&
                      ` (${t('web.code.otherThanProposed', { code: codeName(decision.proposed) })})`}
                  </Text>
                  {decision.reason !== '' && <Text>{decision.reason}</Text>}
                  <Text size="sm" c="dimmed">
                    {who.name} · <Moment at={occurredAt} /> ·{' '}
                    {t('web.code.activities', { count: decision.activityIds.length })}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.code.decide')} opened={action === 'decide-code'} onClose={close}>
        <DecideCodeForm onDone={close} />
      </Panel>
    </>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Message[] }) {
  const say = useSay();
  const { t } = useTranslation();
  return (
    <div>
      <Text fw={600} component="h3">
        {title}
      </Text>
      {facts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('web.code.nothing')}
        </Text>
      ) : (
        <ul className="reasons">
          {facts.map((fact, index) => (
            <li key={index}>
              <CodedText text={say(fact)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
