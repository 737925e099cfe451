import { useCaseView } from '../../case/case-context.tsx';
import { PreferencesPart } from '../time/preferences-part.tsx';
import { AvailabilityPart } from '../time/availability-part.tsx';
import { ConstraintList } from './constraint-list.tsx';
import { Disagreements } from './disagreements.tsx';
import { Gates } from './gates.tsx';
import { Pathways } from './pathways.tsx';
import { PlanDates } from './plan-dates.tsx';

/** What holds around the steps: who disagrees, who holds what, which pathways and dates, and every rule with its source. */
export function RulesPart() {
  const { planItems } = useCaseView();
  if (planItems.length === 0) return null;
  return (
    <>
      <Disagreements />
      <Gates />
      <div className="two-columns">
        <Pathways />
        <PlanDates />
      </div>
      <PreferencesPart />
      <AvailabilityPart />
      <ConstraintList />
    </>
  );
}
