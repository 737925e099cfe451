import type { PathwayView, SharedPlanView } from '#contract/plan-view.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { deadlineDays, intervalDays } from '#domain/pathway/duration.ts';
import { offerPathways, type PathwayOffer } from '#domain/pathway/offer-pathways.ts';
import type { BothLanguages } from '#domain/kernel/both-languages.ts';
import { remembered } from '#domain/kernel/remembered.ts';
import { isConflicting, pathwayRuleId, type Pathway, type PathwayRule } from '#domain/pathway/pathway.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import { constraintsOfPlan, pathwayItems } from '#domain/treatment-plan/plan-constraints.ts';
import { planConflicts } from '#domain/treatment-plan/plan-conflicts.ts';
import { recordedRules } from './recorded-rules.ts';

/**
 * The plan's rules, dates, answers and disagreements. Constraints quote their rule in English; the rule itself is there
 * in both languages. Made once for each change of case, patient or rulebook.
 */
export const sharedPlanView = remembered(
  (state: CoordinationCase, patient: Patient, rulebook: Rulebook): SharedPlanView => {
    const { sharedPlan } = state;
    const { constraints, waiting } = constraintsOfPlan(state, recordedRules({ rulebook }));
    return {
      events: [...sharedPlan.events.values()],
      pathways: pathwayViews(rulebook.pathways, state, patient),
      constraints: [...constraints],
      waiting: [...waiting],
      availability: [...sharedPlan.availability.values()],
      ...(sharedPlan.preferences ? { preferences: sharedPlan.preferences } : {}),
      conflicts: planConflicts(state, constraints).map(({ kind, itemIds }) => ({
        kind,
        itemIds: [...itemIds],
      })),
      disagreements: [...sharedPlan.disagreements.values()].map(({ stances, resolved, ...recorded }) => ({
        ...recorded,
        stances: [...stances],
        ...(resolved ? { resolved } : {}),
      })),
    };
  },
);

function pathwayViews(
  pathways: ReadonlyMap<string, Pathway>,
  state: CoordinationCase,
  patient: Patient,
): PathwayView[] {
  const offers = new Map(
    offerPathways(pathways.values(), {
      diagnoses: [...patient.conditions.values()].flatMap(({ value }) =>
        value.status === 'active' && value.diagnosis !== undefined ? [value.diagnosis] : [],
      ),
      medications: [...patient.history.values()].flatMap(({ kind, text }) =>
        kind === 'medication' ? [text] : [],
      ),
      needs: [...patient.accommodations.values()].flatMap(({ value }) => (value.active ? [value.kind] : [])),
      items: pathwayItems(state),
    }).map((offer) => [offer.pathway.pathwayId, offer.because]),
  );
  const rank = ({ application, because }: PathwayView) => (application ? 0 : because.length > 0 ? 1 : 2);
  return [...pathways.values()]
    .map((pathway) => pathwayView(pathway, state, offers.get(pathway.pathwayId) ?? []))
    .sort((one, other) => rank(one) - rank(other) || one.name.en.localeCompare(other.name.en, 'en'));
}

function pathwayView(
  pathway: Pathway,
  state: CoordinationCase,
  because: PathwayOffer['because'],
): PathwayView {
  const applied = state.sharedPlan.pathways.get(pathway.pathwayId);
  const named = (words: Readonly<Record<string, { readonly name: BothLanguages }>>) =>
    Object.entries(words).map(([id, { name }]) => ({ id, name }));
  return {
    pathwayId: pathway.pathwayId,
    name: pathway.name,
    about: pathway.about,
    steps: named(pathway.steps),
    events: named(pathway.events),
    rules: pathway.rules.map((rule) => ({
      ruleId: pathwayRuleId(pathway, rule),
      id: rule.id,
      kind: rule.kind,
      text: rule.text,
      sources: sourcesOf(rule),
      conflicting: isConflicting(rule),
      ...('holder' in rule ? { holder: rule.holder } : {}),
      options: 'options' in rule ? rule.options.map(({ id, text }) => ({ id, text })) : [],
    })),
    ...(applied ? { application: applied.application } : {}),
    because: because.map(({ kind, what }) => ({ kind, what: [...what] })),
  };
}

function sourcesOf(rule: PathwayRule): PathwayView['rules'][number]['sources'] {
  switch (rule.kind) {
    case 'interval':
      return rule.values.map((value) => ({ ...value.source, mark: value.mark, says: intervalDays(value) }));
    case 'deadline':
      return rule.values.map((value) => ({
        ...value.source,
        mark: value.mark,
        says: { daysBefore: deadlineDays(value) },
      }));
    default:
      return [{ ...rule.source, mark: rule.mark, says: {} }];
  }
}
