import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertCircleFilled,
  IconChevronDown,
  IconCircle,
  IconCircleCheckFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { CodedText } from '../guide/coded-text.tsx';
import { useSay } from '../ui/say.ts';
import { useCaseView } from './case-context.tsx';
import type { CaseSection } from './sections.ts';
import { nextOnSpine, spineOf, type SpineState, type SpineStep } from './spine.ts';
import { StepButton } from './step-button.tsx';

const icons = {
  done: IconCircleCheckFilled,
  attention: IconAlertCircleFilled,
  waiting: IconCircle,
} satisfies Record<SpineState, unknown>;

/** The progress spine: each step with its state, the next one with its button; the parts of the case hang on it. */
export function SpineNav({ section }: { readonly section: CaseSection }) {
  const { t } = useTranslation();
  const view = useCaseView();
  const { role } = useSession();
  const [opened, { toggle, close }] = useDisclosure();
  const steps = spineOf(view);
  const next = nextOnSpine(steps, view, role);
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <nav className="spine" aria-label={t('web.spine.title')}>
      <Button
        variant="default"
        fullWidth
        hiddenFrom="sm"
        onClick={toggle}
        aria-expanded={opened}
        rightSection={<IconChevronDown size={18} aria-hidden />}
        justify="space-between"
      >
        {t(`web.section.${section}`)} · {t('web.spine.progress', { done, all: steps.length })}
      </Button>
      {next && !opened && (
        <div className="spine-next-telephone">
          <StepButton step={next} />
        </div>
      )}
      <ul className={opened ? 'spine-list opened' : 'spine-list'} onClick={close}>
        <PlainItem section="overview" current={section} />
        {steps.map((step) => (
          <SpineItem key={step.section} step={step} current={section} isNext={step === next} />
        ))}
        {(['estimate', 'decision', 'tasks', 'referrals', 'questions', 'timeline'] as const).map((name) => (
          <PlainItem key={name} section={name} current={section} />
        ))}
      </ul>
    </nav>
  );
}

interface SpineItemProps {
  readonly step: SpineStep;
  readonly current: CaseSection;
  readonly isNext: boolean;
}

function SpineItem({ step, current, isNext }: SpineItemProps) {
  const { t } = useTranslation();
  const say = useSay();
  const noteId = useId();
  const Icon = icons[step.state];
  return (
    <li className={isNext ? 'vertebra next' : 'vertebra'} data-state={step.state}>
      {/* The link covers the whole row; a code in the note leads to its page of the guide, and so stands beside it. */}
      <div className="section-row">
        <Icon size={20} aria-hidden className="vertebra-icon" />
        <div className="vertebra-text">
          <SectionLink section={step.section} current={current} describedBy={noteId}>
            <span className="vertebra-name">
              {t(`web.section.${step.section}`)}
              <span className="visually-hidden">, {t(`web.spine.state.${step.state}`)}</span>
            </span>
          </SectionLink>
          <div className="vertebra-note" id={noteId}>
            <CodedText text={say(step.note)} />
          </div>
        </div>
      </div>
      {isNext && <StepButton step={step} />}
    </li>
  );
}

function PlainItem({ section, current }: { readonly section: CaseSection; readonly current: CaseSection }) {
  const { t } = useTranslation();
  const view = useCaseView();
  const open = {
    tasks: view.tasks.filter((each) => !each.ended).length,
    referrals: view.referrals.filter(({ state }) => state !== 'closed').length,
  };
  const count = section === 'tasks' || section === 'referrals' ? open[section] : 0;
  return (
    <li className="plain-item">
      <div className="section-row">
        <SectionLink section={section} current={current}>
          <span className="vertebra-name">{t(`web.section.${section}`)}</span>
        </SectionLink>
        {count > 0 && <span className="count">{count}</span>}
      </div>
    </li>
  );
}

function SectionLink(props: {
  readonly section: CaseSection;
  readonly current: CaseSection;
  readonly describedBy?: string;
  readonly children: React.ReactNode;
}) {
  const { caseId } = useCaseView();
  return (
    <Link
      to="/cases/$caseId/$section"
      params={{ caseId, section: props.section }}
      search={{}}
      resetScroll={false}
      className="section-link"
      aria-current={props.section === props.current ? 'page' : undefined}
      aria-describedby={props.describedBy}
    >
      {props.children}
    </Link>
  );
}
