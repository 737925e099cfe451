import { loop, type LoopRule, one, optional, upTo } from './loop-rules.ts';

/**
 * Loops and segments of an 837D 005010X224A2 in their order, with how often each may stand. Source:
 * standards-facts 2.2. Qualified segments of one name (DTP, REF) may follow each other in any order.
 */

const referenceIds = (most: number, ...qualifiers: string[]) => upTo(most, 'REF', 1, ...qualifiers);

const claimProviders = [
  loop('2310A', 0, 2, one('NM1', 1, 'DN', 'P3'), optional('PRV', 1, 'RF'), referenceIds(3, '0B', '1G', 'G2')),
  loop('2310B', 0, 1, one('NM1', 1, '82'), one('PRV', 1, 'PE'), referenceIds(4, '0B', '1G', 'G2', 'LU')),
  loop('2310C', 0, 1, one('NM1', 1, '77'), one('N3'), one('N4'), referenceIds(3, '0B', 'G2', 'LU')),
  loop('2310D', 0, 1, one('NM1', 1, 'DD'), optional('PRV', 1, 'AS'), referenceIds(4, '0B', '1G', 'G2', 'LU')),
  loop('2310E', 0, 1, one('NM1', 1, 'DQ'), referenceIds(4, '0B', '1G', 'G2', 'LU')),
] as const;

const otherPayerProvider = (name: string, most: number, ...entities: string[]) =>
  loop(name, 0, most, one('NM1', 1, ...entities), upTo(3, 'REF'));

const otherSubscriber = loop(
  '2320',
  0,
  10,
  one('SBR'),
  upTo(5, 'CAS'),
  upTo(3, 'AMT', 1, 'D', 'A8', 'EAF'),
  one('OI'),
  optional('MOA'),
  loop('2330A', 1, 1, one('NM1', 1, 'IL'), optional('N3'), optional('N4'), upTo(1, 'REF')),
  loop(
    '2330B',
    1,
    1,
    one('NM1', 1, 'PR'),
    optional('N3'),
    optional('N4'),
    optional('DTP', 1, '573'),
    upTo(8, 'REF'),
  ),
  otherPayerProvider('2330C', 2, 'DN', 'P3'),
  otherPayerProvider('2330D', 1, '82'),
  otherPayerProvider('2330E', 1, 'DQ'),
  otherPayerProvider('2330F', 1, '85'),
  otherPayerProvider('2330G', 1, '77'),
  otherPayerProvider('2330H', 1, 'DD'),
);

const serviceLine = loop(
  '2400',
  1,
  50,
  one('LX'),
  one('SV3'),
  upTo(32, 'TOO', 1, 'JP'),
  upTo(9, 'DTP', 1, '472', '139', '441', '452', '446', '196', '198'),
  optional('CN1'),
  upTo(18, 'REF', 1, 'G3', 'G1', '6R', '9A', '9C', '9F'),
  optional('AMT', 1, 'T'),
  upTo(10, 'K3'),
  optional('HCP'),
  loop('2420A', 0, 1, one('NM1', 1, '82'), optional('PRV', 1, 'PE'), upTo(20, 'REF')),
  loop('2420B', 0, 1, one('NM1', 1, 'DD'), optional('PRV', 1, 'AS'), upTo(20, 'REF')),
  loop('2420C', 0, 1, one('NM1', 1, 'DQ'), upTo(20, 'REF')),
  loop('2420D', 0, 1, one('NM1', 1, '77'), one('N3'), one('N4'), upTo(3, 'REF')),
  loop('2430', 0, 15, one('SVD'), upTo(5, 'CAS'), one('DTP', 1, '573'), optional('AMT', 1, 'EAF')),
);

const claim = loop(
  '2300',
  0,
  100,
  one('CLM'),
  upTo(4, 'DTP', 1, '439', '452', '472', '050'),
  optional('DN1'),
  upTo(35, 'DN2'),
  upTo(10, 'PWK'),
  optional('CN1'),
  optional('AMT', 1, 'F5'),
  upTo(20, 'REF', 1, 'G3', '4N', 'F8', '9F', 'G1', '9A', '9C', 'D9'),
  upTo(10, 'K3'),
  upTo(5, 'NTE', 1, 'ADD'),
  optional('HI'),
  optional('HCP'),
  ...claimProviders,
  otherSubscriber,
  serviceLine,
);

const patient = loop(
  '2000C',
  0,
  Infinity,
  one('HL', 3, '23'),
  one('PAT'),
  loop(
    '2010CA',
    1,
    1,
    one('NM1', 1, 'QC'),
    one('N3'),
    one('N4'),
    one('DMG'),
    referenceIds(2, 'Y4', '1W', 'SY'),
  ),
  claim,
);

const subscriber = loop(
  '2000B',
  1,
  Infinity,
  one('HL', 3, '22'),
  one('SBR'),
  loop(
    '2010BA',
    1,
    1,
    one('NM1', 1, 'IL'),
    optional('N3'),
    optional('N4'),
    optional('DMG'),
    referenceIds(2, 'SY', 'Y4'),
  ),
  loop(
    '2010BB',
    1,
    1,
    one('NM1', 1, 'PR'),
    optional('N3'),
    optional('N4'),
    referenceIds(5, '2U', 'EI', 'FY', 'NF', 'G2', 'LU'),
  ),
  claim,
  patient,
);

const billing = loop(
  '2000A',
  1,
  Infinity,
  one('HL', 3, '20'),
  optional('PRV', 1, 'BI'),
  optional('CUR', 1, '85'),
  loop(
    '2010AA',
    1,
    1,
    one('NM1', 1, '85'),
    one('N3'),
    one('N4'),
    one('REF', 1, 'EI', 'SY'),
    referenceIds(2, '0B', '1G'),
    upTo(2, 'PER', 1, 'IC'),
  ),
  loop('2010AB', 0, 1, one('NM1', 1, '87'), one('N3'), one('N4')),
  loop(
    '2010AC',
    0,
    1,
    one('NM1', 1, 'PE'),
    one('N3'),
    one('N4'),
    referenceIds(1, '2U', 'FY', 'NF'),
    one('REF', 1, 'EI'),
  ),
  subscriber,
);

const transaction = loop(
  'ST',
  1,
  Infinity,
  one('ST'),
  one('BHT'),
  loop('1000A', 1, 1, one('NM1', 1, '41'), { ...one('PER', 1, 'IC'), most: 2 }),
  loop('1000B', 1, 1, one('NM1', 1, '40')),
  billing,
  one('SE'),
);

export const interchange837d: LoopRule = loop(
  'ISA',
  1,
  1,
  one('ISA'),
  loop('GS', 1, Infinity, one('GS'), transaction, one('GE')),
  one('IEA'),
);
