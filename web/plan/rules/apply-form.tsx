import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PathwayView } from '#contract/plan-view.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { ChoiceField } from '../../ui/fields.tsx';
import { PathwayRules } from './pathway-rules.tsx';
import { useInLanguage } from '../../ui/in-language.ts';

interface Props {
  readonly pathway: PathwayView;
  readonly onDone: () => void;
}

type Chosen = Readonly<Record<string, string>>;

function filled(chosen: Chosen): Record<string, string> {
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''));
}

/** How a pathway lies on this plan: which date is which, what the clinician chooses, and steps that no code tells. */
export function ApplyForm({ pathway, onDone }: Props) {
  const { t } = useTranslation();
  const inLanguage = useInLanguage();
  const { planItems, sharedPlan } = useCaseView();
  const { application } = pathway;
  const form = useCaseForm({
    command: 'apply-pathway',
    about: pathway.pathwayId,
    initial: {
      events: (application?.events ?? {}) as Chosen,
      choices: (application?.choices ?? {}) as Chosen,
      steps: (application?.steps ?? {}) as Chosen,
    },
    build: ({ events, choices, steps }) => ({
      application: {
        pathwayId: pathway.pathwayId,
        events: filled(events),
        choices: filled(choices),
        steps: filled(steps),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  const choosing = pathway.rules.filter(({ options }) => options.length > 0);
  const open = planItems.filter(({ item }) => item.status !== 'declined' && item.status !== 'withdrawn');
  return (
    <DraftForm
      form={form}
      submitLabel={t(application ? 'web.form.save' : 'web.rules.apply')}
      onCancel={onDone}
    >
      <Text size="sm">{inLanguage(pathway.about)}</Text>
      <PathwayRules pathway={pathway} />
      {pathway.events.map(({ id, name }) => (
        <ChoiceField
          key={id}
          at={`/application/events/${id}`}
          label={t('web.rules.whichDate', { name: inLanguage(name) })}
          empty={t('web.rules.notKnownYet')}
          value={draft.events[id] ?? ''}
          onValue={(value) => change({ events: { ...draft.events, [id]: value } })}
          choices={sharedPlan.events.map(({ event }) => ({ value: event.eventId, label: event.text }))}
        />
      ))}
      {choosing.map(({ id, text, options }) => (
        <ChoiceField
          key={id}
          at={`/application/choices/${id}`}
          label={inLanguage(text)}
          empty={t('web.rules.notChosenYet')}
          value={draft.choices[id] ?? ''}
          onValue={(value) => change({ choices: { ...draft.choices, [id]: value } })}
          choices={options.map((option) => ({ value: option.id, label: inLanguage(option.text) }))}
        />
      ))}
      {pathway.steps.length > 0 && (
        <details>
          <summary>{t('web.rules.stepsByHand')}</summary>
          {open.map(({ item }) => (
            <ChoiceField
              key={item.itemId}
              at={`/application/steps/${item.itemId}`}
              label={item.text}
              empty={t('web.rules.byCode')}
              value={draft.steps[item.itemId] ?? ''}
              onValue={(value) => change({ steps: { ...draft.steps, [item.itemId]: value } })}
              choices={pathway.steps.map((step) => ({ value: step.id, label: inLanguage(step.name) }))}
            />
          ))}
        </details>
      )}
    </DraftForm>
  );
}
