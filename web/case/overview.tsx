import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Documents } from '../patient/documents.tsx';
import { Section } from '../ui/page.tsx';
import { ActivityList } from '../contact/activity-list.tsx';
import { TaskList } from '../task/task-list.tsx';
import { TeamNumbers } from '../team/team-numbers.tsx';
import { Ball } from '../worklist/ball.tsx';
import { useNextStepText } from '../worklist/next-step-text.ts';
import { Day } from '../ui/when.tsx';
import { useCaseView } from './case-context.tsx';
import { nextOnSpine, spineOf } from './spine.ts';
import { StepButton } from './step-button.tsx';
import { useSay } from '../ui/say.ts';

/** Where the case is: who has the ball, what is open, whom to call, what happened last. */
export function Overview() {
  const { t } = useTranslation();
  const view = useCaseView();
  const open = view.tasks.filter((each) => !each.ended);
  const recent = view.activities
    .filter((each) => !each.withdrawn)
    .toReversed()
    .slice(0, 4);
  return (
    <>
      <NextStep />
      <div className="two-columns">
        <Section title={t('web.overview.openTasks')}>
          <TaskList tasks={open} />
        </Section>
        <Section title={t('web.overview.team')}>
          <TeamNumbers />
        </Section>
      </div>
      <Section title={t('web.overview.recent')}>
        <ActivityList activities={recent} />
      </Section>
      <Documents patient={view.patient} of={{ kind: 'case', id: view.caseId }} />
      <Section title={t('web.overview.reason')}>
        <Text className="as-typed">{view.reason}</Text>
      </Section>
    </>
  );
}

function NextStep() {
  const { t } = useTranslation();
  const say = useSay();
  const view = useCaseView();
  const { role } = useSession();
  const nextText = useNextStepText();
  const onSpine = nextOnSpine(spineOf(view), view, role);
  const step = view.nextStep;
  return (
    <Section title={t('web.overview.nextStep')}>
      <div className="next-step">
        <div>
          <Text size="lg" fw={600}>
            {step ? nextText(step) : t('web.worklist.noNextStep')}
          </Text>
          {step?.due !== undefined && (
            <Text size="sm">
              {t('web.overview.due')} <Day on={step.due} relative />
            </Text>
          )}
          {step?.title === 'predetermination' && (
            <Link to="/cases/$caseId/$section" params={{ caseId: view.caseId, section: 'coverage' }}>
              {t('predetermination.open')}
            </Link>
          )}
        </div>
        <Ball step={step} />
        {onSpine && (
          <div className="next-on-spine">
            <Text size="sm">
              {t(`web.section.${onSpine.section}`)}: {say(onSpine.note)}
            </Text>
            <StepButton step={onSpine} />
          </div>
        )}
      </div>
    </Section>
  );
}
