import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';

type Term = readonly [factor: number, name: string];

/**
 * A plan as a mixed-integer program in the LP format: a binary for each visit group and each day on which it may be.
 * Intervals, minutes of a day and work that is kept apart; no visits, no money, no resources, no penalties for pairs.
 * Minimized is lateness, or the finishing date.
 */
export function toLp(model: DayModel, objective: 'lateness' | 'finish'): string {
  const groupOf = new Map(model.together.flatMap((group) => group.map((item) => [item, group[0] ?? item])));
  const group = (item: number) => groupOf.get(item) ?? item;
  const groups = [...Map.groupBy(model.items.keys(), group)];
  const open = new Map(
    groups.map(([head, members]) => [
      head,
      Array.from({ length: model.days }, (_, day) => day).filter((day) =>
        members.every((item) => model.items[item]?.open[day] === true),
      ),
    ]),
  );
  const isOn = (item: number, day: number) => `x${group(item)}_${day}`;
  const start = (item: number | undefined, factor: number): Term[] =>
    item === undefined ? [] : (open.get(group(item)) ?? []).map((day) => [factor * day, isOn(item, day)]);
  const rows: string[] = [];
  const row = (terms: readonly Term[], bound: string) => {
    if (terms.length > 0) rows.push(` ${sum(terms)} ${bound}`);
  };
  for (const [head, days] of open)
    row(
      days.map((day) => [1, isOn(head, day)]),
      '= 1',
    );
  for (const { from, to, days } of model.lags)
    if (from === undefined || to === undefined || group(from) !== group(to))
      row([...start(to, 1), ...start(from, -1)], `>= ${days}`);
  const onDay = (items: readonly number[], day: number, factor: (item: number) => number): Term[] =>
    items
      .filter(
        (item) => model.items[item]?.open[day] === true && open.get(group(item))?.includes(day) === true,
      )
      .map((item) => [factor(item), isOn(item, day)]);
  for (let day = 0; day < model.days; day += 1) {
    for (const { items, minutes } of model.capacities)
      row(
        onDay(items, day, (item) => model.items[item]?.minutes ?? 0),
        `<= ${minutes[day] ?? 0}`,
      );
    for (const pair of model.apart)
      row(
        onDay(pair, day, () => 1),
        '<= 1',
      );
  }
  const cost: Term[] = [];
  if (objective === 'finish') {
    cost.push([1, 'finish']);
    model.items.forEach(({ length }, item) => row([[1, 'finish'], ...start(item, -1)], `>= ${length}`));
  } else {
    model.penalties.forEach(({ from, to, offset, weight }, index) => {
      const late = `late${index}`;
      cost.push([weight, late]);
      row([[1, late], ...start(to, -1), ...start(from, 1)], `>= ${offset}`);
    });
    for (const { item, on, weight } of model.dayPenalties)
      for (const day of open.get(group(item)) ?? [])
        if (on[day] === true) cost.push([weight, isOn(item, day)]);
  }
  const binaries = [...open].flatMap(([head, days]) => days.map((day) => isOn(head, day)));
  return [
    'Minimize',
    ` ${sum(cost)}`,
    'Subject To',
    ...rows,
    'Binaries',
    ` ${binaries.join('\n ')}`,
    'End',
  ].join('\n');
}

function sum(terms: readonly Term[]): string {
  const factors = new Map<string, number>();
  for (const [factor, name] of terms) factors.set(name, (factors.get(name) ?? 0) + factor);
  return [...factors]
    .map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`)
    .join('\n ');
}
