import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import type { FhirAddress } from './read-shapes.ts';
import { clip, filled, isOver } from './read-values.ts';

/** States, the district and territories by the names that senders write out. Source: USPS Publication 28, appendix B. */
const states: Readonly<Record<string, string>> = {
  alabama: 'AL',
  alaska: 'AK',
  arizona: 'AZ',
  arkansas: 'AR',
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  florida: 'FL',
  georgia: 'GA',
  hawaii: 'HI',
  idaho: 'ID',
  illinois: 'IL',
  indiana: 'IN',
  iowa: 'IA',
  kansas: 'KS',
  kentucky: 'KY',
  louisiana: 'LA',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  michigan: 'MI',
  minnesota: 'MN',
  mississippi: 'MS',
  missouri: 'MO',
  montana: 'MT',
  nebraska: 'NE',
  nevada: 'NV',
  'new hampshire': 'NH',
  'new jersey': 'NJ',
  'new mexico': 'NM',
  'new york': 'NY',
  'north carolina': 'NC',
  'north dakota': 'ND',
  ohio: 'OH',
  oklahoma: 'OK',
  oregon: 'OR',
  pennsylvania: 'PA',
  'rhode island': 'RI',
  'south carolina': 'SC',
  'south dakota': 'SD',
  tennessee: 'TN',
  texas: 'TX',
  utah: 'UT',
  vermont: 'VT',
  virginia: 'VA',
  washington: 'WA',
  'west virginia': 'WV',
  wisconsin: 'WI',
  wyoming: 'WY',
  'american samoa': 'AS',
  guam: 'GU',
  'northern mariana islands': 'MP',
  'puerto rico': 'PR',
  'virgin islands': 'VI',
};
const abbreviations = new Set(Object.values(states));

export interface ReadAddress {
  readonly postal: PostalAddress | undefined;
  /** Only when it cannot be read as a US postal address. */
  readonly asReceived: string | undefined;
}

/** The address in use: at home before others, never a former one or one for bills. */
export function addressInUse(
  addresses: readonly FhirAddress[] | undefined,
  today: CalendarDate,
): ReadAddress {
  const rank = (address: FhirAddress) => (address.use === 'home' ? 0 : address.use === 'temp' ? 2 : 1);
  const address = (addresses ?? [])
    .filter(({ use, period }) => use !== 'old' && use !== 'billing' && !isOver(period, today))
    .toSorted((one, other) => rank(one) - rank(other))[0];
  if (!address) return { postal: undefined, asReceived: undefined };
  const postal = asPostal(address);
  return { postal, asReceived: postal ? undefined : written(address) };
}

/** A US postal address that fits a claim (N3 and N4 of X12), or undefined; nothing is cut or guessed. */
function asPostal(address: FhirAddress): PostalAddress | undefined {
  const country = (address.country ?? '').trim().toUpperCase().replaceAll('.', '');
  if (!['', 'US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA'].includes(country)) return undefined;
  const lines = (address.line ?? []).flatMap((line) => filled(line, 400) ?? []);
  const [line1, ...more] = lines;
  const line2 = more.join(', ');
  const city = filled(address.city, 400);
  const state = stateOf(address.state);
  const postalCode = (address.postalCode ?? '').replace(/[\s-]/g, '');
  if (line1 === undefined || line1.length > 55 || line2.length > 55) return undefined;
  if (city === undefined || city.length > 30 || state === undefined) return undefined;
  if (!/^\d{5}(\d{4})?$/.test(postalCode)) return undefined;
  return { line1, ...(line2 ? { line2 } : {}), city, state, postalCode };
}

function stateOf(text: string | undefined): string | undefined {
  const stated = (text ?? '').trim();
  const short = stated.toUpperCase();
  return abbreviations.has(short) ? short : states[stated.toLowerCase()];
}

function written(address: FhirAddress): string | undefined {
  const parts = [...(address.line ?? []), address.city, address.state, address.postalCode, address.country];
  const joined = parts.flatMap((part) => filled(part, 300) ?? []).join(', ');
  return clip(filled(address.text, 300) ?? joined, 300) || undefined;
}
