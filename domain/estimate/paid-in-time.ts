import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Part } from './own-benefit.ts';

/**
 * What a plan pays of each of its instalments, `pays` in all. `until`: what its rule gives it up to a day for what it
 * would have paid by then, beside what others paid by then; an instalment never comes to more than the plan's own, so
 * that its limits by year hold. What the rule leaves over goes to the first that have room.
 */
export function paidInTime(
  parts: readonly Part[],
  pays: number,
  until: (day: CalendarDate, would: number) => number,
): readonly Part[] {
  let would = 0;
  let paid = 0;
  const inTurn = parts.map((part) => {
    would += part.pays;
    const due = Math.min(until(part.date, would), pays) - paid;
    const amount = Math.max(0, Math.min(due, part.pays));
    paid += amount;
    return amount;
  });
  let left = pays - paid;
  return parts.map((part, index) => {
    const amount = inTurn[index] ?? 0;
    const more = Math.min(left, part.pays - amount);
    left -= more;
    return { ...part, pays: amount + more };
  });
}
