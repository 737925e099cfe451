import { at, day } from './story.ts';

/** One plan of four providers: gums, two extractions with grafts, teeth moved, implants or a bridge, crowns. */

export const patient = {
  patientId: 'patient-one-plan',
  demographics: {
    lastName: 'Quintanar',
    firstName: 'Ofelia',
    birthDate: '1971-05-02',
    sex: 'female',
    address: { line1: '9 Alder Way', city: 'Tacoma', state: 'WA', postalCode: '98402' },
    contacts: [{ route: 'telephone', value: '2065550149' }],
    identifiers: [],
  },
  notDuplicateOf: [],
};

const condition = (conditionId: string, text: string, diagnosis: string) => ({
  condition: { conditionId, text, diagnosis, codings: [], status: 'active' },
});
export const conditions = [
  condition('condition-diabetes', 'Type 2 diabetes with periodontal disease', 'E11.630'),
  condition('condition-gums', 'Chronic periodontitis', 'K05.323'),
];

const member = (memberId: string, role: string, name: string, specialty: string, organization: string) => ({
  member: {
    memberId,
    role,
    name,
    specialty,
    organization,
    contacts: [],
    setting: 'office',
    from: day(at(180)),
  },
});
export const members = [
  member('dentist', 'treating-dentist', 'Priya Raman', 'general-dentistry', 'Cedar Street Dental'),
  member('gums', 'dental-specialist', 'Karin Lindqvist', 'periodontics', 'Sound Periodontics'),
  member(
    'surgeon',
    'dental-specialist',
    'Tomás Arriaga',
    'oral-surgery',
    'Rainier Oral and Maxillofacial Surgery Associates',
  ),
  member('braces', 'dental-specialist', 'Wilhelmina Okoro', 'orthodontics', 'Alder Orthodontics'),
  member('physician', 'physician', 'Kwame Osei', 'endocrinology', 'Tacoma Endocrinology'),
];

/** Steps by name: what is done, by whom, with which code, on which tooth, how long. */
const steps: readonly (readonly [id: string, text: string, owner: string, minutes: number, rest?: object])[] =
  [
    ['scaling-right', 'Deep cleaning, right side', 'gums', 60, { code: 'D4341', area: '10' }],
    ['scaling-left', 'Deep cleaning, left side', 'gums', 60, { code: 'D4341', area: '20' }],
    ['look-again', 'The gums are looked at again', 'gums', 30, { code: 'D0171' }],
    ['pull-3', 'First molar taken out, upper right', 'surgeon', 45, { code: 'D7210', tooth: '3' }],
    ['pull-14', 'First molar taken out, upper left', 'surgeon', 45, { code: 'D7140', tooth: '14' }],
    ['graft-3', 'Bone graft, upper right', 'surgeon', 60, { code: 'D7953', tooth: '3', after: ['pull-3'] }],
    ['graft-14', 'Bone graft, upper left', 'surgeon', 60, { code: 'D7953', tooth: '14', after: ['pull-14'] }],
    ['braces-on', 'Teeth are moved: begins', 'braces', 90, { code: 'D8090' }],
    ['braces-off', 'Teeth are held where they are', 'braces', 45, { code: 'D8680', after: ['braces-on'] }],
    ['implant-3', 'Implant, upper right', 'surgeon', 90, { code: 'D6010', tooth: '3' }],
    [
      'implant-14',
      'Implant, upper left',
      'surgeon',
      90,
      { code: 'D6010', tooth: '14', alternatives: ['bridge-14'] },
    ],
    ['bridge-14', 'Bridge, upper left', 'dentist', 120, { code: 'D6245', tooth: '14' }],
    [
      'crown-3',
      'Crown on the implant, upper right',
      'dentist',
      60,
      { code: 'D6058', tooth: '3', after: ['implant-3'] },
    ],
    [
      'crown-14',
      'Crown on the implant, upper left',
      'dentist',
      60,
      { code: 'D6058', tooth: '14', after: ['implant-14'] },
    ],
    ['crown-30', 'Crown, lower right', 'dentist', 75, { code: 'D2740', tooth: '30' }],
  ];

export const items = steps.map(([itemId, text, ownerMemberId, minutes, rest], index) => ({
  item: {
    itemId,
    text,
    ownerMemberId,
    minutes,
    surfaces: [],
    order: index + 1,
    after: [],
    status: itemId === 'bridge-14' ? 'proposed' : 'accepted',
    ...rest,
  },
}));

const said = (ref: string) => ({ source: { by: 'person', ref }, strength: 'must' });

/** What the surgeon and the orthodontist say of their own work, beyond any pathway. */
export const ownRules = [
  ...(['3', '14'] as const).map((tooth) => ({
    constraint: {
      kind: 'interval',
      constraintId: `bone-${tooth}`,
      text: `The bone of tooth ${tooth} needs seven months`,
      ...said('Tomás Arriaga'),
      from: `graft-${tooth}`,
      to: `implant-${tooth}`,
      minDays: 214,
    },
  })),
  {
    constraint: {
      kind: 'interval',
      constraintId: 'moving',
      text: 'Moving the teeth takes four months',
      ...said('Wilhelmina Okoro'),
      from: 'braces-on',
      to: 'braces-off',
      minDays: 120,
    },
  },
];

const option = (optionId: string, kind: string, name: string, itemIds: readonly string[]) => ({
  optionId,
  kind,
  name,
  itemIds,
  what: `${name}, as the team would do it.`,
  patientDoes: '',
  followUp: '',
  lasts: { text: '', source: '' },
  risks: [],
});

/** What the patient decides: an implant or a bridge where the upper left molar was. */
export const options = {
  sheetId: 'sheet-upper-left',
  language: 'en',
  question: 'What comes in place of the tooth?',
  values: [{ valueId: 'value-few-visits', text: 'I want few visits.' }],
  questions: [],
  options: [
    option('implant', 'treatment', 'Implant', ['implant-14', 'crown-14']),
    option('bridge', 'treatment', 'Bridge', ['bridge-14']),
    option('phases', 'in-phases', 'One after the other', ['implant-14', 'crown-14']),
    option('nothing', 'do-nothing', 'Nothing now', []),
  ],
};
