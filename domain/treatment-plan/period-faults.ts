import { refuse, type Refusal } from '../kernel/refusal.ts';

/** No period, written `from` and `through`, ends before it begins, wherever in a value it stands. */
export function periodFault(value: unknown, at: string): Refusal | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const fault = periodFault(member, `${at}/${name}`);
    if (fault) return fault;
  }
  const { from, through } = value as { readonly from?: unknown; readonly through?: unknown };
  if (typeof from === 'string' && typeof through === 'string' && through < from)
    return refuse('plan/period-backwards', { from, through }, `${at}/through`);
  return undefined;
}
