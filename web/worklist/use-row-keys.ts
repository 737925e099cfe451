import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { worklistViews, type WorklistViewName } from '../api/cases.ts';

/** j and k move through the rows, Enter opens the one in focus, 1 to 7 change the view. */
export function useRowKeys(show: (view: WorklistViewName) => void) {
  const place = useRef<HTMLTableSectionElement>(null);
  const move = (by: number) => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[Math.min(links.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ...worklistViews.map((view, index): [string, () => void] => [String(index + 1), () => show(view)]),
  ]);
  return place;
}
