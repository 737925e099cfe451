import { expect, test } from 'vitest';
import {
  code,
  day,
  deductible,
  entry,
  estimated,
  line,
  maximum,
  percent,
  plan,
  usd,
} from './estimate.samples.ts';
import type { Line } from './estimate-request.ts';
import type { LedgerAccount } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { StatedFact } from './plan-facts.ts';

const year: StatedFact = { kind: 'benefit-year', begins: '07-01' };
const general = [percent(50), maximum(1000), year];

function accounts(facts: readonly StatedFact[], history: readonly LedgerEntry[], lines: readonly Line[]) {
  const { ledger, cautions } = estimated([plan(facts)], lines, { history: [...history] });
  return { ledger, cautions: cautions.map(({ said }) => said.id) };
}

/** paid, pending, reserved, planned, left and over in dollars. */
const inDollars = (account: LedgerAccount | undefined) =>
  account &&
  [account.paid, account.pending, account.reserved, account.planned, account.left, account.over].map(
    (amount) => amount / 100,
  );

const filling = line('D2391', 200);
const reserved = (pays: number, change: Partial<LedgerEntry> = {}) =>
  entry(pays, { state: 'reserved', ...change });

test.each<
  [name: string, history: readonly LedgerEntry[], lines: readonly Line[], expected: readonly number[]]
>([
  ['nothing but a plan', [], [filling], [0, 0, 0, 100, 900, 0]],
  [
    'paid, pending and reserved by three offices',
    [entry(300), entry(200, { state: 'pending', office: 'perio' }), reserved(150, { office: 'surgeon' })],
    [filling],
    [300, 200, 150, 100, 250, 0],
  ],
  [
    'the last day before the new benefit year',
    [entry(300, { date: day('2025-07-01') })],
    [filling],
    [300, 0, 0, 100, 600, 0],
  ],
  ['the benefit year before', [entry(300, { date: day('2025-06-30') })], [filling], [0, 0, 0, 100, 900, 0]],
  [
    'reserved through today',
    [reserved(300, { expires: day('2026-03-01') })],
    [filling],
    [0, 0, 300, 100, 600, 0],
  ],
  [
    'reserved through yesterday',
    [reserved(300, { expires: day('2026-02-28') })],
    [filling],
    [0, 0, 0, 100, 900, 0],
  ],
  ['somebody else of the family', [entry(300, { member: 'family' })], [filling], [0, 0, 0, 100, 900, 0]],
  [
    'the line has its own predetermination',
    [reserved(90, { lineId: 'D2391' })],
    [filling],
    [0, 0, 90, 0, 910, 0],
  ],
  ['the plan takes what is left and no more', [entry(950)], [filling], [950, 0, 0, 50, 0, 0]],
  ['reserved exactly', [entry(600), reserved(400)], [filling], [600, 0, 400, 0, 0, 0]],
  ['reserved a dollar too much', [entry(600), reserved(401)], [filling], [600, 0, 401, 0, 0, 1]],
])('the annual maximum: %s', (_name, history, lines, expected) => {
  const { ledger, cautions } = accounts(general, history, lines);
  const account = ledger.find((each) => each.year?.from === '2025-07-01');
  expect(inDollars(account)).toEqual(expected);
  expect(account?.year?.through).toBe('2026-06-30');
  expect(cautions.includes('estimate.caution.over.maximum')).toBe((expected.at(-1) ?? 0) > 0);
});

test('a reservation is judged before it is made: add it, and the account says by how much it would pass', () => {
  const standing = [entry(500), reserved(300, { office: 'perio' })];
  const over = (history: readonly LedgerEntry[]) => accounts(general, history, [filling]).ledger[0]?.over;
  expect(over(standing)).toBe(0);
  expect(over([...standing, reserved(450, { office: 'surgeon' })])).toBe(usd(250));
});

test('a forecast by benefit year', () => {
  const later = line('D2740', 3000, { date: day('2026-07-01') });
  const { ledger } = accounts(general, [entry(400)], [filling, later]);
  expect(ledger.map((account) => [account.year?.from, inDollars(account)])).toEqual([
    ['2025-07-01', [400, 0, 0, 100, 500, 0]],
    ['2026-07-01', [0, 0, 0, 1000, 0, 0]],
  ]);
});

test('what governs what: own limits, lifetime, deductible, family, totals without a code', () => {
  const facts = [
    percent(50),
    maximum(1000),
    maximum(1500, { for: { category: 'orthodontics' }, period: 'lifetime' }),
    maximum(2000, { per: 'family' }),
    deductible(50),
  ];
  const history = [
    entry(300, { code: code('D8080'), date: day('2024-05-05') }),
    entry(200, { code: code('D2740'), deductible: usd(20) }),
    entry(100),
    entry(700, { member: 'family' }),
  ];
  const { ledger } = accounts(facts, history, [filling]);
  const rows = ledger.map(({ kind, of, about, year: within, paid, planned }) =>
    [kind, of, about, within ? 'year' : 'life', paid / 100, planned / 100].join(' '),
  );
  expect(rows).toEqual([
    'deductible individual D0001-D9999 year 20 30',
    'maximum individual D0001-D9999 year 300 85',
    'maximum family D0001-D9999 year 1000 85',
    'maximum individual D8000-D8999 life 300 0',
  ]);
});

test('whose word it is: every office, and elsewhere, with its sources', () => {
  const history = [
    entry(100, { office: 'perio', source: 'EOB of 2 February' }),
    reserved(50, { office: 'perio' }),
    entry(30, { source: 'portal' }),
  ];
  expect(accounts(general, history, [filling]).ledger[0]?.offices).toEqual([
    { office: 'perio', paid: usd(100), pending: 0, reserved: usd(50), sources: ['EOB of 2 February'] },
    { office: undefined, paid: usd(30), pending: 0, reserved: 0, sources: ['portal'] },
  ]);
});

test('frequencies: what was done, is booked and is planned under a limit, by day', () => {
  const scaling = {
    kind: 'frequency',
    for: { code: code('D4341') },
    times: 1,
    window: 'every-months',
    every: 24,
    per: 'quadrant',
  } as const;
  const history = [
    entry(90, { code: code('D4341'), area: '20', office: 'perio' }),
    entry(90, { code: code('D4341'), area: '30', state: 'pending', date: day('2025-11-11') }),
    entry(90, { code: code('D4341'), member: 'family' }),
    reserved(90, { code: code('D4341'), lineId: 'D4341', area: '10' }),
    reserved(90, { code: code('D4341'), area: '40', expires: day('2026-02-28') }),
    entry(90, { code: code('D1110') }),
    entry(500),
  ];
  const { frequencies } = estimated(
    [plan([percent(50), scaling, { ...scaling, for: { code: code('D0330') } }])],
    [line('D4341', 200, { area: '10' }), line('D4341 b', 200, { area: '40' })],
    { history },
  );
  expect(
    frequencies.map(({ about, uses }) => [
      about,
      uses.map(({ date, area, state }) => [date, area, state].join(' ')),
    ]),
  ).toEqual([
    [
      'D4341',
      ['2025-11-11 30 pending', '2026-02-02 20 paid', '2026-03-05 10 reserved', '2026-03-05 40 planned'],
    ],
  ]);
});

const onStart: StatedFact = { kind: 'date-that-counts', on: 'start' };
const crownOf = (startedOn: string | undefined): Line =>
  line('D2740', 1000, {
    date: day('2026-07-10'),
    ...(startedOn !== undefined && { startedOn: day(startedOn) }),
  });

test.each<
  [
    name: string,
    facts: readonly StatedFact[],
    crown: Line,
    change: Partial<LedgerEntry>,
    years: readonly string[],
  ]
>([
  ['of its completion', general, crownOf('2026-06-30'), {}, ['2026-07-01']],
  ['of its start, where that counts', [...general, onStart], crownOf('2026-06-30'), {}, ['2025-07-01']],
  ['of its start a day later', [...general, onStart], crownOf('2026-07-01'), {}, ['2026-07-01']],
  [
    'of its start, a promise through that day',
    [...general, onStart],
    crownOf('2026-06-30'),
    { expires: day('2026-06-30') },
    ['2025-07-01'],
  ],
  [
    'of its start, a promise that ends before',
    [...general, onStart],
    crownOf('2026-06-30'),
    { expires: day('2026-06-29') },
    [],
  ],
])('what is reserved for a line stands in the benefit year %s', (_name, facts, crown, change, years) => {
  const entry = reserved(400, { code: crown.code, lineId: crown.lineId, ...change });
  const { ledger } = accounts(facts, [entry], [crown]);
  expect(ledger.flatMap((each) => (each.reserved > 0 ? (each.year?.from ?? '') : []))).toEqual(years);
});
