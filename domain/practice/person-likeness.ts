import type { Provider } from './practice-events.ts';

/** What is compared of a person, from the directory, a file or a team. */
export type Likened = Pick<Provider, 'name' | 'lastName' | 'firstName' | 'organization' | 'npi'>;

/**
 * Perhaps one person under two spellings: family name, first initial and organization agree. It is no proof, so whoever
 * finds it tells a person, and takes nobody for anybody. Two NPIs are two persons.
 */
export function isPerhapsSamePerson(one: Likened, other: Likened): boolean {
  if (one.npi !== undefined && other.npi !== undefined && one.npi !== other.npi) return false;
  if (one.organization === undefined || other.organization === undefined) return false;
  if (foldedName(one.organization) !== foldedName(other.organization)) return false;
  const [left, right] = [initialAndFamily(one), initialAndFamily(other)];
  return left !== undefined && left === right;
}

/** 'Dr. Amara Okafor Jr., MD' -> 'a okafor jr'; undefined of an organization, and of a name of one word. */
function initialAndFamily({ name, lastName, firstName, organization }: Likened): string | undefined {
  if (organization !== undefined && foldedName(name) === foldedName(organization)) return undefined;
  const words = plainPersonName(name).split(' ');
  const generation = generations.includes(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 2) return undefined;
  // A file that gives a name as one text has all of it for the family name.
  const [first = '', family = ''] =
    firstName === undefined || lastName === undefined
      ? [words[0], words.at(-1)]
      : [foldedName(firstName), foldedName(lastName)];
  return [first.charAt(0), family, generation ?? ''].join(' ');
}

const titles = ['dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'sr', 'sra', 'dra'];

/** A part of the name, for father and son share a practice. */
const generations: readonly string[] = ['jr', 'sr', 'ii', 'iii', 'iv'];

/** Degrees and licenses only. */
const credentials =
  'dds dmd bds md mbbs do dpm phd mph mha ms msd dmsc rn lpn np fnp aprn arnp dnp pa pac rdh lcsw msw rd facs facp facd pharmd'.split(
    ' ',
  );

/** 'Dr. Amara Okafor, M.D.' -> 'amara okafor'; two words always stay, for Do is a surname too. */
export function plainPersonName(name: string): string {
  const words = foldedName(name.replaceAll(/[.'’-]/g, '')).split(' ');
  while (words.length > 1 && titles.includes(words[0] ?? '')) words.shift();
  while (words.length > 2 && credentials.includes(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Without accents, capitals and punctuation. */
export function foldedName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
