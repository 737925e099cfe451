import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Npi } from '#domain/kernel/npi.ts';
import type { Provider } from '#domain/practice/practice-events.ts';
import { keysOfReference, recordId } from './from-keys.ts';
import type { BecameRecord, ImportMessage } from './from-outcome.ts';
import { npiOf } from './from-npi.ts';
import { completed, sameProvider } from './from-same-provider.ts';
import { specialtyOf, taxonomyOf } from './from-specialty.ts';
import { flag, reason } from './from-words.ts';
import { addressInUse } from './read-address.ts';
import type { Entry } from './read-bundle.ts';
import { isAbsolute, type ReferenceIndex } from './read-references.ts';
import type { Known } from './read-shapes.ts';
import { clip, codeOf, conceptText, contactsOf, filled, nameInUse } from './read-values.ts';

/** What one practitioner, role or organization of the file is to the directory. */
export interface DirectoryLine {
  readonly label: string;
  readonly became: readonly BecameRecord[];
  readonly reason: ImportMessage | undefined;
  readonly flags: readonly ImportMessage[];
}

export interface FileDirectory {
  readonly lineOf: ReadonlyMap<Entry, DirectoryLine>;
  /** Not in the practice's directory yet; each once. */
  readonly suggested: readonly Provider[];
}

interface Surroundings {
  readonly entryOf: ReferenceIndex['entryOf'];
  readonly keyOf: (entry: Entry) => string;
  readonly directory: readonly Provider[];
  readonly source: string | undefined;
  readonly today: CalendarDate;
}

/** Providers that the file names. Those that the practice's directory has, by NPI, by address or by name and organization, are left as they are there. */
export function directoryOf(entries: readonly Entry[], around: Surroundings): FileDirectory {
  const lineOf = new Map<Entry, DirectoryLine>();
  const suggested = new Map<string, Provider>();
  // a namesake without an NPI stands for the first NPI that the file states for it, and for no second one
  const stated = new Map<string, Npi>();
  const asStated = (provider: Provider): Provider => {
    const npi = provider.npi ?? stated.get(provider.providerId);
    return npi === undefined ? provider : { ...provider, npi };
  };
  const enter = (entry: Entry, provider: Provider, flags: readonly ImportMessage[]) => {
    const there = sameProvider(provider, [...around.directory.map(asStated), ...suggested.values()]);
    const taken = there.there ?? underFreeId(provider, around.directory, suggested);
    if (provider.npi !== undefined) stated.set(taken.providerId, provider.npi);
    const before = suggested.get(taken.providerId);
    if (before) suggested.set(before.providerId, completed(before, provider));
    else if (!there.there) suggested.set(taken.providerId, taken);
    lineOf.set(entry, {
      label: provider.name,
      became: [{ kind: 'provider', id: taken.providerId }],
      reason: undefined,
      flags: [...flags, ...there.flags],
    });
  };
  const roles = rolesOf(entries, around);
  const payers = payersOf(entries, around);
  for (const entry of entries) {
    const known = entry.known;
    if (known?.resourceType === 'Practitioner') {
      const read = practitioner(known, entry, roles.get(entry) ?? [], around);
      if (read.provider) enter(entry, read.provider, read.flags);
      else lineOf.set(entry, { label: '', became: [], reason: reason('noName'), flags: read.flags });
    } else if (known?.resourceType === 'Organization') {
      const name = filled(known.name, 120);
      const payer =
        payers.has(entry) || (known.type ?? []).some((type) => ['pay', 'ins'].includes(codeOf(type) ?? ''));
      if (payer || name === undefined)
        lineOf.set(entry, {
          label: name ?? '',
          became: [],
          reason: reason(payer ? 'payer' : 'noName'),
          flags: npiOf(known.identifier).flags,
        });
      else enter(entry, ...organization(known, name, entry, around));
    }
  }
  for (const entry of entries)
    if (entry.known?.resourceType === 'PractitionerRole')
      lineOf.set(
        entry,
        roleLine(
          entry.known,
          entry,
          around,
          (provider, flags) => {
            enter(entry, provider, flags);
            return lineOf.get(entry);
          },
          lineOf,
        ),
      );
  return { lineOf, suggested: [...suggested.values()] };
}

/** Roles of each practitioner of the file, in its order. */
function rolesOf(entries: readonly Entry[], { entryOf }: Surroundings): ReadonlyMap<Entry, readonly Entry[]> {
  const roles = new Map<Entry, Entry[]>();
  for (const entry of entries) {
    if (entry.known?.resourceType !== 'PractitionerRole') continue;
    const person = entryOf(entry.known.practitioner, entry);
    if (person) roles.set(person, [...(roles.get(person) ?? []), entry]);
  }
  return roles;
}

function payersOf(entries: readonly Entry[], { entryOf }: Surroundings): ReadonlySet<Entry> {
  return new Set(
    entries.flatMap((entry) =>
      entry.known?.resourceType === 'Coverage'
        ? (entry.known.payor ?? []).flatMap((payor) => entryOf(payor, entry) ?? [])
        : [],
    ),
  );
}

function practitioner(
  person: Known<'Practitioner'>,
  entry: Entry,
  roles: readonly Entry[],
  around: Surroundings,
): { readonly provider: Provider | undefined; readonly flags: readonly ImportMessage[] } {
  const name = nameInUse(person.name, around.today);
  const roleEntry = roles[0];
  const role = roleEntry?.known?.resourceType === 'PractitionerRole' ? roleEntry.known : undefined;
  const npi = npiOf([...(person.identifier ?? []), ...(role?.identifier ?? [])]);
  const flags = [
    ...npiOf(person.identifier).flags,
    ...(roles.length > 1 ? [flag('severalRoles')] : []),
    ...(person.active === false ? [flag('inactive')] : []),
  ];
  const full = name.full;
  // HL7's examples write UNK for a name that is not known (v3 NullFlavor)
  if (full === undefined || name.last === 'UNK') return { provider: undefined, flags };
  const address = addressInUse(person.address, around.today).postal;
  const house = roleEntry && role ? organizationName(role, roleEntry, around) : undefined;
  const specialty = specialtyOf([...(role?.specialty ?? []), ...(role?.code ?? [])]);
  const taxonomy = taxonomyOf([...(role?.specialty ?? []), ...(role?.code ?? [])]);
  const contacts = [
    ...contactsOf(role?.telecom, 20, around.today),
    ...contactsOf(person.telecom, 20, around.today),
  ];
  return {
    provider: {
      providerId: providerIdOf(around.keyOf(entry), clip(full, 120)),
      name: clip(full, 120),
      ...(name.last === undefined ? {} : { lastName: name.last }),
      ...(name.first === undefined ? {} : { firstName: name.first }),
      ...(name.credential === undefined ? {} : { credential: name.credential }),
      specialty: specialty ?? 'other',
      ...(house === undefined ? {} : { organization: house }),
      ...(npi.npi === undefined ? {} : { npi: npi.npi }),
      ...(taxonomy === undefined ? {} : { taxonomy }),
      ours: false,
      ...(address ? { address } : {}),
      contacts: contacts.slice(0, 20),
    },
    flags: [
      ...flags,
      ...(name.first === undefined ? [flag('firstNameMissing')] : []),
      ...(roles.length === 0 ? [flag('specialtyMissing')] : []),
      ...(contacts.length === 0 ? [flag('contactMissing')] : []),
    ],
  };
}

function organization(
  known: Known<'Organization'>,
  name: string,
  entry: Entry,
  around: Surroundings,
): readonly [Provider, readonly ImportMessage[]] {
  const { npi, flags } = npiOf(known.identifier);
  const address = addressInUse(known.address, around.today).postal;
  const contacts = contactsOf(known.telecom, 20, around.today);
  return [
    {
      providerId: providerIdOf(around.keyOf(entry), name),
      name,
      specialty: 'other',
      organization: name,
      ...(npi === undefined ? {} : { npi }),
      ours: false,
      ...(address ? { address } : {}),
      contacts,
    },
    [
      ...flags,
      ...(contacts.length === 0 ? [flag('contactMissing')] : []),
      ...(known.active === false ? [flag('inactive')] : []),
    ],
  ];
}

/** A role is read into its practitioner; a role whose practitioner is not in the file stands for itself by the name it states. */
function roleLine(
  role: Known<'PractitionerRole'>,
  entry: Entry,
  around: Surroundings,
  enter: (provider: Provider, flags: readonly ImportMessage[]) => DirectoryLine | undefined,
  lineOf: ReadonlyMap<Entry, DirectoryLine>,
): DirectoryLine {
  const person = around.entryOf(role.practitioner, entry);
  const concepts = [...(role.specialty ?? []), ...(role.code ?? [])];
  const specialty = specialtyOf(concepts);
  const stated = concepts.flatMap((concept) => conceptText(concept, 100) ?? [])[0];
  const personContacts =
    person?.known?.resourceType === 'Practitioner' ? contactsOf(person.known.telecom, 20, around.today) : [];
  const contacts = contactsOf(role.telecom, 20, around.today);
  const { npi, flags } = npiOf(role.identifier);
  const all = [
    ...flags,
    ...(specialty === undefined
      ? [stated === undefined ? flag('specialtyMissing') : flag('specialtyUnknown', { value: stated })]
      : []),
    ...(contacts.length + personContacts.length === 0 ? [flag('roleWithoutContact')] : []),
    ...(role.active === false ? [flag('inactive')] : []),
  ];
  const own = person && lineOf.get(person);
  if (own) return { label: own.label, became: own.became, reason: own.reason, flags: all };
  const name = filled(role.practitioner?.display, 120) ?? filled(role.organization?.display, 120);
  const absent =
    role.practitioner?.reference === undefined
      ? []
      : [flag('absentReference', { element: 'practitioner', reference: role.practitioner.reference })];
  if (name === undefined)
    return { label: '', became: [], reason: reason('noName'), flags: [...all, ...absent] };
  const house = organizationName(role, entry, around);
  const taxonomy = taxonomyOf(concepts);
  const line = enter(
    {
      // the practitioner's own key, so that the Practitioner resource, when it comes, is the same provider
      providerId: providerIdOf(
        keysOfReference(role.practitioner, entry, around.source)[0] ?? around.keyOf(entry),
        name,
      ),
      name,
      specialty: specialty ?? 'other',
      ...(house === undefined ? {} : { organization: house }),
      ...(npi === undefined ? {} : { npi }),
      ...(taxonomy === undefined ? {} : { taxonomy }),
      ours: false,
      contacts,
    },
    [...all, ...absent],
  );
  if (!line) throw new Error('a provider that was entered has a line');
  return line;
}

function organizationName(
  role: Known<'PractitionerRole'>,
  entry: Entry,
  around: Surroundings,
): string | undefined {
  const named = around.entryOf(role.organization, entry)?.known;
  return (
    (named?.resourceType === 'Organization' ? filled(named.name, 120) : undefined) ??
    filled(role.organization?.display, 120)
  );
}

/** Two systems can both have a Practitioner/1; only an absolute address tells a provider by itself. */
function providerIdOf(key: string, name: string): string {
  return isAbsolute(key) ? recordId('provider', key) : recordId('provider', key, name);
}

/** An address whose provider has another NPI in the directory now names somebody else, who gets an id of their own. */
function underFreeId(
  provider: Provider,
  directory: readonly Provider[],
  suggested: ReadonlyMap<string, Provider>,
): Provider {
  const isTaken =
    suggested.has(provider.providerId) ||
    directory.some(({ providerId }) => providerId === provider.providerId);
  return isTaken
    ? { ...provider, providerId: recordId('provider', provider.providerId, provider.npi ?? provider.name) }
    : provider;
}
