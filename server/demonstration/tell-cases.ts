import type { Instant } from '#domain/kernel/calendar-date.ts';
import { CaseTelling } from './case-telling.ts';
import { demonstrationTimeZone } from './demonstration-practice.ts';
import { Diary, PracticeDays } from './practice-days.ts';
import { plots } from './plots.ts';
import type { Step, World } from './story-world.ts';
import { tellCase } from './tell-case.ts';
import { tellPatient } from './tell-patient.ts';

/** Every step of every story, for a demonstration that is begun at `now`. The same seed and moment give the same. */
export function tellCases(seed: number, now: Instant): readonly Step[] {
  const days = new PracticeDays(now, demonstrationTimeZone);
  const world: World = { seed, days, diary: new Diary(), steps: [], lastContacts: new Map() };
  for (const [person, own] of Map.groupBy(plots, (plot) => plot.person)) tellPatient(world, person, own);
  for (const plot of plots.toSorted((one, other) => other.opened - one.opened))
    tellCase(new CaseTelling(world, plot));
  return world.steps;
}
