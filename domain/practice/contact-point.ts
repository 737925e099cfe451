import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { ContactPoint, Route } from './practice-events.ts';

const called: readonly Route[] = ['telephone', 'fax', 'text-message'];

/**
 * Refuses what nobody could call or write to: a number of fewer than seven digits, or words in its place; an e-mail
 * address without a name before and a host after its sign. What came from elsewhere and stays as it was is kept. `at`
 * is the place of the list.
 */
export function refuseContactPoints(
  points: readonly ContactPoint[],
  before: readonly ContactPoint[] | undefined,
  at: string,
): Refusal | undefined {
  for (const [index, { route, value }] of points.entries()) {
    const isKept = before?.some((point) => point.route === route && point.value === value) === true;
    if (isKept || canBeReached(route, value)) continue;
    const place = `${at}/${index}/value`;
    return route === 'email'
      ? refuse('contact-point/email', { value }, place)
      : refuse('contact-point/number', { value }, place);
  }
  return undefined;
}

function canBeReached(route: Route, value: string): boolean {
  if (route === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());
  if (!called.includes(route)) return true;
  return /^[+(]?\d/.test(value.trim()) && value.replace(/\D/g, '').length >= 7;
}
