import { groupFact, isServiceGroup, type ServiceGroup } from '#domain/coverage/service-group.ts';
import { codesOf, type CodeCategory } from '#domain/estimate/code-category.ts';

/** X12 service types of dental care, and the codes that each names. Source: standards-facts 2.1. */
export const codesOfService: Readonly<Record<string, CodeCategory | ServiceGroup | 'all'>> = {
  '23': 'diagnostic',
  '24': 'periodontics',
  '25': 'restorative',
  '26': 'endodontics',
  '27': 'maxillofacial-prosthetics',
  '28': 'adjunctive',
  '35': 'all',
  '36': 'crowns',
  '38': 'orthodontics',
  '39': 'prosthodontics',
  '40': 'oral-surgery',
  '41': 'preventive',
};

/** The one kind of dental care that a line is about, by its codes or the name of their group; undefined: several or none. */
export function aboutOfServices(services: readonly string[]): string | undefined {
  const [about, ...others] = services.flatMap((service) => codesOfService[service] ?? []);
  if (about === undefined || others.length > 0) return undefined;
  if (about === 'all') return codesOf(undefined);
  return isServiceGroup(about) ? groupFact(about).name : codesOf(about);
}

/** What is asked unless somebody asks for less: dental care as a whole, then its parts. */
export const askedServiceTypes = [
  '35',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '36',
  '38',
  '39',
  '40',
  '41',
] as const;
