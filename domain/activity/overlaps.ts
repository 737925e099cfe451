import { overlapSeconds, type TimedWork } from './seconds.ts';

export interface CodedWork extends TimedWork {
  readonly caseId: string;
  readonly patientId: string;
  /** Codes that claims or decisions have put on this activity. */
  readonly codes: readonly string[];
}

/**
 * What auditors look for (field-facts 5): one person in two places, one interval for two patients, one interval
 * under two codes. The activities may come from many cases.
 */
export type Overlap =
  | {
      readonly kind: 'same-person' | 'two-patients';
      readonly activityIds: readonly [string, string];
      readonly caseIds: readonly [string, string];
      readonly seconds: number;
    }
  | {
      readonly kind: 'two-codes';
      readonly activityIds: readonly [string] | readonly [string, string];
      readonly caseIds: readonly [string] | readonly [string, string];
      readonly codes: readonly string[];
    };

export function findOverlaps(works: readonly CodedWork[]): readonly Overlap[] {
  const found: Overlap[] = works.flatMap((work) => {
    const codes = [...new Set(work.codes)].sort();
    return codes.length > 1
      ? [{ kind: 'two-codes' as const, activityIds: [work.activityId], caseIds: [work.caseId], codes }]
      : [];
  });
  for (const own of Map.groupBy(works, (work) => work.staffId).values()) {
    const sorted = own.toSorted((one, other) => (one.time.startedAt < other.time.startedAt ? -1 : 1));
    sorted.forEach((one, index) => {
      for (const other of sorted.slice(index + 1)) {
        if (other.time.startedAt >= one.time.endedAt) break;
        found.push(...overlapsOf(one, other));
      }
    });
  }
  return found;
}

function overlapsOf(one: CodedWork, other: CodedWork): readonly Overlap[] {
  const seconds = overlapSeconds(one.time, { start: other.time.startedAt, end: other.time.endedAt });
  if (seconds === 0) return [];
  const activityIds = [one.activityId, other.activityId] as const;
  const caseIds = [one.caseId, other.caseId] as const;
  const kind = one.patientId === other.patientId ? 'same-person' : 'two-patients';
  const codes = [...new Set([...one.codes, ...other.codes])].sort();
  const both = one.codes.length > 0 && other.codes.length > 0 && codes.length > 1;
  return [
    { kind, activityIds, caseIds, seconds },
    ...(both ? [{ kind: 'two-codes' as const, activityIds, caseIds, codes }] : []),
  ];
}
