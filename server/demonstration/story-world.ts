import type { Instant } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { Chance } from './chance.ts';
import { later, type Diary, type PracticeDays, type Slot } from './practice-days.ts';

/** One thing that somebody did, in the order of time and not of telling. */
export interface Step {
  readonly at: Instant;
  readonly staffId: string;
  /** For whoever mends a story that no longer fits the rules. */
  readonly what: string;
  readonly run: (archway: Archway, person: Person) => Promise<unknown>;
}

/** What all stories share while they are written. */
export interface World {
  readonly seed: number;
  readonly days: PracticeDays;
  readonly diary: Diary;
  readonly steps: Step[];
  /** The time of each case's last contact, by the case's key. */
  readonly lastContacts: Map<string, Slot>;
}

/** Each story has its own chance, so that a change in one leaves the others as they are. */
export function chanceOf(world: World, key: string): Chance {
  let mixed = world.seed;
  for (const letter of key) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return new Chance(mixed);
}

/** Does the steps as they happened. The clock of `archway` is set through `setClock`. */
export async function perform(
  steps: readonly Step[],
  archway: Archway,
  people: ReadonlyMap<string, Person>,
  setClock: (now: Instant) => void,
): Promise<void> {
  const inOrder = steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { at, staffId, what, run } of inOrder) {
    const person = people.get(staffId);
    if (!person) throw new Error(`demonstration: ${what} by ${staffId}, who is not of the practice`);
    setClock(at);
    const result = await run(archway, person);
    if (isRefusal(result))
      throw new Error(`demonstration: ${what}: ${result.code} ${JSON.stringify(result.params)}`);
  }
}

/** Where a story stands in time. It only goes forward. */
export class Timeline {
  readonly #days: PracticeDays;
  readonly #chance: Chance;
  #now: Instant;

  constructor(days: PracticeDays, chance: Chance, workdaysAgo: number) {
    this.#days = days;
    this.#chance = chance;
    this.#now = this.#morning(workdaysAgo);
  }

  get now(): Instant {
    return this.#now;
  }

  /** Some time in the working hours of a day, or now where that is later. */
  goTo(workdaysAgo: number): void {
    this.reach(this.#morning(workdaysAgo));
  }

  reach(moment: Instant): void {
    if (moment > this.#now) this.#now = moment;
  }

  /** A moment a little later: entering something takes its time. */
  tick(): Instant {
    this.#now = later(this.#now, this.#chance.whole(35, 150));
    return this.#now;
  }

  #morning(workdaysAgo: number): Instant {
    const seconds = this.#chance.whole(8.5 * 3600, 14.5 * 3600);
    return this.#days.moment(this.#days.workday(workdaysAgo), seconds);
  }
}
