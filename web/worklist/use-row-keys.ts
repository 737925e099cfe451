import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { useVerify } from '../coverage/use-verify.ts';
import { worklistViews, type WorklistViewName } from '../api/cases.ts';

/** j and k move through the rows, Enter opens the one in focus, v calls its payer, 1 to 7 change the view. */
export function useRowKeys(show: (view: WorklistViewName) => void) {
  const place = useRef<HTMLTableSectionElement>(null);
  const verify = useVerify();
  const rows = () => [...(place.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
  const inFocus = () => rows().find((link) => link === document.activeElement);
  const move = (by: number) => {
    const links = rows();
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[Math.min(links.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['v', () => verify(inFocus()?.dataset['case'])],
    ...worklistViews.map((view, index): [string, () => void] => [String(index + 1), () => show(view)]),
  ]);
  return place;
}
