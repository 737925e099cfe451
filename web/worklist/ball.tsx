import { IconBuilding, IconHeartHandshake, IconQuestionMark, IconUser } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NextStepView } from '#contract/views.ts';
import { useSession } from '../api/session.ts';
import { HowLong } from '../ui/when.tsx';

const icons = {
  staff: IconUser,
  'team-member': IconBuilding,
  patient: IconHeartHandshake,
  nobody: IconQuestionMark,
} as const;

/** Who has the ball, and since when. */
export function Ball({ step }: { readonly step: NextStepView | undefined }) {
  const { t } = useTranslation();
  const session = useSession();
  if (!step) return null;
  const { holder, since } = step;
  const Icon = icons[holder.kind];
  const mine = holder.kind === 'staff' && holder.id === session.staffId;
  const name = mine ? t('web.ball.you') : holder.kind === 'nobody' ? t('web.ball.nobody') : holder.name;
  return (
    <span className="ball">
      <Icon size={18} aria-hidden />
      <span>
        {name}
        <Text size="sm" c="dimmed" component="span" display="block">
          <HowLong since={since} />
        </Text>
      </span>
    </span>
  );
}
