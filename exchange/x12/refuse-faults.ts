import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Fault } from './fault.ts';

/** The refusal of a file in which a checker found faults: names the first and counts them. */
export function refuseFaults(faults: readonly Fault[]): Refusal | undefined {
  const [fault] = faults;
  if (!fault) return undefined;
  return refuse(
    'x12/faults',
    {
      count: faults.length,
      fault: fault.code,
      segment: fault.segment,
      byte: fault.offset,
      detail: fault.what,
    },
    `segment ${fault.segment}, byte ${fault.offset}`,
  );
}
