import type { SignerAuthority } from '#domain/consent/consent.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import type { Need } from './themes/theme.ts';

/** Who speaks for somebody, and by what right. */
export interface Speaker {
  readonly name: string;
  readonly relationship: string;
  readonly authority: Exclude<SignerAuthority, 'self'>;
  readonly shownBy: string;
}

export interface Invented {
  readonly first: string;
  readonly last: string;
  readonly sex: Demographics['sex'];
  /** In years, on the day on which the demonstration is written. */
  readonly age: number;
  readonly language?: string;
  /** Needs an interpreter: our Spanish-speaking coordinator, or a service. */
  readonly interpreted?: true;
  readonly speaker?: Speaker;
  readonly need?: Need;
}

const parent = (name: string, relationship: 'mother' | 'father'): Speaker => ({
  name,
  relationship,
  authority: 'parent',
  shownBy: `Birth certificate seen; ${relationship} is named in it`,
});

const wheelchair: Need = {
  kind: 'mobility',
  need: 'Uses a power wheelchair',
  accommodation: 'Room 2, transfer board; allow ten minutes more',
};
const hardOfHearing: Need = {
  kind: 'sensory',
  need: 'Deaf; uses American Sign Language',
  accommodation: 'Sign language interpreter in person, video relay by telephone',
};
const fear: Need = {
  kind: 'sedation-or-anesthesia',
  need: 'Severe fear of needles',
  accommodation: 'Talk through each step; nitrous oxide has helped before',
};
const lowVision: Need = {
  kind: 'sensory',
  need: 'Low vision',
  accommodation: 'Large print, read papers aloud',
};
const spanish: Need = {
  kind: 'interpreter',
  need: 'Speaks Spanish',
  accommodation: 'Spanish-speaking coordinator or interpreter; papers in Spanish',
};

/** Everybody here is invented. */
export const people = {
  ochoa: {
    first: 'Rosa',
    last: 'Ochoa',
    sex: 'female',
    age: 58,
    language: 'Spanish',
    interpreted: true,
    need: spanish,
  },
  pettibone: { first: 'Harold', last: 'Pettibone', sex: 'male', age: 74 },
  monroe: { first: 'Keisha', last: 'Monroe', sex: 'female', age: 41 },
  ibarra: {
    first: 'Mateo',
    last: 'Ibarra',
    sex: 'male',
    age: 7,
    language: 'Spanish',
    interpreted: true,
    speaker: parent('Lucía Ibarra', 'mother'),
  },
  tran: { first: 'Linh', last: 'Tran', sex: 'female', age: 36, language: 'Vietnamese', interpreted: true },
  brandt: {
    first: 'Walter',
    last: 'Brandt',
    sex: 'male',
    age: 81,
    speaker: {
      name: 'Claudia Brandt-Hayes',
      relationship: 'daughter',
      authority: 'health-care-agent',
      shownBy: 'Durable power of attorney for health care, copy on file',
    },
  },
  jefferson: {
    first: 'Aaliyah',
    last: 'Jefferson',
    sex: 'female',
    age: 12,
    speaker: parent('Dwayne Jefferson', 'father'),
  },
  whitehorse: { first: 'Samuel', last: 'Whitehorse', sex: 'male', age: 52 },
  aziz: { first: 'Noor', last: 'Aziz', sex: 'female', age: 29, language: 'Arabic', interpreted: true },
  quintero: {
    first: 'Dolores',
    last: 'Quintero',
    sex: 'female',
    age: 66,
    language: 'Spanish',
    interpreted: true,
    need: spanish,
  },
  kowalski: {
    first: 'Ethan',
    last: 'Kowalski',
    sex: 'male',
    age: 9,
    speaker: parent('Joanna Kowalski', 'mother'),
  },
  abara: { first: 'Grace', last: 'Abara', sex: 'female', age: 47 },
  santillan: {
    first: 'Miguel',
    last: 'Santillán',
    sex: 'male',
    age: 33,
    language: 'Spanish',
    interpreted: true,
  },
  vance: { first: 'Priscilla', last: 'Vance', sex: 'female', age: 70, need: lowVision },
  reddick: { first: 'Jamal', last: 'Reddick', sex: 'male', age: 24 },
  sugiyama: { first: 'Hana', last: 'Sugiyama', sex: 'female', age: 63 },
  lund: { first: 'Tobias', last: 'Lund', sex: 'male', age: 45, need: hardOfHearing },
  restrepo: {
    first: 'Camila',
    last: 'Restrepo',
    sex: 'female',
    age: 15,
    language: 'Spanish',
    interpreted: true,
    speaker: parent('Andrea Restrepo', 'mother'),
  },
  castellaw: { first: 'Vernon', last: 'Castellaw', sex: 'male', age: 68 },
  okonjo: { first: 'Ada', last: 'Okonjo', sex: 'female', age: 4, speaker: parent('Chidi Okonjo', 'father') },
  niakaros: { first: 'Peter', last: 'Niakaros', sex: 'male', age: 55 },
  bellweather: { first: 'Imani', last: 'Bellweather', sex: 'female', age: 19, need: fear },
  montero: {
    first: 'Joaquín',
    last: 'Montero',
    sex: 'male',
    age: 61,
    language: 'Spanish',
    interpreted: true,
    need: spanish,
  },
  ellingsen: { first: 'Ruth', last: 'Ellingsen', sex: 'female', age: 77 },
  nair: { first: 'Devika', last: 'Nair', sex: 'female', age: 38 },
  yazzie: {
    first: 'Caleb',
    last: 'Yazzie',
    sex: 'male',
    age: 16,
    speaker: parent('Marlene Yazzie', 'mother'),
  },
  dufresne: {
    first: 'Marguerite',
    last: 'Dufresne',
    sex: 'female',
    age: 84,
    speaker: {
      name: 'Alain Dufresne',
      relationship: 'son',
      authority: 'court-appointed',
      shownBy: 'Letters of guardianship, copy on file',
    },
  },
  salerno: { first: 'Anthony', last: 'Salerno', sex: 'male', age: 50 },
  siddiqui: { first: 'Fatima', last: 'Siddiqui', sex: 'female', age: 31 },
  arreola: { first: 'Luis', last: 'Arreola', sex: 'male', age: 22, language: 'Spanish' },
  holloway: { first: 'Beatrix', last: 'Holloway', sex: 'female', age: 64 },
  farah: { first: 'Omar', last: 'Farah', sex: 'male', age: 43, language: 'Somali', interpreted: true },
  villalobos: {
    first: 'Sofía',
    last: 'Villalobos',
    sex: 'female',
    age: 10,
    language: 'Spanish',
    interpreted: true,
    speaker: parent('Elisa Villalobos', 'mother'),
  },
  greer: { first: 'Nathan', last: 'Greer', sex: 'male', age: 35 },
  markovic: { first: 'Elena', last: 'Markovic', sex: 'female', age: 57, need: wheelchair },
  blackwood: { first: 'Curtis', last: 'Blackwood', sex: 'male', age: 72 },
  chow: { first: 'Mei-Ling', last: 'Chow', sex: 'female', age: 48 },
  escalante: {
    first: 'Paloma',
    last: 'Escalante',
    sex: 'female',
    age: 26,
    language: 'Spanish',
    interpreted: true,
  },
  lindgren: {
    first: 'Theo',
    last: 'Lindgren',
    sex: 'male',
    age: 6,
    speaker: parent('Maja Lindgren', 'mother'),
  },
  tsosie: { first: 'Darlene', last: 'Tsosie', sex: 'female', age: 60 },
} satisfies Record<string, Invented>;

export type PersonKey = keyof typeof people;
