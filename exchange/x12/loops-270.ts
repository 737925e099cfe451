import { loop, type LoopRule, one, optional, upTo } from './loop-rules.ts';

/**
 * Loops and segments of the 270 005010X279A1 that we write: payer, provider, subscriber, and a dependent where the
 * patient is one. Unverified: general knowledge of the transaction's structure.
 */

const question = loop('EQ', 1, 99, one('EQ'));

const person = (name: string, entity: string) =>
  loop(name, 1, 1, one('NM1', 1, entity), upTo(9, 'REF'), optional('DMG', 1, 'D8'), upTo(2, 'DTP', 1, '291'));

const dependent = loop(
  '2000D',
  0,
  1,
  one('HL', 3, '23'),
  one('TRN', 1, '1'),
  person('2100D', '03'),
  question,
);

const subscriber = loop(
  '2000C',
  1,
  1,
  one('HL', 3, '22'),
  optional('TRN', 1, '1'),
  person('2100C', 'IL'),
  loop('EQ', 0, 99, one('EQ')),
  dependent,
);

const provider = loop(
  '2000B',
  1,
  1,
  one('HL', 3, '21'),
  loop('2100B', 1, 1, one('NM1', 1, '1P')),
  subscriber,
);

const payer = loop('2000A', 1, 1, one('HL', 3, '20'), loop('2100A', 1, 1, one('NM1', 1, 'PR')), provider);

export const interchange270: LoopRule = loop(
  'ISA',
  1,
  1,
  one('ISA'),
  loop('GS', 1, 1, one('GS'), loop('ST', 1, 1, one('ST'), one('BHT'), payer, one('SE')), one('GE')),
  one('IEA'),
);
