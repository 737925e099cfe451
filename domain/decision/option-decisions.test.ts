import { describe, expect, test } from 'vitest';
import { sampleDeciding } from '../case/deciding.samples.ts';
import type { foldCase } from '../case/fold-case.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleCase, sampleOpening, type CaseStep } from '../readiness/ready-case.samples.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { costOfOption } from './option-cost.ts';
import {
  decideRecordDecision,
  decideRecordOptions,
  decideRevisitDecision,
  decideWithdrawOptions,
} from './option-decisions.ts';
import type { OptionText, SheetText } from './option-sheet.ts';
import type { PatientDecision } from './patient-decision.ts';

const items: readonly PlanItem[] = [
  {
    itemId: 'implant',
    order: 1,
    status: 'proposed',
    after: [],
    fee: cents(200_000),
    code: procedureCode('D6010'),
  },
  { itemId: 'crown', order: 2, status: 'proposed', after: ['implant'] },
  {
    itemId: 'bridge',
    order: 3,
    status: 'proposed',
    after: [],
    fee: cents(150_000),
    code: procedureCode('D6240'),
  },
  { itemId: 'cleaning', order: 4, status: 'accepted', after: [] },
].map((item) => ({ ...item, text: `Step ${item.itemId}`, surfaces: [] }) as PlanItem);

function option(optionId: string, change: Partial<OptionText> = {}): OptionText {
  return {
    optionId,
    kind: 'treatment',
    name: optionId,
    itemIds: [],
    what: '',
    patientDoes: '',
    followUp: '',
    lasts: { text: '', source: '' },
    risks: [],
    ...change,
  };
}

function sheet(change: Partial<SheetText> = {}): SheetText {
  return {
    sheetId: 'sheet',
    language: 'es',
    question: 'What comes in place of the tooth?',
    values: [{ valueId: 'few-visits', text: 'I want few visits.' }],
    questions: [],
    options: [
      option('implant', { itemIds: ['implant', 'crown'] }),
      option('bridge', { itemIds: ['bridge'] }),
      option('phases', { kind: 'in-phases', itemIds: ['implant'] }),
      option('nothing', { kind: 'do-nothing' }),
    ],
    ...change,
  };
}

const planned = sampleOpening
  .filter(({ type }) => type !== 'plan.item-recorded')
  .concat(items.map((item): CaseStep => ({ type: 'plan.item-recorded', data: { item } })));
const emptyHanded = sampleCase(planned);
const deciding = sampleDeciding();
const hash = (text: string) =>
  [...text]
    .reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2 ** 40, 7)
    .toString(16)
    .padStart(64, '0');
const recording = {
  costOf: (each: OptionText) => ({ ...costOfOption(emptyHanded, each, deciding), reasons: [] }),
  sha256: hash,
};

type Decided = ReturnType<typeof decideRecordOptions>;

function outcome(decided: Decided): string {
  if (isRefusal(decided)) return [decided.code, decided.at].join(' ');
  return decided.map(({ type }) => type).join(', ') || 'nothing';
}

/** The case with what was decided on it. */
function after(...decided: readonly Decided[]): ReturnType<typeof foldCase> {
  const steps = decided.flatMap((each) => {
    if (isRefusal(each)) throw new Error(each.code);
    return each.map(({ type, data }) => ({ type, data }) as CaseStep);
  });
  return sampleCase([...planned, ...steps]);
}

const recorded = decideRecordOptions(emptyHanded, { sheet: sheet() }, deciding, recording);
const shown = after(recorded);
const version = shown.optionSheets.get('sheet')?.versions[0]?.sheet;

function decision(change: Partial<PatientDecision> = {}): PatientDecision {
  return {
    decisionId: 'first',
    sheetId: 'sheet',
    seenVersion: 1,
    seenSha256: version?.sha256 ?? '',
    optionId: 'implant',
    reason: 'I want to keep my other teeth as they are.',
    weights: [{ valueId: 'few-visits', weight: 3 }],
    questions: '',
    teachBack: { outcome: 'understood', words: 'A screw in the bone holds the new tooth.' },
    tookPart: [{ kind: 'patient', name: 'Rosa' }],
    interpreter: { way: 'staff-speak-it', name: '' },
    ...change,
  };
}

test.each<[string, Partial<SheetText>, string]>([
  ['options with phases and doing nothing', {}, 'decision.options-recorded'],
  ['nothing but one treatment', { options: [option('a')] }, 'decision/option-missing /sheet/options'],
  [
    'without phases',
    { options: [option('a'), option('b', { kind: 'do-nothing' })] },
    'decision/option-missing /sheet/options',
  ],
  [
    'without doing nothing',
    { options: [option('a'), option('b', { kind: 'in-phases' })] },
    'decision/option-missing /sheet/options',
  ],
  [
    'without a treatment',
    { options: [option('a', { kind: 'do-nothing' }), option('b', { kind: 'in-phases' })] },
    'decision/nothing-to-choose /sheet/options',
  ],
  [
    'an option and a statement of one id',
    { values: [{ valueId: 'bridge', text: 'I like bridges.' }] },
    'decision/id-twice /sheet',
  ],
])('recording %s', (_name, change, expected) => {
  expect(outcome(decideRecordOptions(emptyHanded, { sheet: sheet(change) }, deciding, recording))).toBe(
    expected,
  );
});

test.each<[string, Partial<OptionText>, string]>([
  ['a step of the plan', { itemIds: ['bridge'] }, 'decision.options-recorded'],
  ['a step that is not there', { itemIds: ['bridge', 'x'] }, 'absent/plan-item /sheet/options/0/itemIds/1'],
  ['two visits', { visits: { least: 2, most: 2 } }, 'decision.options-recorded'],
  [
    'three to two visits',
    { visits: { least: 3, most: 2 } },
    'decision/range-reversed /sheet/options/0/visits',
  ],
  ['nine to eight weeks', { weeks: { least: 9, most: 8 } }, 'decision/range-reversed /sheet/options/0/weeks'],
  [
    'a risk of 5 to 5 of 100',
    { risks: [{ text: 'r', source: '', ofHundred: { least: 5, most: 5 } }] },
    'decision.options-recorded',
  ],
  [
    'a risk of 5 to 4 of 100',
    { risks: [{ text: 'r', source: '', ofHundred: { least: 5, most: 4 } }] },
    'decision/range-reversed /sheet/options/0/risks/0/ofHundred',
  ],
])('an option with %s', (_name, change, expected) => {
  const options = [option('first', change), ...sheet().options];
  expect(outcome(decideRecordOptions(emptyHanded, { sheet: sheet({ options }) }, deciding, recording))).toBe(
    expected,
  );
});

test('a version says what its options cost, and is not recorded twice', () => {
  expect(version?.options.map(({ optionId, cost }) => [optionId, cost.fees, cost.stepsWithoutFee])).toEqual([
    ['implant', 200_000, 1],
    ['bridge', 150_000, 0],
    ['phases', 200_000, 0],
    ['nothing', undefined, 0],
  ]);
  expect(outcome(decideRecordOptions(shown, { sheet: sheet() }, deciding, recording))).toBe('nothing');
});

test('the cost comes by benefit year, for the plan pays a part that nobody told yet', () => {
  const implant = version?.options[0]?.cost;
  expect(implant?.years.map(({ patient }) => patient)).toEqual([{ least: 0, most: 200_000 }]);
  expect(version?.options[3]?.cost.years).toEqual([]);
});

test('without a coverage on the record nobody knows what the patient pays', () => {
  const uninsured = { ...deciding, patient: { ...deciding.patient, coverages: new Map() } };
  const cost = costOfOption(emptyHanded, { itemIds: ['bridge'] }, uninsured);
  expect([cost.fees, cost.years, cost.reasons.map(({ id }) => id)]).toEqual([
    150_000,
    [],
    ['forPatient.cost.noPlanOnRecord'],
  ]);
});

test('a change is a version of its own with a hash of its own; the one before stays', () => {
  const changed = decideRecordOptions(shown, { sheet: sheet({ question: 'Which?' }) }, deciding, recording);
  const versions = after(recorded, changed).optionSheets.get('sheet')?.versions ?? [];
  expect(versions.map(({ sheet: each }) => [each.version, each.question])).toEqual([
    [1, 'What comes in place of the tooth?'],
    [2, 'Which?'],
  ]);
  expect(new Set(versions.map(({ sheet: each }) => each.sha256)).size).toBe(2);
});

test.each<[string, Partial<PatientDecision>, string]>([
  ['on what was shown', {}, 'decision.made'],
  ['of another sheet', { sheetId: 'x' }, 'absent/option-sheet /decision/sheetId'],
  ['on a version that is not there', { seenVersion: 2 }, 'decision/not-what-was-shown /decision/seenVersion'],
  ['on other words', { seenSha256: hash('x') }, 'decision/not-what-was-shown /decision/seenVersion'],
  ['for an option that was not shown', { optionId: 'denture' }, 'absent/option /decision/optionId'],
  [
    'with a weight of nothing shown',
    { weights: [{ valueId: 'x', weight: 1 }] },
    'absent/value /decision/weights/0/valueId',
  ],
])('a decision %s', (_name, change, expected) => {
  expect(
    outcome(decideRecordDecision(shown, { decision: decision(change), planFollows: false }, deciding)),
  ).toBe(expected);
});

test('the plan follows where it is asked to, and only in steps that an option names', () => {
  const made = decideRecordDecision(shown, { decision: decision(), planFollows: true }, deciding);
  const statuses = (state: typeof shown) =>
    [...state.planItems.values()].map(({ item }) => `${item.itemId} ${item.status}`);
  expect(statuses(after(recorded, made))).toEqual([
    'implant accepted',
    'crown accepted',
    'bridge declined',
    'cleaning accepted',
  ]);
  const state = after(recorded, made);
  const revisit = { earlierDecisionId: 'first', why: 'The bone is too thin.' };
  const second = decision({ decisionId: 'second', optionId: 'bridge' });
  const again = decideRevisitDecision(state, { decision: second, planFollows: true, revisit }, deciding);
  expect(statuses(after(recorded, made, again))).toEqual([
    'implant declined',
    'crown declined',
    'bridge accepted',
    'cleaning accepted',
  ]);
});

test('a decision is made once, and revisited by naming the latest', () => {
  const made = decideRecordDecision(shown, { decision: decision(), planFollows: false }, deciding);
  const state = after(recorded, made);
  const second = { decision: decision({ decisionId: 'second' }), planFollows: false };
  const naming = (earlierDecisionId: string) => ({
    ...second,
    revisit: { earlierDecisionId, why: 'Asked again.' },
  });
  expect(outcome(decideRecordDecision(state, { ...second, decision: decision() }, deciding))).toBe('nothing');
  expect(outcome(decideRecordDecision(state, second, deciding))).toBe(
    'decision/already-made /decision/sheetId',
  );
  expect(outcome(decideRevisitDecision(shown, naming('first'), deciding))).toBe(
    'decision/not-the-latest /revisit/earlierDecisionId',
  );
  const revisited = decideRevisitDecision(state, naming('first'), deciding);
  expect(outcome(revisited)).toBe('decision.revisited');
  expect(
    outcome(
      decideRevisitDecision(
        after(recorded, made, revisited),
        { ...naming('first'), decision: decision({ decisionId: 'third' }) },
        deciding,
      ),
    ),
  ).toBe('decision/not-the-latest /revisit/earlierDecisionId');
  expect(
    after(recorded, made, revisited)
      .optionSheets.get('sheet')
      ?.decisions.map(({ revisit }) => revisit?.why),
  ).toEqual([undefined, 'Asked again.']);
});

describe('options that were recorded in error', () => {
  const withdraw = (state: typeof shown, sheetId = 'sheet') =>
    decideWithdrawOptions(state, { sheetId, reason: 'Of another patient.' }, deciding);
  const withdrawn = after(recorded, withdraw(shown));
  const decided = after(
    recorded,
    decideRecordDecision(shown, { decision: decision(), planFollows: false }, deciding),
  );

  test('stay in the record with their reason', () => {
    const sheetAfter = withdrawn.optionSheets.get('sheet');
    expect([sheetAfter?.versions.length, sheetAfter?.withdrawn?.reason]).toEqual([1, 'Of another patient.']);
  });

  test.each([
    ['are withdrawn', withdraw(shown), 'decision.options-withdrawn'],
    ['are withdrawn once', withdraw(withdrawn), 'nothing'],
    ['are not withdrawn where there are none', withdraw(shown, 'x'), 'absent/option-sheet /sheetId'],
    ['stay once somebody decided on them', withdraw(decided), 'decision/decided-on-it /sheetId'],
    [
      'take no further version',
      decideRecordOptions(withdrawn, { sheet: sheet({ question: 'Which?' }) }, deciding, recording),
      'decision/withdrawn /sheet/sheetId',
    ],
    [
      'take no decision',
      decideRecordDecision(withdrawn, { decision: decision(), planFollows: false }, deciding),
      'decision/withdrawn /decision/sheetId',
    ],
  ])('%s', (_name, outcomeOf, expected) => {
    expect(outcome(outcomeOf)).toBe(expected);
  });
});
