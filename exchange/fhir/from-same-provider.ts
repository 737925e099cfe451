import { foldedName, isPerhapsSamePerson, plainPersonName } from '#domain/practice/person-likeness.ts';
import type { Provider } from '#domain/practice/practice-events.ts';
import type { ImportMessage } from './from-outcome.ts';
import { flag } from './from-words.ts';

/** Who in the directory a provider of the file is, and what a person must be told about it. */
export interface SameProvider {
  readonly there: Provider | undefined;
  readonly flags: readonly ImportMessage[];
}

/**
 * By NPI, then by address, then by name and organization. Two different NPIs are two providers, whatever else
 * agrees; a likeness of names alone is said, and said to be one.
 */
export function sameProvider(provider: Provider, directory: readonly Provider[]): SameProvider {
  const byNpi = provider.npi === undefined ? undefined : directory.find(({ npi }) => npi === provider.npi);
  if (byNpi) return { there: byNpi, flags: nameFlags(provider, byNpi) };
  const byAddress = directory.find(({ providerId }) => providerId === provider.providerId);
  if (byAddress)
    return otherNpi(provider, byAddress)
      ? { there: undefined, flags: [npiDiffers(provider, byAddress)] }
      : { there: byAddress, flags: [...nameFlags(provider, byAddress), ...npiFlags(provider, byAddress)] };
  const namesakes = directory.filter((other) => hasSameName(provider, other));
  const candidates = namesakes.filter((other) => !contradicts(provider, other));
  const there = candidates.find(({ npi }) => npi === undefined) ?? only(candidates);
  if (there)
    return {
      there,
      flags: [
        flag('takenByName', { name: there.name, organization: there.organization ?? '-' }),
        ...npiFlags(provider, there),
      ],
    };
  const [alike] = namesakes;
  if (!alike) return { there: undefined, flags: perhapsFlags(provider, directory) };
  return {
    there: undefined,
    flags: [
      otherNpi(provider, alike) ? npiDiffers(provider, alike) : flag('providerAlike', { name: alike.name }),
    ],
  };
}

/** What the file's other mention of a provider adds to one that is only suggested yet; nothing stated is replaced. */
export function completed(suggested: Provider, again: Provider): Provider {
  return {
    ...again,
    ...suggested,
    specialty: suggested.specialty === 'other' ? again.specialty : suggested.specialty,
    contacts: suggested.contacts.length > 0 ? suggested.contacts : again.contacts,
  };
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function nameFlags(provider: Provider, there: Provider): readonly ImportMessage[] {
  return there.name === provider.name ? [] : [flag('directoryDiffers', { name: there.name })];
}

function npiFlags({ npi }: Provider, there: Provider): readonly ImportMessage[] {
  return npi !== undefined && there.npi === undefined ? [flag('npiNotThere', { npi, name: there.name })] : [];
}

function npiDiffers(provider: Provider, there: Provider): ImportMessage {
  return flag('npiDiffers', { name: there.name, npi: provider.npi ?? '', recorded: there.npi ?? '' });
}

function perhapsFlags(provider: Provider, directory: readonly Provider[]): readonly ImportMessage[] {
  const perhaps = directory.find((other) => isPerhapsSamePerson(provider, other));
  if (!perhaps) return [];
  return [flag('providerPerhaps', { name: perhaps.name, organization: perhaps.organization ?? '-' })];
}

function otherNpi(one: Provider, other: Provider): boolean {
  return one.npi !== undefined && other.npi !== undefined && one.npi !== other.npi;
}

/** Namesakes who cannot be taken for one: other NPIs, other specialties, or an organization that only one states. */
function contradicts(one: Provider, other: Provider): boolean {
  return (
    otherNpi(one, other) ||
    (one.specialty !== other.specialty && one.specialty !== 'other' && other.specialty !== 'other') ||
    (one.organization === undefined) !== (other.organization === undefined)
  );
}

function hasSameName(one: Provider, other: Provider): boolean {
  const agree = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || foldedName(a) === foldedName(b);
  return (
    plainPersonName(one.name) === plainPersonName(other.name) && agree(one.organization, other.organization)
  );
}
