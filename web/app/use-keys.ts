import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useReadsOnly } from '../api/reads-only.ts';
import { useContactDesk } from '../contact/use-contact-desk.ts';
import { useVerify } from '../coverage/use-verify.ts';
import { openFind } from './find.tsx';
import { showKeys } from './key-help.tsx';

/** Keys that work on every screen, outside of fields. */
export function useKeys(): void {
  const navigate = useNavigate();
  const { caseId } = useParams({ strict: false });
  const desk = useContactDesk();
  const verify = useVerify();
  const readsOnly = useReadsOnly();
  useHotkeys([
    ['c', () => readsOnly || desk.open(caseId)],
    ['/', openFind],
    ['mod+K', openFind],
    ['shift+?', showKeys],
    ['?', showKeys],
    ['v', () => verify(caseId)],
    ['w', () => void navigate({ to: '/worklist' })],
    ['p', () => void navigate({ to: '/patients' })],
    ['i', () => readsOnly || void navigate({ to: '/import' })],
    ['g', () => void navigate({ to: '/guide' })],
  ]);
}
