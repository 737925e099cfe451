import type { ServiceGroup } from '#domain/coverage/service-group.ts';
import type { CodeCategory } from '#domain/estimate/code-category.ts';

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
