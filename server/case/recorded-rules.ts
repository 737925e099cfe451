import type { PlanRules } from '#domain/treatment-plan/plan-constraints.ts';
import type { Archway } from '../archway.ts';
import { sha256 } from '../record/record.ts';

/** The rules of pathways as the record quotes them: in English, whoever reads it. */
export function recordedRules({ rulebook }: Pick<Archway, 'rulebook'>): PlanRules {
  return { pathways: rulebook.pathways, locale: 'en', sha256 };
}
