import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/calendar-date.ts';
import {
  chainEvent,
  chainStart,
  headMessage,
  headOf,
  withhold,
  type ChainedEvent,
  type ChainHead,
  type SignedHead,
} from './chain.ts';
import type { RecordedEvent } from './event.ts';
import { verifyChain, type ChainFault, type VerifiableEvent } from './verify-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const keys = generateKeyPairSync('ed25519');
const signHead = (head: ChainHead): SignedHead => ({
  head,
  signature: sign(null, Buffer.from(headMessage(head)), keys.privateKey).toString('base64'),
});
const checks = {
  sha256,
  verifySignature: (message: string, signature: string) =>
    verify(null, Buffer.from(message), keys.publicKey, Buffer.from(signature, 'base64')),
};

function bareEvent(position: number, note: string): RecordedEvent {
  return {
    organizationId: 'org-1',
    stream: { kind: 'case', id: 'case-1' },
    position,
    eventId: `event-${position}`,
    type: 'activity.logged',
    who: { kind: 'staff', id: 'staff-1', name: 'Ana Ruiz', role: 'coordinator' },
    occurredAt: instant('2026-03-05T10:00:00Z'),
    recordedAt: instant('2026-03-05T10:01:00Z'),
    data: { note, minutes: { seconds: 60 * position } },
    reliedOn: [{ stream: 'patient', id: 'patient-1', position: 2, as: 'consent' }],
  };
}

function chainOf(length: number): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let position = 1; position <= length; position++)
    chain.push(
      chainEvent(
        bareEvent(position, 'spoke'),
        { salt: sha256(`salt ${position}`), previousHash: chain.at(-1)?.hash ?? chainStart },
        sha256,
      ),
    );
  return chain;
}

const signedHeadOf = (chain: readonly ChainedEvent[]) => signHead(headOf(pick(chain, chain.length - 1)));

function pick<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}

const replace = <Item>(list: readonly Item[], index: number, change: (item: Item) => Item) =>
  list.map((item, i) => (i === index ? change(item) : item));

const brief = (faults: readonly ChainFault[]) =>
  faults.map(
    ({ kind, position, through, parts }) =>
      `${kind} ${position ?? '-'}${through === undefined ? '' : `-${through}`}${parts ? ` ${parts.join(',')}` : ''}`,
  );

const chain = chainOf(5);
const head = signedHeadOf(chain);
const other = '0123456789abcdef'.repeat(4);
const foreign = chainEvent(
  bareEvent(3, 'forged'),
  { salt: other, previousHash: pick(chain, 1).hash },
  sha256,
);

describe('one thing changed at a time', () => {
  const alter = (change: (event: ChainedEvent) => ChainedEvent) => replace(chain, 2, change);
  const rows: [
    name: string,
    events: readonly VerifiableEvent[],
    signed: SignedHead | undefined,
    faults: string[],
  ][] = [
    ['nothing', chain, head, []],
    ['who', alter((e) => ({ ...e, who: { ...e.who, name: 'Eva Ruiz' } })), head, ['altered 3 who']],
    ['relied on', alter((e) => ({ ...e, reliedOn: [] })), head, ['altered 3 reliedOn']],
    [
      'time of the event',
      alter((e) => ({ ...e, occurredAt: instant('2026-03-04T10:00:00Z') })),
      head,
      ['altered 3 occurredAt'],
    ],
    [
      'a member of the data',
      alter((e) => ({ ...e, data: { ...e.data, note: 'no' } })),
      head,
      ['altered 3 data.note'],
    ],
    [
      'a member taken away',
      alter((e) => ({ ...e, data: { note: e.data['note'] } })),
      head,
      ['altered 3 data.minutes'],
    ],
    ['a member added', alter((e) => ({ ...e, data: { ...e.data, more: 1 } })), head, ['altered 3 data.more']],
    ['type', alter((e) => ({ ...e, type: 'activity.amended' })), head, ['altered 3 envelope']],
    ['event id', alter((e) => ({ ...e, eventId: 'x' })), head, ['altered 3 envelope']],
    [
      'time of recording',
      alter((e) => ({ ...e, recordedAt: instant('2026-03-05T10:00:30Z') })),
      head,
      ['altered 3 envelope'],
    ],
    ['organization', alter((e) => ({ ...e, organizationId: 'org-2' })), head, ['altered 3 organizationId']],
    ['stream', alter((e) => ({ ...e, stream: { kind: 'case', id: 'case-2' } })), head, ['altered 3 stream']],
    ['position', alter((e) => ({ ...e, position: 9 })), head, ['altered 3 position']],
    ['hash', alter((e) => ({ ...e, hash: other })), head, ['altered 3 hash']],
    ['hash of the last', replace(chain, 4, (e) => ({ ...e, hash: other })), head, ['altered 5 hash']],
    [
      'hash of the one before',
      alter((e) => ({ ...e, previousHash: other })),
      head,
      ['altered 3 previousHash'],
    ],
    [
      'hash before the first',
      replace(chain, 0, (e) => ({ ...e, previousHash: other })),
      head,
      ['altered 1 previousHash'],
    ],
    [
      'stored hash of a part',
      alter((e) => ({ ...e, partHashes: { ...e.partHashes, who: other } })),
      head,
      ['altered 3 partHashes.who'],
    ],
    ['salt', alter((e) => ({ ...e, salt: other })), head, ['salt-bad 3']],
    ['a whole event made anew', replace(chain, 2, () => foreign), head, ['altered 3 rewritten']],
    ['the first dropped', chain.slice(1), head, ['dropped 1']],
    ['one dropped', chain.filter((_, i) => i !== 2), head, ['dropped 3']],
    ['two dropped', chain.filter((_, i) => i !== 2 && i !== 1), head, ['dropped 2-3']],
    ['the last dropped', chain.slice(0, -1), head, ['last-dropped 5']],
    ['the last two dropped', chain.slice(0, -2), head, ['last-dropped 4-5']],
    ['all dropped', [], head, ['last-dropped 1-5']],
    [
      'one dropped and the rest renumbered',
      chain.filter((_, i) => i !== 2).map((e, i) => ({ ...e, position: i + 1 })),
      head,
      ['dropped 3', 'altered 4 position', 'altered 5 position'],
    ],
    [
      'two swapped',
      [chain[0], chain[3], chain[2], chain[1], chain[4]].flatMap((e) => e ?? []),
      head,
      ['reordered 2', 'reordered 4'],
    ],
    [
      'one inserted at a place that is taken',
      [...chain.slice(0, 2), foreign, ...chain.slice(2)],
      head,
      ['inserted 3'],
    ],
    [
      'one inserted after the end',
      [
        ...chain,
        chainEvent(bareEvent(6, 'late'), { salt: other, previousHash: pick(chain, 4).hash }, sha256),
      ],
      head,
      ['inserted 6'],
    ],
    ['one there twice', [...chain, { ...pick(chain, 1) }], head, ['inserted 2']],
    [
      'one inserted and the rest renumbered',
      [...chain.slice(0, 2), foreign, ...chain.slice(2).map((e) => ({ ...e, position: e.position + 1 }))],
      head,
      ['altered 3 position', 'inserted 3', 'altered 4 position', 'altered 5 position'],
    ],
    ['no head', chain, undefined, ['head-missing -']],
    ['an older head', chain, signedHeadOf(chain.slice(0, 4)), ['inserted 5']],
    [
      'a head that nobody signed',
      chain,
      { ...head, head: { ...head.head, hash: other } },
      ['signature-bad 5', 'head-mismatch 5'],
    ],
    [
      'another signature',
      chain,
      { ...head, signature: signedHeadOf(chain.slice(0, 4)).signature },
      ['signature-bad 5'],
    ],
    [
      'the head of another chain',
      chain,
      signHead({ ...head.head, stream: { kind: 'case', id: 'case-2' } }),
      ['head-mismatch 5'],
    ],
  ];
  test.each(rows)('%s', (_name, events, signed, faults) => {
    expect(brief(verifyChain(events, signed, checks))).toEqual(faults);
  });
});

describe('withheld parts', () => {
  const withheld = chain.map((e) => withhold(e, (name) => name === 'data.note' || name === 'who', sha256));

  test('the rest still verifies, alone and beside whole events', () => {
    expect(verifyChain(withheld, head, checks)).toEqual([]);
    expect(verifyChain([...chain.slice(0, 2), ...withheld.slice(2)], head, checks)).toEqual([]);
  });

  test('what is withheld is not in the file, nor the salt that would confirm a guess of it', () => {
    const text = JSON.stringify(withheld);
    expect(text).not.toContain('spoke');
    expect(text).not.toContain('Ana Ruiz');
    for (const event of chain) expect(text).not.toContain(event.salt);
  });

  test('a disclosed part that was altered is named', () => {
    const forged = replace(withheld, 1, (e) => ({
      ...e,
      parts: { ...e.parts, 'data.minutes': { ...pick(Object.values(e.parts), 2), value: { seconds: 9 } } },
    }));
    expect(brief(verifyChain(forged, head, checks))).toEqual(['altered 2 data.minutes']);
  });

  test('an invented value for a withheld part is named', () => {
    const forged = replace(withheld, 1, (e) => ({
      ...e,
      parts: { ...e.parts, 'data.note': { salt: other, value: 'invented' } },
    }));
    expect(brief(verifyChain(forged, head, checks))).toEqual(['altered 2 data.note']);
  });

  test('the hash of a withheld part cannot be exchanged', () => {
    const forged = replace(withheld, 1, (e) => ({ ...e, partHashes: { ...e.partHashes, who: other } }));
    expect(brief(verifyChain(forged, head, checks))).toEqual(['altered 2 envelope']);
  });
});

describe('properties', () => {
  const length = fc.integer({ min: 1, max: 12 });
  const value = fc.jsonValue({ maxDepth: 3 });
  const anyChain = fc
    .array(fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 4 }), { minLength: 1, maxLength: 8 })
    .map((datas) => {
      const events: ChainedEvent[] = [];
      datas.forEach((data, i) =>
        events.push(
          chainEvent(
            { ...bareEvent(i + 1, 'any'), data },
            { salt: sha256(`s${i}`), previousHash: events.at(-1)?.hash ?? chainStart },
            sha256,
          ),
        ),
      );
      return events;
    });

  test('an untouched chain verifies, whole and with any parts withheld, after a round trip through JSON', () => {
    fc.assert(
      fc.property(anyChain, fc.func(fc.boolean()), (events, hide) => {
        const signed = signedHeadOf(events);
        const copy: ChainedEvent[] = JSON.parse(JSON.stringify(events));
        expect(verifyChain(copy, signed, checks)).toEqual([]);
        expect(
          verifyChain(
            events.map((e) => withhold(e, hide, sha256)),
            signed,
            checks,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('any altered member of the data is named, at its event and nowhere else', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), value, (events, at, instead) => {
        const index = at % events.length;
        const event = pick(events, index);
        const member = Object.keys(event.data)[0] ?? 'new';
        fc.pre(JSON.stringify(event.data[member]) !== JSON.stringify(instead));
        // JSON has one zero, so a change of its sign is none.
        fc.pre(!(event.data[member] === 0 && instead === 0));
        const altered = replace(events, index, (e) => ({ ...e, data: { ...e.data, [member]: instead } }));
        const faults = verifyChain(altered, signedHeadOf(events), checks);
        expect(brief(faults)).toEqual([`altered ${index + 1} data.${member}`]);
      }),
    );
  });

  test('any dropped range is named', () => {
    fc.assert(
      fc.property(length, fc.nat(), fc.nat(), (size, a, b) => {
        const events = chainOf(size);
        const from = a % size;
        const through = from + (b % (size - from));
        const kept = events.filter((_, i) => i < from || i > through);
        const kind = through === size - 1 ? 'last-dropped' : 'dropped';
        const range = from === through ? `${from + 1}` : `${from + 1}-${through + 1}`;
        expect(brief(verifyChain(kept, signedHeadOf(events), checks))).toEqual([`${kind} ${range}`]);
      }),
    );
  });

  test('any two swapped are named', () => {
    fc.assert(
      fc.property(length, fc.nat(), fc.nat(), (size, a, b) => {
        const events = chainOf(size);
        const [i, j] = [a % size, b % size];
        fc.pre(i !== j);
        const swapped = events.map((e, k) => (k === i ? pick(events, j) : k === j ? pick(events, i) : e));
        expect(brief(verifyChain(swapped, signedHeadOf(events), checks))).toEqual(
          [i, j].sort((x, y) => x - y).map((k) => `reordered ${k + 1}`),
        );
      }),
    );
  });

  test('any inserted event is named, however well it is forged', () => {
    fc.assert(
      fc.property(length, fc.nat(), fc.nat(), (size, a, where) => {
        const events = chainOf(size);
        const position = 1 + (a % (size + 1));
        const forged = chainEvent(
          bareEvent(position, 'forged'),
          { salt: other, previousHash: events[position - 2]?.hash ?? chainStart },
          sha256,
        );
        const list = events.toSpliced(where % (size + 1), 0, forged);
        expect(brief(verifyChain(list, signedHeadOf(events), checks))).toEqual([`inserted ${position}`]);
      }),
    );
  });

  test('a chain rewritten from any event on, every hash made anew, does not reach the signed head', () => {
    fc.assert(
      fc.property(length, fc.nat(), (size, a) => {
        const events = chainOf(size);
        const from = a % size;
        const forged = events.slice(0, from);
        for (const event of events.slice(from))
          forged.push(
            chainEvent(
              bareEvent(event.position, 'rewritten'),
              { salt: event.salt, previousHash: forged.at(-1)?.hash ?? chainStart },
              sha256,
            ),
          );
        expect(brief(verifyChain(forged, signedHeadOf(events), checks))).toContain(
          `altered ${size} rewritten`,
        );
      }),
    );
  });
});

test('hostile positions are not counted up to', () => {
  const far = replace(chain, 4, (e) => ({ ...e, position: Number.MAX_SAFE_INTEGER }));
  const nobody = { head: { ...head.head, position: Number.MAX_SAFE_INTEGER }, signature: head.signature };
  expect(verifyChain(far, nobody, checks).length).toBeGreaterThan(0);
});
