import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconLicense,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { StandingBadge } from '../contact/standing-badge.tsx';
import { CoordinationSection } from '../coverage/coordination-section.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { ReasonText } from '../ui/reason-text.tsx';
import { useWord } from '../ui/say.ts';
import { AttestationSection } from './attestation-section.tsx';
import { MendButton } from './mend-button.tsx';

const icons = {
  blocks: IconCircleX,
  warns: IconAlertTriangle,
  passes: IconCircleCheck,
  waived: IconLicense,
  'not-applicable': IconCircleMinus,
} satisfies Record<CheckView['result'], unknown>;

const toMend: readonly CheckView['result'][] = ['blocks', 'warns'];
const settled: readonly CheckView['result'][] = ['passes', 'waived', 'not-applicable'];

/**
 * One of four answers, and every check behind it with its rule, its evidence and the button that mends it; what is
 * still to be done first.
 */
export function ReadinessPart() {
  const { t } = useTranslation();
  const { readiness, activities } = useCaseView();
  const { today } = useFormat();
  const lastService = activities
    .flatMap(({ activity, withdrawn }) => (withdrawn ? [] : activity.serviceDate))
    .toSorted()
    .at(-1);
  const { answer } = readiness;
  return (
    <>
      <Section
        title={t('web.section.readiness')}
        lead={t(readiness.claimed ? 'web.readiness.claimedLead' : `web.readiness.means.${answer}`)}
      >
        <div className="answer">
          <StandingBadge standing={answer} />
          <Text fw={600}>
            {t(`web.readiness.${readiness.claimed ? 'claimed' : readiness.ready ? 'ready' : 'notReady'}`)}
          </Text>
        </div>
      </Section>
      <Checks results={toMend} />
      <AttestationSection />
      <CoordinationSection serviceDate={lastService ?? today()} />
      <Checks results={settled} />
    </>
  );
}

function Checks({ results }: { readonly results: readonly CheckView['result'][] }) {
  const { t } = useTranslation();
  const { checks } = useCaseView().readiness;
  return results.map((result) => {
    const found = checks.filter((check) => check.result === result);
    return found.length === 0 ? null : (
      <Section key={result} title={t(`web.readiness.group.${result}`, { count: found.length })}>
        <ul className="rows">
          {found.map((check) => (
            <CheckRow key={check.checkId} check={check} />
          ))}
        </ul>
      </Section>
    );
  });
}

function CheckRow({ check }: { readonly check: CheckView }) {
  const { t } = useTranslation();
  const word = useWord();
  const Icon = icons[check.result];
  return (
    <li className="row check" data-result={check.result}>
      <Icon size={22} aria-hidden className="check-icon" />
      <div className="row-main">
        <Text fw={600}>
          {t(`readiness.${check.checkId}.title`)}{' '}
          <Text component="span" size="sm" c="dimmed">
            {word('checkResult', check.result)} · {t(`web.readiness.belongsTo.${check.belongsTo}`)}
          </Text>
        </Text>
        <ReasonText reason={check.reason} />
      </div>
      {check.mend && (check.result === 'blocks' || check.result === 'warns') && (
        <div className="row-side">
          <MendButton check={check} />
        </div>
      )}
    </li>
  );
}
