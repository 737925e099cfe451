import { fdiOf, placeOfTooth, type ToothPlace } from '#domain/kernel/tooth-fdi.ts';
import { tooth, type Tooth } from '#domain/kernel/tooth.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';

export type ToothState = 'conflicting' | 'planned' | 'done' | 'none';

export interface ToothCell {
  readonly tooth: Tooth;
  readonly fdi: string;
  readonly items: readonly PlanItem[];
  readonly state: ToothState;
}

export interface ToothRow {
  readonly jaw: ToothPlace['jaw'];
  readonly dentition: ToothPlace['dentition'];
  readonly cells: readonly ToothCell[];
}

const universal = {
  permanent: Array.from({ length: 32 }, (_, index) => String(index + 1)),
  primary: Array.from({ length: 20 }, (_, index) => String.fromCharCode(65 + index)),
} as const;

/**
 * The teeth as they stand in a mouth that is looked at from the front, upper jaw first. Primary teeth are there when a
 * step is on one. A supernumerary tooth has no place of its own: its steps stand on its neighbor's.
 */
export function toothRows(items: readonly PlanItem[], conflicting: ReadonlySet<string>): readonly ToothRow[] {
  const inPlay = items.filter(({ status }) => status !== 'declined' && status !== 'withdrawn');
  const onPlace = Map.groupBy(inPlay, ({ tooth }) => (tooth === undefined ? '' : keyOf(tooth)));
  const cell = (of: Tooth): ToothCell => {
    const found = onPlace.get(keyOf(of)) ?? [];
    return { tooth: of, fdi: fdiOf(of), items: found, state: stateOf(found, conflicting) };
  };
  const hasPrimary = inPlay.some(({ tooth }) => tooth && placeOfTooth(tooth).dentition === 'primary');
  const row = (jaw: ToothPlace['jaw'], dentition: ToothPlace['dentition']): ToothRow => {
    const teeth = universal[dentition].map((each) => tooth(each));
    const cells = teeth
      .filter((each) => placeOfTooth(each).jaw === jaw)
      .toSorted((a, b) => placeOfTooth(a).column - placeOfTooth(b).column)
      .map(cell);
    return { jaw, dentition, cells };
  };
  return [
    row('upper', 'permanent'),
    ...(hasPrimary ? [row('upper', 'primary'), row('lower', 'primary')] : []),
    row('lower', 'permanent'),
  ];
}

/** The tooth of the chart on which a step stands: a supernumerary one is chosen with its neighbor. */
export function isOnChartTooth(tooth: Tooth, chart: Tooth | undefined): boolean {
  return chart !== undefined && keyOf(tooth) === keyOf(chart);
}

function keyOf(tooth: Tooth): string {
  const { jaw, dentition, column } = placeOfTooth(tooth);
  return `${jaw} ${dentition} ${column}`;
}

function stateOf(items: readonly PlanItem[], conflicting: ReadonlySet<string>): ToothState {
  if (items.length === 0) return 'none';
  if (items.some(({ itemId }) => conflicting.has(itemId))) return 'conflicting';
  return items.every(({ status }) => status === 'done') ? 'done' : 'planned';
}
