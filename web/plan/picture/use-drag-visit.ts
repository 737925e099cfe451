import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { addDays, daysBetween, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/treatment-plan/sequencing/schedule.ts';
import { slipVisit } from '#domain/treatment-plan/sequencing/slip-visit.ts';
import type { OrderShown } from '../order/order-shown.ts';
import type { Order } from '../order/use-order.ts';

interface Held {
  readonly visit: Visit;
  readonly day: CalendarDate;
  /** Where the pointer took it; absent when it is moved by keys. */
  readonly from?: number;
}

/**
 * A visit in the hand: dragged, or moved by the arrow keys a day at a time (with Shift, a week). What else would move is
 * worked out at every day; nothing is proposed before it is let go or Enter is pressed, and Escape puts it back.
 */
export function useDragVisit(
  order: Order,
  shown: OrderShown,
  pixelsPerDay: number,
  onOpen: (id: string) => void,
) {
  const [held, setHeld] = useState<Held>();
  const slipped = useMemo(() => {
    if (!held || held.day === held.visit.on) return undefined;
    const found = slipVisit(order.locked, shown.schedule, held.visit.items[0] ?? '', held.day);
    return isRefusal(found) ? undefined : found;
  }, [held, order.locked, shown.schedule]);

  const within = (day: CalendarDate) => {
    const { start, horizonDays } = shown.problem;
    return addDays(start, Math.min(horizonDays - 1, Math.max(0, daysBetween(start, day))));
  };
  const drop = () => {
    if (slipped) order.propose({ schedule: slipped.schedule, madeBy: 'by-hand', levels: [] });
    setHeld(undefined);
  };
  const handlers = (visit: Visit) => ({
    onPointerDown: (event: PointerEvent<SVGGElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeld({ visit, day: visit.on, from: event.clientX });
    },
    onPointerMove: (event: PointerEvent<SVGGElement>) => {
      if (held?.from === undefined) return;
      const day = within(addDays(visit.on, Math.round((event.clientX - held.from) / pixelsPerDay)));
      if (day !== held.day) setHeld({ ...held, day });
    },
    onPointerUp: () => {
      if (held?.day === visit.on) onOpen(visit.items[0] ?? '');
      drop();
    },
    onPointerCancel: () => setHeld(undefined),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const from = held?.visit === visit ? held.day : visit.on;
        setHeld({ visit, day: within(addDays(from, step * (event.shiftKey ? 7 : 1))) });
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        if (held && slipped) drop();
        else onOpen(visit.items[0] ?? '');
      } else if (event.key === 'Escape') setHeld(undefined);
    },
    onBlur: () => setHeld(undefined),
  });
  return { held, slipped, handlers };
}
