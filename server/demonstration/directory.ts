import { parseNpi, type Npi } from '#domain/kernel/npi.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Provider } from '#domain/practice/practice-events.ts';

export function npi(text: string): Npi {
  const parsed = parseNpi(text);
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

type Listed = Pick<Provider, 'specialty' | 'setting'> & {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly credential: string;
  readonly organization: string;
  readonly npi: string;
  readonly taxonomy?: string;
  /** Last four digits of the telephone; the fax has the next number. */
  readonly line: string;
};

/** Invented people; their NPIs pass the check digit and begin with 19999, far from numbers in use. */
const listed: readonly Listed[] = [
  {
    key: 'lindqvist',
    firstName: 'Karin',
    lastName: 'Lindqvist',
    credential: 'DDS',
    specialty: 'periodontics',
    organization: 'Sound Periodontics',
    setting: 'office',
    npi: '1999900032',
    taxonomy: '1223P0300X',
    line: '0102',
  },
  {
    key: 'baptiste',
    firstName: 'Marc',
    lastName: 'Baptiste',
    credential: 'DMD',
    specialty: 'oral-surgery',
    organization: 'Rainier Oral Surgery',
    setting: 'hospital',
    npi: '1999900040',
    taxonomy: '1223S0112X',
    line: '0103',
  },
  {
    key: 'ferreira',
    firstName: 'Lucia',
    lastName: 'Ferreira',
    credential: 'DMD',
    specialty: 'orthodontics',
    organization: 'Northgate Orthodontics',
    setting: 'office',
    npi: '1999900057',
    taxonomy: '1223X0400X',
    line: '0104',
  },
  {
    key: 'osei',
    firstName: 'Kwame',
    lastName: 'Osei',
    credential: 'MD',
    specialty: 'endocrinology',
    organization: 'Tideflats Endocrinology',
    setting: 'clinic',
    npi: '1999900065',
    line: '0105',
  },
  {
    key: 'grant',
    firstName: 'Helen',
    lastName: 'Grant',
    credential: 'MD',
    specialty: 'cardiology',
    organization: 'Commencement Heart Group',
    setting: 'clinic',
    npi: '1999900073',
    line: '0106',
  },
  {
    key: 'hargrove',
    firstName: 'Owen',
    lastName: 'Hargrove',
    credential: 'DDS',
    specialty: 'prosthodontics',
    organization: 'Hargrove Prosthodontics',
    setting: 'office',
    npi: '1999900081',
    taxonomy: '1223P0700X',
    line: '0120',
  },
  {
    key: 'teague',
    firstName: 'Simone',
    lastName: 'Teague',
    credential: 'DDS',
    specialty: 'endodontics',
    organization: 'South Sound Endodontics',
    setting: 'office',
    npi: '1999900099',
    taxonomy: '1223E0200X',
    line: '0122',
  },
  {
    key: 'solano',
    firstName: 'Beatriz',
    lastName: 'Solano',
    credential: 'DDS',
    specialty: 'pediatric-dentistry',
    organization: 'Little Harbor Pediatric Dentistry',
    setting: 'hospital',
    npi: '1999900107',
    taxonomy: '1223P0221X',
    line: '0124',
  },
  {
    key: 'wren',
    firstName: 'Arthur',
    lastName: 'Wren',
    credential: 'DMD',
    specialty: 'dental-anesthesiology',
    organization: 'Wren Dental Anesthesia',
    setting: 'surgery center',
    npi: '1999900115',
    line: '0126',
  },
  {
    key: 'castillo',
    firstName: 'Ines',
    lastName: 'Castillo',
    credential: 'MD',
    specialty: 'primary-care',
    organization: 'Sixth and Alder Family Medicine',
    setting: 'clinic',
    npi: '1999900123',
    line: '0128',
  },
  {
    key: 'amsel',
    firstName: 'Jonah',
    lastName: 'Amsel',
    credential: 'MD',
    specialty: 'oncology',
    organization: 'Foothill Pines Oncology',
    setting: 'hospital',
    npi: '1999900131',
    line: '0130',
  },
  {
    key: 'idowu',
    firstName: 'Folake',
    lastName: 'Idowu',
    credential: 'MD',
    specialty: 'nephrology',
    organization: 'Puyallup Valley Kidney Center',
    setting: 'clinic',
    npi: '1999900149',
    line: '0132',
  },
  {
    key: 'moss',
    firstName: 'Gideon',
    lastName: 'Moss',
    credential: 'PMHNP',
    specialty: 'behavioral-health',
    organization: 'Stillwater Bend Recovery',
    setting: 'clinic',
    npi: '1999900156',
    line: '0134',
  },
  {
    key: 'prasad',
    firstName: 'Anil',
    lastName: 'Prasad',
    credential: 'MD',
    specialty: 'other-medical',
    organization: 'Tacoma Blood and Sleep Specialists',
    setting: 'clinic',
    npi: '1999900164',
    line: '0136',
  },
];

/** Whom the demonstration practice works with. */
export const outsideProviders: readonly Provider[] = listed.map(
  ({ key, line, npi: number, taxonomy, ...rest }) => ({
    ...rest,
    providerId: `provider-${key}`,
    name: `${rest.firstName} ${rest.lastName}`,
    npi: npi(number),
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ours: false,
    contacts: [
      { route: 'telephone', value: `206555${line}` },
      { route: 'fax', value: `206555${String(Number(line) + 50).padStart(4, '0')}` },
    ],
  }),
);
