import { addDays, calendarDate, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { planCost, type PlanCost } from '#domain/estimate/plan-cost.ts';
import type { PlanFact } from '#domain/estimate/plan-facts.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type {
  SequencingItem,
  SequencingProblem,
  SequencingProvider,
} from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/**
 * Plans that look like those of patients who need coordination: periodontal, endodontic, implant and orthodontic
 * courses over eight providers, a hospital session, a dialysis or school calendar, gates and two benefit years. The
 * same seed gives the same plan. Intervals are of the size that the literature discusses; nothing here is advice.
 */
export function generatePlan(seed: number, size: number): SequencingProblem {
  const plan = new Plan(seed, size);
  return plan.problem();
}

const start = calendarDate('2027-01-04');
/** Through the end of the second benefit year: 24 months but for three days. */
const horizonDays = 728;

type Office = 'general' | 'perio' | 'endo' | 'surgery' | 'ortho' | 'prostho' | 'pediatric' | 'hospital';

class Plan {
  readonly #random: () => number;
  readonly #size: number;
  readonly #items: SequencingItem[] = [];
  readonly #constraints: Constraint[] = [];
  /** Days of dialysis, of school, or none. */
  readonly #blocked: readonly Weekday[];

  constructor(seed: number, size: number) {
    this.#random = mulberry(seed);
    this.#blocked = this.#pick([['mon', 'wed', 'fri'], ['tue', 'thu'], ['wed'], []] as const);
    this.#size = size;
  }

  problem(): SequencingProblem {
    const courses = [
      () => this.#periodontal(),
      () => this.#endodontic(),
      () => this.#implant(),
      () => this.#fillings(),
      () => this.#endodontic(),
      () => this.#aligners(),
      () => this.#implant(),
    ];
    for (let turn = 0; this.#items.length < this.#size; turn += 1) courses[turn % courses.length]?.();
    const dropped = new Set(this.#items.splice(this.#size).map(({ itemId }) => itemId));
    const constraints = this.#constraints.filter((one) => !mentions(one, dropped));
    return {
      start,
      horizonDays,
      items: this.#items,
      events: [],
      providers: this.#providers(),
      places: offices.map((placeId) => ({
        placeId,
        name: `The ${placeId} office`,
        ...(placeId === 'general' && { chairs: this.#chairs() }),
      })),
      constraints: [...constraints, this.#patientCalendar()],
      patient: { minutesPerDay: 240, placesPerDay: 1 },
      objectives: ['lateness', 'patient-pays', 'visits', 'finish'],
      cost: this.#cost(),
    };
  }

  #periodontal(): void {
    const scaling = [1, 2].map(() => this.#item('perio', 90, { urgency: 'soon', due: this.#dueIn(30, 60) }));
    const review = this.#item('perio', 45);
    for (const each of scaling)
      this.#interval(each, review, { minDays: 28, targetDays: 35, maxDays: 42 }, 'should');
    this.#gate('laboratory', scaling, 14);
    const surgery = this.#item('perio', 120);
    this.#interval(review, surgery, { minDays: 7 }, 'must');
    let before = surgery;
    for (let round = 0; round < 2; round += 1) {
      const maintenance = this.#item('perio', 60);
      this.#interval(before, maintenance, { minDays: 75, targetDays: 90, maxDays: 105 }, 'should');
      before = maintenance;
    }
  }

  #endodontic(): void {
    const canal = this.#item('endo', 90, { urgency: this.#pick(['soon', 'urgent'] as const) });
    const core = this.#item('general', 45);
    const crown = this.#item(this.#pick(['general', 'prostho'] as const), 75);
    this.#interval(canal, core, { maxDays: 30 }, 'should');
    this.#interval(core, crown, { minDays: 7 }, 'must');
    this.#interval(canal, crown, { maxDays: 120 }, 'should');
  }

  #implant(): void {
    const inHospital = this.#random() < 0.3;
    const surgeon = inHospital ? 'hospital' : 'surgery';
    const modality = inHospital ? 'hospital' : 'office';
    const extraction = this.#item(surgeon, 60, { urgency: 'soon', due: this.#dueIn(45, 90), modality });
    const graft = this.#item(surgeon, 30, { modality });
    this.#together([extraction, graft]);
    this.#gate('clearance', [extraction], 21);
    const implant = this.#item('surgery', 90, { modality: this.#pick(['office', 'sedation'] as const) });
    this.#interval(graft, implant, { minDays: 112, targetDays: 120, maxDays: 182 }, 'should');
    this.#interval(graft, implant, { minDays: 90 }, 'must');
    const abutment = this.#item('prostho', 60);
    const crown = this.#item('prostho', 60);
    this.#interval(implant, abutment, { minDays: 90, maxDays: 182 }, 'must');
    this.#interval(abutment, crown, { minDays: 14, targetDays: 14, maxDays: 42 }, 'should');
  }

  #fillings(): void {
    const sides = [1, 2, 3, 4].map((_, index) =>
      this.#item(this.#pick(['general', 'pediatric'] as const), 45, {
        due: this.#dueIn(60, 240 + index * 30),
      }),
    );
    this.#constraints.push({
      ...this.#said('Not both lower sides numb in one visit'),
      kind: 'apart',
      items: sides.slice(0, 2),
      within: 'visit',
    });
  }

  #aligners(): void {
    const records = this.#item('ortho', 60);
    const begin = this.#item('ortho', 60, { days: 150 + Math.round(this.#random() * 60) });
    const retain = this.#item('ortho', 45);
    this.#interval(records, begin, { minDays: 14, maxDays: 60 }, 'should');
    this.#interval(begin, retain, { minDays: 1, maxDays: 21 }, 'must');
  }

  #item(owner: Office, minutes: number, more: Partial<SequencingItem> = {}): string {
    const itemId = `item-${this.#items.length + 1}`;
    const step = { itemId, text: `Step ${this.#items.length + 1}`, owner, minutes };
    this.#items.push({ ...step, modality: 'office', urgency: 'routine', ...more });
    return itemId;
  }

  #interval(
    from: string,
    to: string,
    days: { readonly minDays?: number; readonly targetDays?: number; readonly maxDays?: number },
    strength: 'must' | 'should',
  ): void {
    this.#constraints.push({
      ...this.#said(`${to} after ${from}`, strength),
      kind: 'interval',
      from,
      to,
      ...days,
    });
  }

  #gate(gate: 'clearance' | 'laboratory', items: string[], latest: number): void {
    this.#constraints.push({
      ...this.#said(`${gate} before ${items.join(', ')}`),
      kind: 'gate',
      gate,
      holder: 'the physician',
      items,
      expectedOn: this.#dueIn(3, latest),
    });
  }

  #together(items: string[]): void {
    this.#constraints.push({ ...this.#said(`${items.join(' and ')} in one visit`), kind: 'together', items });
  }

  #patientCalendar(): Constraint {
    return {
      ...this.#said(`not on ${this.#blocked.join(', ')}, nor while away`),
      kind: 'calendar',
      why: this.#blocked.length === 3 ? 'dialysis' : 'school',
      notOn: {
        weekdays: [...this.#blocked],
        days: [{ from: addDays(start, 200), through: addDays(start, 213) }],
      },
    };
  }

  #providers(): SequencingProvider[] {
    return offices.map((office) => ({
      providerId: office,
      name: `The ${office} dentist`,
      place: office,
      availability: {
        weekdays: {
          on: office === 'general' ? ['mon', 'tue', 'wed', 'thu', 'fri'] : this.#days(),
          source: { by: 'office', ref: office, asOf: start },
        },
        leadTime: {
          days: office === 'general' ? 2 : 5 + Math.round(this.#random() * 30),
          asOf: start,
          source: { by: 'office', ref: office, asOf: start },
        },
        minutesPerDay: this.#pick([120, 180, 240] as const),
      },
    }));
  }

  /** Two or three weekdays, at least one of them free for the patient. */
  #days(): Weekday[] {
    const free = workdays.filter((day) => !this.#blocked.includes(day));
    const first = this.#pick(free);
    return [first, ...workdays.filter((day) => day !== first && this.#random() < 0.4)];
  }

  #chairs() {
    return ['chair-1', 'chair-2'].map((chairId) => ({
      chairId,
      minutesPerDay: 240,
      days: Array.from({ length: 45 }, (_, day) => ({
        on: addDays(start, day),
        minutes: this.#pick([0, 60, 120, 180] as const),
      })),
    }));
  }

  /** One plan, the usual shape: three percentages, a deductible and a maximum that the plan of work passes. */
  #cost(): PlanCost {
    const codes = { D0150: 100, D2391: 80, D2740: 50 } as const;
    const yearly = { per: 'individual', period: 'benefit-year' } as const;
    const cost = planCost({
      asOf: start,
      patient: {},
      plans: [
        {
          planId: 'plan',
          name: 'The plan',
          kind: 'dental',
          order: { market: 'group', patientIs: 'subscriber' },
          facts: [
            ...Object.entries(codes).map(([code, percent]): PlanFact => ({
              kind: 'percentage',
              for: { code: procedureCode(code) },
              percent,
            })),
            { kind: 'network', participates: this.#random() < 0.5 },
            ...Object.keys(codes).map((code): PlanFact => ({
              kind: 'allowed',
              code: procedureCode(code),
              amount: cents(30_000 + Math.round(this.#random() * 100) * 100),
            })),
            { kind: 'deductible', ...yearly, amount: cents(5_000) },
            { kind: 'maximum', ...yearly, amount: cents(200_000) },
            { kind: 'benefit-year', begins: '01-01' },
          ],
        },
      ],
      lines: this.#items.map(({ itemId, minutes }) => ({
        lineId: itemId,
        code: procedureCode(this.#pick(['D0150', 'D2391', 'D2740'] as const)),
        date: start,
        fee: cents(minutes * 250 + Math.round(this.#random() * 200) * 100),
      })),
    });
    if (isRefusal(cost)) throw new Error(cost.code);
    return cost;
  }

  #said(text: string, strength: 'must' | 'should' = 'must') {
    const constraintId = `constraint-${this.#constraints.length + 1}`;
    return { constraintId, text, strength, source: { by: 'rule', ref: 'bench' } } as const;
  }

  #dueIn(fewest: number, most: number): CalendarDate {
    return addDays(start, fewest + Math.floor(this.#random() * (most - fewest)));
  }

  #pick<const Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[Math.floor(this.#random() * choices.length)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  }
}

type Weekday = (typeof workdays)[number];
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

const offices: readonly Office[] = [
  'general',
  'perio',
  'endo',
  'surgery',
  'ortho',
  'prostho',
  'pediatric',
  'hospital',
];

function mentions(constraint: Constraint, dropped: ReadonlySet<string>): boolean {
  if (constraint.kind === 'interval') return dropped.has(constraint.from) || dropped.has(constraint.to);
  return constraint.items?.some((id) => dropped.has(id)) === true;
}

/** Mulberry32: small, seeded, good enough for examples. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
