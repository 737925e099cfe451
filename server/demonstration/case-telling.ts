import type { CaseCommand, CaseCommandName } from '#contract/commands.ts';
import { say } from '#contract/say.ts';
import type { Activity, ContactParty } from '#domain/activity/activity.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import type { Provider } from '#domain/practice/practice-events.ts';
import { changeCase } from '../case/change-case.ts';
import { demonstrationPassword, demonstrationStaff } from './accounts.ts';
import type { Chance } from './chance.ts';
import { outsideProviders } from './directory.ts';
import { payerOf } from './payer-of-plan.ts';
import { people, type Invented } from './people.ts';
import { themes, type Plot } from './plots/plot.ts';
import { chanceOf, Timeline, type World } from './story-world.ts';
import { patientIdOf } from './tell-patient.ts';
import type { Theme } from './themes/theme.ts';

export type Part = 'dentist' | 'coordinator' | 'patient' | 'specialist' | 'physician' | 'place' | 'payer';

/** One case while it is told: who takes part, where the story stands in time, and what it is called. */
export class CaseTelling {
  readonly world: World;
  readonly plot: Plot;
  readonly theme: Theme;
  readonly patient: Invented;
  readonly chance: Chance;
  readonly time: Timeline;
  readonly caseId: string;
  readonly patientId: string;
  /** Contacts told so far, as they were logged. */
  readonly told = new Map<string, Activity>();
  readonly #words: Readonly<Record<string, string>>;

  constructor(world: World, plot: Plot) {
    this.world = world;
    this.plot = plot;
    this.theme = themes[plot.theme];
    this.patient = people[plot.person];
    this.chance = chanceOf(world, plot.key);
    this.time = new Timeline(world.days, this.chance, plot.opened);
    this.caseId = `demo-${plot.key}`;
    this.patientId = patientIdOf(plot.person);
    const specialist = providerOf(this.theme.specialist);
    const physician = this.theme.physician === undefined ? undefined : providerOf(this.theme.physician);
    this.#words = {
      first: this.patient.first,
      caller: this.patient.speaker?.name ?? this.patient.first,
      specialist: titled(specialist),
      office: specialist.organization ?? specialist.name,
      physician: physician ? titled(physician) : 'the physician',
      medical: physician?.organization ?? 'the clinic',
      place: this.theme.facility ?? this.theme.community ?? 'the other office',
      payer: this.payer?.name ?? 'the plan',
    };
  }

  get owner(): string {
    return this.plot.owner ?? 'staff-coordinator';
  }

  /** Who asks the payer: a hygienist may not. */
  get asker(): string {
    return this.owner === 'staff-hygienist' ? 'staff-coordinator' : this.owner;
  }

  get payer() {
    const [plan] = this.plot.plans;
    return plan && payerOf(plan);
  }

  get specialist(): Provider {
    return providerOf(this.theme.specialist);
  }

  get physician(): Provider | undefined {
    return this.theme.physician === undefined ? undefined : providerOf(this.theme.physician);
  }

  /** Whether the case was prepared as far as this. */
  reached(stage: Plot['prepared']): boolean {
    return stages.indexOf(this.plot.prepared) >= stages.indexOf(stage);
  }

  id(name: string): string {
    return `${this.caseId}-${name}`;
  }

  conditionId(index: number): string {
    return this.id(`condition-${index + 1}`);
  }

  planItemId(index: number): string {
    return this.id(`step-${index + 1}`);
  }

  contactId(index: number): string {
    return this.id(`contact-${index + 1}`);
  }

  /** A text of the theme with its gaps filled. */
  say(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => this.#words[name] ?? gap);
  }

  day(fromToday: number): CalendarDate {
    return addDays(this.world.days.today, fromToday);
  }

  /** The same, moved to Friday before today and to Monday after it where it is a weekend. */
  workingDay(fromToday: number): CalendarDate {
    const day = this.day(fromToday);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return day;
    const toMonday = weekday === 6 ? 2 : 1;
    return addDays(day, fromToday < 0 ? toMonday - 3 : toMonday);
  }

  /** Something is done to the case, now or at another moment of the story. */
  change<Name extends CaseCommandName>(
    name: Name,
    command: CaseCommand<Name>,
    staffId = this.owner,
    at: Instant = this.time.tick(),
  ): void {
    this.world.steps.push({
      at,
      staffId,
      what: `${name} of ${this.caseId}`,
      run: (archway, person) => changeCase(archway, person, this.caseId, name, command),
    });
  }

  /** The dentist reads the case as it stands at that moment, and signs that in the words that the form proposes. */
  sign(name: 'sign-plan' | 'attest', staffId: string): void {
    const statement = say('en', message(`web.${name === 'attest' ? 'attest' : 'plan'}.statement`));
    const { caseId } = this;
    this.world.steps.push({
      at: this.time.tick(),
      staffId,
      what: `${name} of ${caseId}`,
      run: async (archway, person) => {
        const seen = await archway.record.read(person.organizationId, (reading) =>
          reading.coordinationCase(caseId),
        );
        if (!seen) throw new Error(`demonstration: ${caseId} is signed before it is opened`);
        const signing = { statement, password: demonstrationPassword, expectedPosition: seen.position };
        return changeCase(archway, person, caseId, name, signing);
      },
    });
  }

  /** A contact told before is amended by its author, who signs it again. */
  amend(contactId: string, added: string, reason: string): void {
    const activity = this.told.get(contactId);
    if (!activity?.contact) throw new Error(`demonstration: no contact ${contactId} to amend`);
    const answered = `${activity.contact.answered} ${added}`;
    const amended = { ...activity, contact: { ...activity.contact, answered } };
    this.told.set(contactId, amended);
    this.change('amend-activity', { activity: amended, reason }, activity.staffId);
    this.change('sign-activities', { activityIds: [contactId] }, activity.staffId);
  }

  /** Somebody of the team as a party of a contact; the link is there once the team is. */
  party(part: Part | 'own-team'): ContactParty {
    const memberId = this.reached('team') && part !== 'own-team' ? { memberId: this.id(part) } : {};
    switch (part) {
      case 'patient':
        return this.patient.speaker
          ? {
              kind: 'caregiver',
              name: this.patient.speaker.name,
              role: this.patient.speaker.relationship,
              ...memberId,
            }
          : { kind: 'patient', name: `${this.patient.first} ${this.patient.last}` };
      case 'payer':
        return {
          kind: 'payer',
          name: this.payer?.name ?? 'Dental plan',
          role: 'provider line',
          ...(this.payer ? memberId : {}),
        };
      case 'place':
        return {
          kind: this.theme.facility === undefined ? 'community' : 'facility',
          name: this.theme.facility ?? this.theme.community ?? 'Other office',
          role: 'desk',
          ...memberId,
        };
      case 'specialist':
        return { ...asParty(this.specialist), ...memberId };
      case 'physician':
        return this.physician ? { ...asParty(this.physician), ...memberId } : this.party('specialist');
      case 'own-team':
      case 'dentist':
      case 'coordinator':
        return { kind: 'own-team', name: 'Chairside team', role: 'own practice' };
    }
  }
}

const stages: readonly Plot['prepared'][] = [
  'opened',
  'needs',
  'team',
  'plan',
  'signed',
  'changed-since-signed',
];

export function staffName(staffId: string): string {
  return demonstrationStaff.find((each) => each.staffId === staffId)?.name ?? staffId;
}

function providerOf(key: string): Provider {
  const provider = outsideProviders.find(({ providerId }) => providerId === `provider-${key}`);
  if (!provider) throw new Error(`demonstration: nobody is called ${key} in the directory`);
  return provider;
}

function titled({ credential, lastName, name }: Provider): string {
  return credential === 'PMHNP' ? name : `Dr. ${lastName ?? name}`;
}

function asParty({ name, credential, organization }: Provider): ContactParty {
  return {
    kind: 'provider',
    name,
    ...(credential === undefined ? {} : { role: credential }),
    ...(organization === undefined ? {} : { organization }),
  };
}
