import { Button, Group, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PathwayView } from '#contract/plan-view.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useMay } from '../../case/may.ts';
import { ReasonForm } from '../../case/reason-form.tsx';
import { Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWord } from '../../ui/say.ts';
import { useAction } from '../../ui/use-action.ts';
import { ApplyForm } from './apply-form.tsx';
import { PathwayAdvice } from './pathway-rules.tsx';
import { useInLanguage } from '../../ui/in-language.ts';

/** Pathways in force, those that match with the reason why, and the others. */
export function Pathways() {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const { sharedPlan } = useCaseView();
  const { action, subject, close } = useAction();
  const chosen = sharedPlan.pathways.find(({ pathwayId }) => pathwayId === subject);
  const near = sharedPlan.pathways.filter(({ application, because }) => application ?? because.length > 0);
  const others = sharedPlan.pathways.filter((each) => !near.includes(each));
  return (
    <>
      <Section title={t('web.rules.pathways')} lead={t('web.rules.pathwaysLead')}>
        <ul className="rows">
          {near.map((each) => (
            <PathwayRow key={each.pathwayId} pathway={each} />
          ))}
        </ul>
        <details>
          <summary>{t('web.rules.otherPathways', { count: others.length })}</summary>
          <ul className="rows">
            {others.map((each) => (
              <PathwayRow key={each.pathwayId} pathway={each} />
            ))}
          </ul>
        </details>
      </Section>
      <Panel
        title={chosen ? inLanguage(chosen.name) : ''}
        opened={action === 'apply-pathway' && chosen !== undefined}
        onClose={close}
      >
        {chosen && <ApplyForm key={chosen.pathwayId} pathway={chosen} onDone={close} />}
      </Panel>
      <Panel
        title={t('web.rules.lift')}
        opened={action === 'lift-pathway' && chosen !== undefined}
        onClose={close}
      >
        {chosen && (
          <ReasonForm
            command="lift-pathway"
            about={chosen.pathwayId}
            lead={t('web.rules.liftLead', { name: inLanguage(chosen.name) })}
            build={(reason) => ({ pathwayId: chosen.pathwayId, reason })}
            submitLabel={t('web.rules.lift')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}

function PathwayRow({ pathway }: { readonly pathway: PathwayView }) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const word = useWord();
  const may = useMay();
  const { open } = useAction();
  const { sharedPlan } = useCaseView();
  const { pathwayId, application, because } = pathway;
  const waiting = application
    ? sharedPlan.waiting.flatMap((each) => {
        const rule = pathway.rules.find(({ ruleId }) => ruleId === each.ruleId);
        return rule ? [{ ...each, rule }] : [];
      })
    : [];
  const named = (each: (typeof waiting)[number]) => {
    const event = pathway.events.find(({ id }) => id === each.name);
    return each.for === 'event' && event ? inLanguage(event.name) : inLanguage(each.rule.text);
  };
  const reason = ({ kind, what }: PathwayView['because'][number]) => {
    const written = what.map((each) => {
      if (kind === 'need' || kind === 'modality') return word(kind, each);
      const step = kind === 'steps' ? pathway.steps.find(({ id }) => id === each) : undefined;
      return step ? inLanguage(step.name) : each;
    });
    return t(`web.rules.reason.${kind}`, { what: written.join(' → ') });
  };
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{inLanguage(pathway.name)}</Text>
        <Text size="sm">{inLanguage(pathway.about)}</Text>
        {because.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('web.rules.because', { what: because.map(reason).join('; ') })}
          </Text>
        )}
        {application && <PathwayAdvice pathway={pathway} />}
        {waiting.map((each) => (
          <Text key={`${each.ruleId} ${each.name}`} size="sm" className="waiting">
            <IconHourglass size={15} className="inline-icon" aria-hidden />{' '}
            {t(`web.rules.waits.${each.for}`, { name: named(each) })}
          </Text>
        ))}
      </div>
      <Group className="row-side">
        {may('apply-pathway') && (
          <Button
            size="compact-md"
            variant={application && waiting.length === 0 ? 'default' : 'filled'}
            onClick={() => open('apply-pathway', pathwayId)}
          >
            {t(
              waiting.length > 0 ? 'web.rules.complete' : application ? 'web.form.change' : 'web.rules.apply',
            )}
            <span className="visually-hidden"> {inLanguage(pathway.name)}</span>
          </Button>
        )}
        {application && may('lift-pathway') && (
          <Button size="compact-md" variant="default" onClick={() => open('lift-pathway', pathwayId)}>
            {t('web.rules.lift')}
            <span className="visually-hidden"> {inLanguage(pathway.name)}</span>
          </Button>
        )}
      </Group>
    </li>
  );
}
