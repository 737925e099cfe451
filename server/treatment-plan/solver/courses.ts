import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';

/**
 * The courses that a plan falls into: items that intervals, visits and penalties tie to each other. What one course
 * costs at least when it has the patient and the offices to itself bounds the whole plan from below.
 */
export function coursesOf(model: DayModel): readonly (readonly number[])[] {
  const heads = model.items.map((_, index) => index);
  const head = (index: number): number => {
    const next = heads[index] ?? index;
    return next === index ? index : head(next);
  };
  const tie = (one: number | undefined, other: number | undefined) => {
    if (one !== undefined && other !== undefined) heads[head(one)] = head(other);
  };
  for (const { from, to } of model.lags) tie(from, to);
  for (const { from, to } of model.penalties) tie(from, to);
  for (const { items } of model.pairPenalties) tie(items[0], items[1]);
  for (const group of model.together) for (const item of group) tie(group[0], item);
  return [...Map.groupBy(model.items.keys(), head).values()];
}

/** The same model with some of its items and all that is about these alone. */
export function restrictTo(model: DayModel, kept: readonly number[]): DayModel {
  const places = new Map(kept.map((index, place) => [index, place]));
  const at = (index: number) => places.get(index);
  const both = <Pair extends { readonly from: number | undefined; readonly to: number | undefined }>(
    pairs: readonly Pair[],
  ): Pair[] =>
    pairs.flatMap((pair) => {
      const from = pair.from === undefined ? undefined : at(pair.from);
      const to = pair.to === undefined ? undefined : at(pair.to);
      const isGone =
        (pair.from !== undefined && from === undefined) || (pair.to !== undefined && to === undefined);
      return isGone ? [] : [{ ...pair, from, to }];
    });
  const list = (items: readonly number[]) => items.flatMap((index) => at(index) ?? []);
  return {
    days: model.days,
    items: kept.flatMap((index) => model.items[index] ?? []),
    lags: both(model.lags),
    penalties: both(model.penalties),
    dayPenalties: model.dayPenalties.flatMap((one) => {
      const item = at(one.item);
      return item === undefined ? [] : [{ ...one, item }];
    }),
    pairPenalties: model.pairPenalties.flatMap((one) => {
      const [first, second] = one.items.map(at);
      return first === undefined || second === undefined ? [] : [{ ...one, items: [first, second] as const }];
    }),
    together: model.together.map(list).filter((group) => group.length > 1),
    apart: model.apart.flatMap(([one, other]) => {
      const [first, second] = [at(one), at(other)];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
    }),
    capacities: model.capacities
      .map(({ items, minutes }) => ({ items: list(items), minutes }))
      .filter(({ items }) => items.length > 1),
    resources: model.resources.map(({ capacity, uses }) => ({
      capacity,
      uses: uses.flatMap(({ item, amount }) => {
        const place = at(item);
        return place === undefined ? [] : [{ item: place, amount }];
      }),
    })),
    placesPerDay: model.placesPerDay,
  };
}
