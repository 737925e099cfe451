import { expect, test } from 'vitest';
import { parseNpi, type Npi } from '../kernel/npi.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Provider } from '../practice/practice-events.ts';
import { namedByReferral } from './named-by-referral.ts';

function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

function provider(providerId: string, name: string, more: Partial<Provider> = {}): Provider {
  return { providerId, name, specialty: 'primary-care', ours: false, contacts: [], ...more };
}

const sender = provider('p1', 'Dr. John M', { npi: npi('1234567893') });
const asked = provider('p2', 'Karin Lindqvist', { credential: 'DMD' });
const clinic = provider('p3', 'Cedar Periodontics');
const other = provider('p4', 'Nora Feld');
const directory = [other, clinic, asked, sender];

const referral = {
  requesterName: 'Dr. John M, MD',
  performerName: 'Karin Lindqvist, DMD, Cedar Periodontics',
};

test.each([
  ['the sender first, then who was asked', referral, [], ['p1 requester', 'p3 performer', 'p2 performer']],
  ['nobody without a referral', undefined, [], []],
  [
    'who is on the team already is not offered',
    referral,
    [
      { name: '', providerId: 'p1' },
      { name: '', providerId: 'p2' },
    ],
    ['p3 performer'],
  ],
  ['nor by the NPI', referral, [{ name: '', npi: npi('1234567893') }], ['p3 performer', 'p2 performer']],
  [
    'a name within a longer one is somebody else',
    { ...referral, requesterName: 'Dr. John Mason' },
    [],
    ['p3 performer', 'p2 performer'],
  ],
  [
    'the NPI settles it, whatever the name',
    { ...referral, requesterName: 'J. M.', requesterNpi: '1234567893' },
    [],
    ['p1 requester', 'p3 performer', 'p2 performer'],
  ],
  [
    'another NPI is another person',
    { ...referral, requesterNpi: '1245319599' },
    [],
    ['p3 performer', 'p2 performer'],
  ],
  ['nobody where no name was given', { requesterName: '', performerName: '' }, [], []],
])('%s', (_, received, members, expected) => {
  const named = namedByReferral(received, directory, members);
  expect(named.map(({ provider: { providerId }, as }) => `${providerId} ${as}`)).toEqual(expected);
});

test('somebody on the team who may be the same is named beside, and nobody else', () => {
  const house = 'Cedar Periodontics';
  const named = (organization: string) =>
    namedByReferral(
      { requesterName: 'K. Lindqvist', performerName: '' },
      [provider('p5', 'K. Lindqvist', { organization: house })],
      [
        { name: 'Nora Feld', organization: house },
        { name: 'Karin Lindqvist', organization },
      ],
    ).map(({ perhaps }) => perhaps);
  expect(named(house)).toEqual(['Karin Lindqvist']);
  expect(named('Harbor Dental')).toEqual([undefined]);
});
