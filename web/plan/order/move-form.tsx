import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { slipVisit } from '#domain/treatment-plan/sequencing/slip-visit.ts';
import { wordsHere } from '../../api/refusal-words.ts';
import { DateField } from '../../ui/fields.tsx';
import { RefusalAlert } from '../../ui/refusal.tsx';
import { Breaches } from './order-faults.tsx';
import { orderShown, type OrderShown } from './order-shown.ts';
import { useOrderWords } from './order-words.ts';
import { PromisesBroken } from './promises-broken.tsx';
import { Moves } from './proposal-part.tsx';
import type { Order } from './use-order.ts';

interface Props {
  readonly itemId: string;
  readonly shown: OrderShown;
  readonly order: Order;
  readonly onDone: () => void;
}

/** If this visit slips: what else moves with the order kept, and what breaks, at every day that is tried. */
export function MoveForm({ itemId, shown, order, onDone }: Props) {
  const { t } = useTranslation();
  const words = useOrderWords(shown.problem);
  const visit = shown.schedule.visits.find(({ items }) => items.includes(itemId));
  const [text, setText] = useState<string>(visit?.on ?? '');
  const day = parseCalendarDate(text);
  const slipped = useMemo(
    () => (isRefusal(day) ? day : slipVisit(order.locked, shown.schedule, itemId, day)),
    [day, order.locked, shown.schedule, itemId],
  );
  const slippedOrder = useMemo(
    () => (isRefusal(slipped) ? undefined : orderShown(shown.problem, slipped.schedule)),
    [slipped, shown.problem],
  );
  if (!visit) return null;
  const later = (days: number) => {
    const from = isRefusal(day) ? visit.on : day;
    const next = addDays(from, days);
    setText(daysBetween(shown.problem.start, next) < 0 ? shown.problem.start : next);
  };
  const show = () => {
    if (isRefusal(slipped)) return;
    order.propose({ schedule: slipped.schedule, madeBy: 'by-hand', levels: [] });
    onDone();
  };
  return (
    <Stack gap="sm">
      <Text fw={600}>{visit.items.map(words.step).join('; ')}</Text>
      <DateField
        label={t('web.order.newDay')}
        value={text}
        onValue={setText}
        min={shown.problem.start}
        data-autofocus
      />
      <Group gap="xs">
        {[-7, 7, 21].map((days) => (
          <Button key={days} size="compact-md" variant="default" onClick={() => later(days)}>
            {t(days < 0 ? 'web.order.earlierBy' : 'web.order.laterBy', { count: Math.abs(days) / 7 })}
          </Button>
        ))}
      </Group>
      <div aria-live="polite">
        {isRefusal(slipped) ? (
          <RefusalAlert refusal={wordsHere(slipped)} />
        ) : (
          <Stack gap="sm">
            <Moves problem={shown.problem} moves={slipped.moved} />
            {slippedOrder && <PromisesBroken shown={slippedOrder} />}
            {slippedOrder && <Breaches shown={slippedOrder} />}
          </Stack>
        )}
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone}>
          {t('web.form.cancel')}
        </Button>
        <Button onClick={show} disabled={isRefusal(slipped) || slipped.moved.length === 0}>
          {t('web.order.show')}
        </Button>
      </Group>
    </Stack>
  );
}
