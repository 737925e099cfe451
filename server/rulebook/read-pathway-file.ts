import { pathwayFaults } from '#domain/pathway/pathway-faults.ts';
import { PathwayFile, type Pathway } from '#domain/pathway/pathway.ts';
import { accept, type Report } from './accept-schema.ts';

/** A clinical pathway; its file bears its name. */
export function readPathwayFile(pathwayId: string, content: unknown, report: Report): Pathway | undefined {
  const file = accept(PathwayFile, content, report);
  if (!file) return undefined;
  // The schema just said of each rule that it is one of the kinds; the compiler does not follow a union of objects.
  const pathway = { pathwayId, ...file } as Pathway;
  for (const fault of pathwayFaults(pathway)) report(fault);
  return pathway;
}
