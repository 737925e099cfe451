import type { CaseCommand } from '#contract/commands.ts';
import type { Activity, Contact, ContactParty, TimeSpent } from '#domain/activity/activity.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { BenefitFact } from '#domain/coverage/benefit-fact.ts';
import { dayOf, type Instant } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import type { ReferralState } from '#domain/referral/referral.ts';
import type { Holder, Task } from '#domain/worklist/task.ts';
import { staffName, type CaseTelling } from './case-telling.ts';
import { demonstrationTimeZone } from './demonstration-practice.ts';
import { later, type Slot } from './practice-days.ts';
import { moveWords, referralPath } from './referral-path.ts';
import { coverageIdOf } from './tell-patient.ts';
import { everydayContacts } from './themes/everyday-contacts.ts';
import type { ContactLine, With } from './themes/theme.ts';

/** The contacts of a case in their order, with the moves of the referral that they bring. */
export function tellContacts(story: CaseTelling): void {
  const lines = contactsOf(story.plot, story.theme.contacts);
  const moves = new Moves(story, lines);
  moves.upTo(0);
  lines.forEach((line, index) => {
    const contact = new ContactTelling(story, line, index, lines);
    if (line.move !== undefined) moves.before(line.move);
    contact.tell();
    moves.upTo(index + 1, line, story.contactId(index));
  });
}

/** Those of the theme that have happened, with the everyday ones between them. */
export function contactsOf(
  plot: CaseTelling['plot'],
  fromTheme: readonly ContactLine[],
): readonly ContactLine[] {
  const everyday = plot.everyday ?? [];
  const told = fromTheme.slice(0, plot.contacts);
  return [undefined, ...told].flatMap((line, after) => [
    ...(line ? [line] : []),
    ...everyday.filter(([, place]) => place === after).map(([name]) => everydayContacts[name]),
  ]);
}

const taskId = (story: CaseTelling, index: number) => story.id(`task-${index + 1}`);

/** Working days ago of a contact: from the day after the opening to the last one, evenly. */
function dayOfContact({ opened, last }: CaseTelling['plot'], index: number, count: number): number {
  const first = Math.max(last, opened - 1);
  return count < 2 ? last : Math.round(first - ((first - last) * index) / (count - 1));
}

/** The referral's moves, spread over the contacts. */
class Moves {
  readonly #story: CaseTelling;
  readonly #count: number;
  readonly #carried: ReferralState | undefined;
  #left: (typeof referralPath)[ReferralState];
  readonly #all: number;

  constructor(story: CaseTelling, lines: readonly ContactLine[]) {
    this.#story = story;
    this.#count = lines.length;
    this.#carried = lines.find(({ move }) => move !== undefined)?.move;
    this.#left = story.plot.referral === undefined ? [] : referralPath[story.plot.referral];
    this.#all = this.#left.length;
  }

  /** What has happened after so many contacts; one that a contact with the recipient told names it. */
  upTo(contacts: number, line?: ContactLine, contactId?: string): void {
    const due =
      contacts >= this.#count ? this.#all : Math.floor((this.#all * (contacts + 1)) / (this.#count + 1));
    for (let done = this.#all - this.#left.length; done < due; done++) {
      const told = line?.with === 'specialist' && (line.reached ?? 'reached') === 'reached';
      if (!this.#next(told ? contactId : undefined)) return;
    }
  }

  before(move: ReferralState): void {
    while (this.#left.length > 0 && this.#left[0] !== move) if (!this.#next(undefined)) return;
    this.#left = this.#left.slice(1);
  }

  /** False when the next move is left to a contact. */
  #next(contactId: string | undefined): boolean {
    const [to, ...left] = this.#left;
    if (to === undefined || (to === this.#carried && left.length === 0)) return false;
    this.#left = left;
    const byContact = contactId !== undefined && moveWords[to].saidBy === 'recipient';
    const move = {
      referralId: this.#story.id('referral'),
      to,
      ...moveWords[to],
      ...(byContact
        ? { saidBy: 'recipient-by-contact' as const, activityId: contactId, note: 'As told on the telephone' }
        : {}),
    };
    this.#story.change('move-referral', { move }, to === 'reviewed' ? 'staff-dentist' : this.#story.owner);
    return true;
  }
}

/** One contact while it is told. */
class ContactTelling {
  readonly #story: CaseTelling;
  readonly #line: ContactLine;
  readonly #index: number;
  readonly #lines: readonly ContactLine[];

  constructor(story: CaseTelling, line: ContactLine, index: number, lines: readonly ContactLine[]) {
    this.#story = story;
    this.#line = line;
    this.#index = index;
    this.#lines = lines;
  }

  tell(): void {
    const { plot, time, world } = this.#story;
    time.goTo(dayOfContact(plot, this.#index, this.#lines.length));
    const slot = this.#slot();
    world.lastContacts.set(plot.key, slot);
    const activity = this.#activity(slot);
    this.#story.told.set(activity.activityId, activity);
    const isLate = plot.marks?.late === this.#index;
    const recordedAt = later(slot.endedAt, this.#story.chance.whole(25, 160));
    time.reach(recordedAt);
    if (isLate) time.goTo(dayOfContact(plot, this.#index, this.#lines.length) - 4);
    this.#story.change(
      'log-activity',
      this.#command(activity),
      activity.staffId,
      isLate ? time.tick() : recordedAt,
    );
    this.#mend(activity);
    if (this.#line.with === 'payer' && plot.plans[0] !== undefined && reachedOf(this.#line) === 'reached')
      this.#story.change(
        'answer-coverage',
        {
          answerId: this.#story.id(`answer-after-${this.#index + 1}`),
          coverageId: coverageIdOf(plot.person, plot.plans[0]),
          code: procedureCode('D9992'),
          serviceDate: activity.serviceDate,
        },
        this.#story.asker,
      );
  }

  /** When it was: in a free time of whoever does it, unless the story wants two things at once. */
  #slot(): Slot {
    const { plot, time, world, chance } = this.#story;
    const seconds = this.#line.minutes * 60 + chance.whole(-25, 55);
    const overlapping = plot.marks?.overlapping;
    if (overlapping?.contact !== this.#index) return world.diary.book(this.#staffId(), time.tick(), seconds);
    const other = world.lastContacts.get(overlapping.withCase);
    if (!other) throw new Error(`demonstration: ${overlapping.withCase} has to be told before ${plot.key}`);
    const startedAt = later(other.startedAt, 40);
    return { startedAt, endedAt: later(startedAt, seconds) };
  }

  #staffId(): string {
    return this.#line.by === undefined ? this.#story.owner : `staff-${this.#line.by}`;
  }

  #activity(slot: Slot): Activity {
    const { step, asked } = this.#line;
    const contact = this.#contact();
    return {
      activityId: this.#story.contactId(this.#index),
      kind: this.#line.kind ?? kinds[this.#line.with],
      staffId: this.#staffId(),
      ...(contact ? { contact } : {}),
      note: contact ? '' : this.#story.say(asked),
      time: this.#time(slot),
      ...(this.#story.reached('plan') && step !== undefined
        ? { planItemId: this.#story.planItemId(step) }
        : {}),
      serviceDate: dayOf(slot.startedAt, demonstrationTimeZone),
    };
  }

  #time({ startedAt, endedAt }: Slot): TimeSpent {
    const { plot, chance } = this.#story;
    const whole = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
    if (plot.marks?.byHand === this.#index)
      return {
        basis: 'by-hand',
        startedAt,
        endedAt,
        seconds: Math.floor(whole / 60) * 60,
        byHandReason: 'Call came on the way to the car; time from the call list of the telephone',
      };
    const paused = plot.marks?.paused === this.#index ? chance.whole(70, 190) : 0;
    return {
      basis: paused > 0 || chance.fraction() < 0.75 ? 'timer' : 'start-and-stop',
      startedAt,
      endedAt,
      seconds: whole - paused,
    };
  }

  #contact(): Contact | undefined {
    const { with: withWhom, route, direction, asked, answered, effect } = this.#line;
    if (withWhom === 'records') return undefined;
    const reached = reachedOf(this.#line);
    const parties = partiesOf(this.#story, withWhom);
    const { referral } = this.#story.plot;
    return {
      parties,
      direction: direction ?? 'outgoing',
      route,
      reached,
      asked: this.#story.say(asked),
      answered: this.#story.say(answered),
      effectOnPlan: this.#story.say(effect ?? ''),
      disclosed: this.#disclosed(reached),
      ...(withWhom === 'specialist' && referral !== undefined && this.#story.reached('plan')
        ? { referralId: this.#story.id('referral') }
        : {}),
    };
  }

  /** What was told of the patient: nothing where nobody was reached, or where it only came in. */
  #disclosed(reached: Contact['reached']): DataCategory[] {
    if (reached === 'no-answer' || reached === 'message-left' || reached === 'received') return [];
    const { with: withWhom } = this.#line;
    const { theme, plot } = this.#story;
    const program =
      withWhom === 'physician' &&
      theme.conditions.some(({ sensitive }) => sensitive !== undefined) &&
      plot.consents.some(({ kind }) => kind === 'part2-consent');
    return [...toldTo[withWhom], ...(program ? ['substance-use-treatment' as const] : [])];
  }

  #command(activity: Activity): CaseCommand<'log-activity'> {
    const { plot } = this.#story;
    const { move } = this.#line;
    const task = this.#task();
    const before = this.#lines.slice(0, this.#index).findLastIndex(({ next }) => next !== undefined);
    const fact = this.#fact(activity.time.endedAt);
    return {
      activity,
      ...(task ? { task } : {}),
      ...(before >= 0 && this.#line.next !== undefined ? { finishTaskId: taskId(this.#story, before) } : {}),
      ...(move === undefined
        ? {}
        : {
            referralMove: {
              referralId: this.#story.id('referral'),
              to: move,
              saidBy: 'recipient-by-contact' as const,
              note: this.#story.say(this.#line.answered),
            },
          }),
      ...(fact ? { benefitFacts: [fact] } : {}),
      sign: plot.marks?.unsigned !== this.#index,
    };
  }

  /** What has to happen next, due when it does happen; the last one only where the plot has a due day for it. */
  #task(): Task | undefined {
    const wanted = this.#line.next;
    if (wanted === undefined) return undefined;
    const { plot, world } = this.#story;
    const count = this.#lines.length;
    const following = this.#lines.findIndex(({ next }, index) => index > this.#index && next !== undefined);
    if (following < 0 && (plot.next === undefined || plot.next.title !== undefined)) return undefined;
    const due =
      following < 0
        ? this.#story.workingDay(plot.next?.due ?? 0)
        : world.days.workday(dayOfContact(plot, following, count));
    return {
      taskId: taskId(this.#story, this.#index),
      title: this.#story.say(wanted),
      holder: holderOf(this.#story, this.#line),
      ownerStaffId: this.#story.owner,
      due,
      activityId: this.#story.contactId(this.#index),
    };
  }

  /** What the payer's representative said, where the plot has it: in the first call that reached one. */
  #fact(learnedAt: Instant): BenefitFact | undefined {
    const { plot, chance } = this.#story;
    const firstCall = this.#lines.findIndex((line) => line.with === 'payer' && reachedOf(line) === 'reached');
    const [plan] = plot.plans;
    if (plot.fact === undefined || firstCall !== this.#index || plan === undefined) return undefined;
    return {
      factId: this.#story.id('fact'),
      coverageId: coverageIdOf(plot.person, plan),
      code: procedureCode('D9992'),
      status: plot.fact,
      ...(plot.fact === 'paid' ? { allowed: cents(60_00) } : {}),
      ...(plot.fact === 'by-report' ? { documentation: 'Narrative and log of contacts with the claim' } : {}),
      source: {
        kind: 'telephone-call',
        representative: chance.pick(['Tamika', 'Brandon', 'Yolanda', 'Priit', 'Colleen']),
        reference: `${chance.pick(['R', 'C', 'T'])}${chance.digits(8)}`,
      },
      learnedAt,
    };
  }

  /** Amendment and withdrawal, where the story has them. */
  #mend(activity: Activity): void {
    const { marks } = this.#story.plot;
    if (marks?.withdrawn === this.#index)
      this.#story.change(
        'withdraw-activity',
        { activityId: activity.activityId, reason: 'Entered twice; the other entry stands' },
        activity.staffId,
      );
    if (marks?.amended === this.#index)
      this.#story.amend(
        activity.activityId,
        'Called back within the hour to confirm.',
        'The call back was missing',
      );
  }
}

/** The task that is open after the contacts, where the plot leaves one. */
export function lastTaskId(story: CaseTelling): string {
  const lines = contactsOf(story.plot, story.theme.contacts);
  return taskId(
    story,
    lines.findLastIndex(({ next }) => next !== undefined),
  );
}

function holderOf(story: CaseTelling, { ball }: ContactLine): Holder {
  if (ball === 'patient')
    return {
      kind: 'patient',
      name: story.patient.speaker?.name ?? `${story.patient.first} ${story.patient.last}`,
    };
  const part = ball === 'facility' || ball === 'community' ? 'place' : ball;
  if (part === undefined || !story.reached('team') || (part === 'payer' && !story.payer))
    return { kind: 'staff', id: story.owner, name: staffName(story.owner) };
  return { kind: 'team-member', id: story.id(part), name: story.party(part).name };
}

function reachedOf({ reached }: ContactLine): Contact['reached'] {
  return reached ?? 'reached';
}

function partiesOf(story: CaseTelling, withWhom: With): ContactParty[] {
  switch (withWhom) {
    case 'conference':
      return [story.party('specialist'), ...(story.physician ? [story.party('physician')] : [])];
    case 'facility':
    case 'community':
      return [story.party('place')];
    case 'records':
      return [];
    case 'patient':
    case 'specialist':
    case 'physician':
    case 'payer':
    case 'own-team':
      return [story.party(withWhom)];
  }
}

const kinds: Record<With, Activity['kind']> = {
  patient: 'helping-the-patient-decide',
  specialist: 'coordination-with-provider',
  physician: 'coordination-with-provider',
  facility: 'coordination-with-facility',
  community: 'coordination-with-community',
  payer: 'coordination-with-payer',
  conference: 'plan-conference',
  'own-team': 'plan-conference',
  records: 'records-review',
};

const clinical = ['demographics', 'dental-record', 'medical-history', 'coordination-record'] as const;

const toldTo: Record<With, readonly DataCategory[]> = {
  patient: [],
  specialist: clinical,
  physician: clinical,
  facility: ['demographics', 'dental-record', 'coordination-record'],
  community: ['demographics'],
  payer: ['demographics', 'coverage-and-billing', 'coordination-record'],
  conference: clinical,
  'own-team': [],
  records: [],
};
