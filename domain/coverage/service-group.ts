import { codesOf, type CodeCategory } from '../estimate/code-category.ts';
import type { FactOf } from '../estimate/plan-facts.ts';

/**
 * Groups of codes that payers have one word for and that are no category of the code set. Which codes a payer counts
 * among them is general knowledge, unverified: crowns are the single crowns without onlays, cores and prefabricated
 * crowns; prosthodontics are dentures and bridges without implants.
 */
const serviceGroups = ['crowns', 'prosthodontics', 'restorative-but-crowns'] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** Named by its numbers, which read the same in every language; whoever says it has words for it. */
const groups: Record<ServiceGroup, Omit<FactOf<'group'>, 'kind' | 'source'>> = {
  crowns: { name: 'D27xx', codes: ['D2700-D2799'] },
  prosthodontics: {
    name: 'D50xx-D58xx, D62xx-D69xx',
    codes: [codesOf('removable-prosthodontics'), codesOf('fixed-prosthodontics')],
  },
  // What is left of a category where nothing certain was said of crowns.
  'restorative-but-crowns': { name: 'D20xx-D26xx, D28xx-D29xx', codes: ['D2000-D2699', 'D2800-D2999'] },
};

/** The categories that a group is made of; none where it is a part of one. */
export const categoriesOfGroup: Record<ServiceGroup, readonly CodeCategory[]> = {
  crowns: [],
  prosthodontics: ['removable-prosthodontics', 'fixed-prosthodontics'],
  'restorative-but-crowns': [],
};

export function groupFact(group: ServiceGroup): FactOf<'group'> {
  return { kind: 'group', ...groups[group] };
}

export function serviceGroupNamed(name: string): ServiceGroup | undefined {
  return serviceGroups.find((group) => groups[group].name === name);
}

export function isServiceGroup(word: string): word is ServiceGroup {
  return serviceGroups.some((group) => group === word);
}
