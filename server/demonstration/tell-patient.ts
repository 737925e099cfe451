import type { PatientCommand, PatientCommandName } from '#contract/patient-commands.ts';
import type { DataCategory, Consent } from '#domain/consent/consent.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { addDays, calendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import type { Demographics, PatientDocument } from '#domain/patient/patient-events.ts';
import { attachDocument } from '../document/attach-document.ts';
import { changePatient, registerPatient } from '../patient/change-patient.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import type { Chance } from './chance.ts';
import { payerOf } from './payer-of-plan.ts';
import { people, type Invented, type PersonKey, type Speaker } from './people.ts';
import { wordsOfPlan } from './plan-words.ts';
import { themes, type ConsentPlot, type PlanKey, type Plot } from './plots/plot.ts';
import { scannedPage } from './scanned-page.ts';
import { chanceOf, Timeline, type World } from './story-world.ts';

export const patientIdOf = (person: PersonKey) => `demo-patient-${person}`;
export const coverageIdOf = (person: PersonKey, plan: PlanKey) => `demo-${person}-${plan}`;
export const speakerIdOf = (person: PersonKey) => `demo-${person}-speaker`;
export const needIdOf = (person: PersonKey) => `demo-${person}-need`;

/** Registers somebody and records what spans their cases, when the first of the cases is opened. */
export function tellPatient(world: World, person: PersonKey, plots: readonly Plot[]): void {
  const first = plots.toSorted((one, other) => other.opened - one.opened)[0];
  if (!first) return;
  const chance = chanceOf(world, person);
  const telling = new PatientTelling(world, person, first, chance);
  telling.register();
  const plans = [...new Set(plots.flatMap((plot) => plot.plans))];
  plans.forEach((plan, index) => telling.cover(plan, plans.slice(0, index)));
  plots.flatMap((plot) => plot.consents).forEach((consent, index) => telling.consent(consent, index, plots));
}

class PatientTelling {
  readonly #world: World;
  readonly #person: PersonKey;
  readonly #who: Invented;
  readonly #staffId: string;
  readonly #chance: Chance;
  readonly #time: Timeline;

  constructor(world: World, person: PersonKey, first: Plot, chance: Chance) {
    this.#world = world;
    this.#person = person;
    this.#who = people[person];
    this.#staffId = first.owner ?? 'staff-coordinator';
    this.#chance = chance;
    // The day before the case is opened, so that everything is there when it is.
    this.#time = new Timeline(world.days, chance, first.opened + 1);
  }

  register(): void {
    const patientId = patientIdOf(this.#person);
    const demographics = this.#demographics();
    this.#world.steps.push({
      at: this.#time.tick(),
      staffId: this.#staffId,
      what: `registering ${patientId}`,
      run: (archway, person) =>
        registerPatient(archway, person, { patientId, demographics, notDuplicateOf: [] }),
    });
    const { speaker, need } = this.#who;
    if (speaker)
      this.#change('record-related-person', {
        relatedPerson: {
          relatedPersonId: speakerIdOf(this.#person),
          name: speaker.name,
          relationship: speaker.relationship,
          authority: speaker.shownBy,
          contacts: [{ route: 'telephone', value: this.#telephone(), preferred: true }],
        },
      });
    if (need)
      this.#change('record-accommodation', {
        accommodation: { accommodationId: needIdOf(this.#person), ...need, active: true },
      });
  }

  cover(plan: PlanKey, earlier: readonly PlanKey[]): void {
    const payer = payerOf(plan);
    const medical = plan === 'medicare';
    const before = earlier.filter((each) => (each === 'medicare') === medical).length;
    const { today } = this.#world.days;
    const coverage: Coverage = {
      coverageId: coverageIdOf(this.#person, plan),
      payerId: payer.payerId,
      payerName: payer.name,
      kind: medical ? 'medical' : 'dental',
      priority: before === 0 ? 'primary' : 'secondary',
      memberId:
        plan === 'washington'
          ? `${this.#chance.digits(9)}WA`
          : `${plan.slice(0, 2).toUpperCase()}${this.#chance.digits(8)}`,
      ...(plan === 'washington' || medical ? {} : { groupNumber: `G${this.#chance.digits(5)}` }),
      ...(plan === 'bright-harbor' ? { planName: this.#chance.pick(['Harbor Choice', 'Harbor Basic']) } : {}),
      subscriber: this.#subscriber(medical),
      from: addDays(today, -this.#chance.whole(500, 900)),
      ...(plan === 'bright-harbor-ended' ? { through: addDays(today, -this.#chance.whole(40, 60)) } : {}),
      flags: [],
    };
    this.#change('record-coverage', { coverage });
    this.#wordsOfPlan(plan);
  }

  /** Read on the payer's portal when the coverage was entered. */
  #wordsOfPlan(plan: PlanKey): void {
    const statements = wordsOfPlan[plan];
    if (!statements) return;
    const coverageId = coverageIdOf(this.#person, plan);
    this.#change('record-plan-answer', {
      answer: {
        answerId: `${coverageId}-portal`,
        coverageId,
        statements: [...statements],
        source: { kind: 'portal' },
        learnedAt: this.#time.tick(),
        goodThrough: calendarDate(`${this.#world.days.today.slice(0, 4)}-12-31`),
      },
    });
  }

  consent(plot: ConsentPlot, index: number, plots: readonly Plot[]): void {
    const consentId = `demo-${this.#person}-consent-${index + 1}`;
    const signedAt = this.#time.tick();
    const documentId = `${consentId}-paper`;
    if (plot.method === 'paper') this.#scanConsent(documentId, plot);
    this.#change('record-consent', {
      consent: {
        consentId,
        ...contentOf(plot, plots),
        signer: this.#signer(),
        method: plot.method,
        ...(plot.method === 'signed-on-screen' ? { signatureStrokes: strokes(this.#chance) } : {}),
        ...(plot.method === 'paper' ? { documentId } : {}),
        language: this.#who.language === 'Spanish' ? 'es' : 'en',
        ...(this.#who.interpreted
          ? {
              interpreter:
                this.#who.language === 'Spanish'
                  ? 'Marisol Vega'
                  : `Telephone interpreter, ${this.#who.language}`,
            }
          : {}),
        signedAt,
        ...(plot.expires === undefined ? {} : { expiresOn: addDays(this.#world.days.today, plot.expires) }),
      },
    });
    if (plot.revoked === undefined) return;
    this.#time.goTo(plot.revoked);
    const receivedAt = this.#time.tick();
    this.#change('revoke-consent', {
      revocation: {
        consentId,
        how: 'written',
        reason: 'Does not want reports to go to so many offices',
        receivedAt,
      },
    });
  }

  #change<Name extends PatientCommandName>(name: Name, command: PatientCommand<Name>): void {
    const patientId = patientIdOf(this.#person);
    this.#world.steps.push({
      at: this.#time.tick(),
      staffId: this.#staffId,
      what: `${name} of ${patientId}`,
      run: (archway, person) => changePatient(archway, person, patientId, name, command),
    });
  }

  #scanConsent(documentId: string, { kind }: ConsentPlot): void {
    const { first, last } = this.#who;
    const lines = [
      'Cedar Street Dental',
      `${first} ${last}`,
      consentTitles[kind],
      'Signed by hand; original in the folder.',
    ];
    this.#world.steps.push(
      attaching(this.#time.tick(), this.#staffId, patientIdOf(this.#person), {
        documentId,
        title: `${consentTitles[kind]} (signed on paper)`,
        kind: 'consent',
        attachedTo: [],
        lines,
      }),
    );
  }

  #demographics(): Demographics {
    const { first, last, sex, age, language, interpreted } = this.#who;
    return {
      firstName: first,
      lastName: last,
      sex,
      birthDate: addDays(this.#world.days.today, -Math.ceil(age * 365.25) - this.#chance.whole(10, 340)),
      ...(language === undefined ? {} : { language, interpreterNeeded: interpreted === true }),
      address: {
        line1: `${this.#chance.whole(12, 980)} ${this.#chance.pick(streets)}`,
        ...this.#chance.pick(towns),
        state: 'WA',
      },
      contacts: [
        { route: 'telephone', value: this.#telephone(), preferred: true },
        ...(this.#chance.fraction() < 0.5
          ? [{ route: 'email' as const, value: `${this.#person}@mail.example.com` }]
          : []),
      ],
      identifiers: [{ system: 'Cedar Street chart number', value: this.#chance.digits(6) }],
    };
  }

  /** 555-0100 to 555-0199 belong to nobody in every area code; the place in the list keeps them apart. */
  #telephone(): string {
    const place = Object.keys(people).indexOf(this.#person);
    return `253555${String(140 + place).padStart(4, '0')}`;
  }

  #subscriber(own: boolean): Coverage['subscriber'] {
    const { first, last, speaker } = this.#who;
    if (own || speaker?.authority !== 'parent')
      return { relationship: 'self', lastName: last, firstName: first };
    const names = speaker.name.split(' ');
    return {
      relationship: 'child',
      firstName: names[0] ?? '',
      lastName: names.slice(1).join(' '),
      birthDate: addDays(this.#world.days.today, -this.#chance.whole(11_000, 15_500)),
      sex: speaker.relationship === 'mother' ? 'female' : 'male',
    };
  }

  #signer(): Consent['signer'] {
    const speaker: Speaker | undefined = this.#who.speaker;
    return speaker
      ? { name: speaker.name, authority: speaker.authority, authorityEvidence: speaker.shownBy }
      : { name: `${this.#who.first} ${this.#who.last}`, authority: 'self' };
  }
}

/** A step that attaches a page to a patient. */
export function attaching(
  at: Instant,
  staffId: string,
  patientId: string,
  paper: Pick<PatientDocument, 'documentId' | 'title' | 'kind' | 'attachedTo'> & {
    readonly lines: readonly string[];
  },
) {
  const { lines, ...described } = paper;
  return {
    at,
    staffId,
    what: `attaching ${paper.documentId}`,
    run: (...[archway, person]: Parameters<World['steps'][number]['run']>) =>
      attachDocument(archway, person, patientId, { ...described, bytes: scannedPage(lines) }),
  };
}

const consentTitles: Record<Consent['kind'], string> = {
  'coordination-agreement': 'Agreement to coordination',
  'hipaa-authorization': 'Authorization to share health information',
  'part2-consent': 'Consent to share treatment-program records',
  'text-message': 'Agreement to text messages',
  'benefits-assignment': 'Assignment of benefits',
};

const shared: readonly DataCategory[] = [
  'demographics',
  'dental-record',
  'medical-history',
  'medications',
  'images',
  'coordination-record',
];

type ConsentContent = Pick<
  Consent,
  'kind' | 'disclosers' | 'recipients' | 'categories' | 'description' | 'purposes' | 'statements'
>;

function contentOf({ kind }: ConsentPlot, plots: readonly Plot[]): ConsentContent {
  const places = plots.flatMap(({ theme }) => {
    const { community } = { community: undefined, ...themes[theme] };
    return community ?? [];
  });
  const statements = { rightToRevoke: true, conditioning: true, redisclosure: true, copyGiven: true };
  const base = { kind, statements, disclosers: ['Cedar Street Dental'] };
  switch (kind) {
    case 'coordination-agreement':
      return {
        ...base,
        recipients: [],
        categories: [],
        description: 'Cedar Street Dental joins up the care with the other offices and keeps a record of it.',
        purposes: ['treatment'],
      };
    case 'text-message':
      return {
        ...base,
        recipients: [],
        categories: [],
        description: 'Dates and places of visits by text message, no health information.',
        purposes: ['treatment'],
      };
    case 'benefits-assignment':
      return {
        ...base,
        disclosers: [],
        recipients: [{ kind: 'class', name: 'Health plans', class: 'health-plans' }],
        categories: [],
        description: '',
        purposes: [],
      };
    case 'hipaa-authorization':
      return {
        ...base,
        recipients: [
          { kind: 'class', name: 'Treating dentists and physicians', class: 'treating-providers' },
          ...places.map((name) => ({ kind: 'named' as const, name })),
        ],
        categories: [...shared],
        description: 'Dental record, x-rays, list of medicines and notes of the coordination.',
        purposes: ['treatment'],
      };
    case 'part2-consent':
      return {
        ...base,
        recipients: [
          { kind: 'class', name: 'Treating dentists and physicians', class: 'treating-providers' },
        ],
        categories: ['substance-use-treatment'],
        description: 'That there is a treatment program, and what it says about pain relief.',
        purposes: ['treatment'],
      };
  }
}

/** A signature as a hand leaves it: loops that drift to the right in the box of 600 by 160. */
function strokes(chance: Chance): string {
  const height = chance.whole(28, 46);
  const step = chance.whole(9, 13);
  const points: string[] = [];
  for (let turn = 0; turn < 42; turn++) {
    const x = 60 + turn * step + 16 * Math.cos(turn * 1.3);
    const y = 92 - height * Math.sin(turn * 1.3) * (1 - turn / 60) + chance.whole(-3, 3);
    points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
  }
  const underline = `M90 136 L${chance.whole(380, 520)} ${chance.whole(124, 132)}`;
  return `M${points.join(' L')} ${underline}`;
}

const streets = [
  'N CARVER ST',
  'S MEADOWLARK AVE',
  'ORCHARD LN',
  'E TIDEWATER DR',
  'LARCH CT',
  'HERON WAY',
] as const;
type Town = Pick<PostalAddress, 'city' | 'postalCode'>;
const towns: readonly [Town, ...Town[]] = [
  { city: 'TACOMA', postalCode: '98402' },
  { city: 'TACOMA', postalCode: '98405' },
  { city: 'LAKEWOOD', postalCode: '98499' },
  { city: 'PUYALLUP', postalCode: '98371' },
  { city: 'GIG HARBOR', postalCode: '98335' },
  { city: 'FEDERAL WAY', postalCode: '98003' },
];
