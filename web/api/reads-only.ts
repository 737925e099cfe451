import { useSession } from './session.ts';

/** An auditor reads everything and changes nothing: what would only be refused on saving is not offered. */
export function useReadsOnly(): boolean {
  return useSession().role === 'auditor';
}
