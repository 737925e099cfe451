import { useMemo, useState } from 'react';
import type { PlanOrderView } from '#contract/plan-order.ts';
import { daysOfSchedule, type DayOfItem } from '#domain/treatment-plan/schedule-of-days.ts';
import type { Schedule, SequencingAnswer, Visit } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { objectives, SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { useCaseCommand } from '../../api/cases.ts';
import { useSolvePlan } from '../../api/plan-order.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { newId } from '../../ui/clock.ts';
import { useTellRefusal } from '../../ui/tell-refusal.tsx';
import { newestKept, orderShown, withLocks, type Proposal } from './order-shown.ts';

export type Objective = (typeof objectives)[number];

/** The order on the screen: kept or proposed, what stays where it is, and what can be done with it. */
export function useOrder(
  view: PlanOrderView,
  problem: SequencingProblem,
  onKept: (again?: () => void) => void,
) {
  const { caseId, position } = useCaseView();
  const tell = useTellRefusal();
  const solving = useSolvePlan(caseId);
  const keeping = useCaseCommand(caseId, 'keep-schedule');
  const [proposal, setProposal] = useState<Proposal>();
  const [answer, setAnswer] = useState<SequencingAnswer>();
  const [soonest, setSoonest] = useState<Schedule>();
  const [locks, setLocks] = useState<DayOfItem>({});
  const [chosen, setObjectives] = useState<readonly Objective[]>();
  const wanted = chosen ?? problem.objectives;
  const kept = newestKept(view);
  const before = useMemo(() => kept && orderShown(problem, kept.kept.schedule), [kept, problem]);
  const proposed = useMemo(() => proposal && orderShown(problem, proposal.schedule), [proposal, problem]);

  const [looking, setLooking] = useState<AbortController>();
  const solve = () => {
    const asked = new AbortController();
    setLooking(asked);
    solving.mutate(
      { body: { locked: locks, objectives: [...wanted] }, signal: asked.signal },
      {
        onSuccess: ({ answer: found, asSoonAsPossible }) => {
          setAnswer(found);
          setSoonest(asSoonAsPossible);
          if (found.schedule && found.madeBy !== 'nobody')
            setProposal({ schedule: found.schedule, madeBy: found.madeBy, levels: found.levels });
        },
        // Who stopped it knows that there is no answer.
        onError: (error) => {
          if (!asked.signal.aborted) tell(error);
        },
      },
    );
  };
  const save = ({ schedule, madeBy, levels }: Proposal, done: () => void) =>
    keeping.mutate(
      {
        scheduleId: newId(),
        days: daysOfSchedule(schedule),
        madeBy,
        levels: [...levels],
        expectedPosition: position,
      },
      { onSuccess: done, onError: tell },
    );
  const discard = () => {
    setProposal(undefined);
    setAnswer(undefined);
    setSoonest(undefined);
  };
  const keep = () => {
    if (!proposal) return;
    save(proposal, () => {
      discard();
      onKept(before && (() => propose({ schedule: before.schedule, madeBy: 'by-hand', levels: [] })));
    });
  };
  const propose = (next: Proposal) => {
    setAnswer(undefined);
    setProposal(next);
  };
  const toggleLock = ({ items, on }: Visit) =>
    setLocks((now) => {
      const others = Object.fromEntries(Object.entries(now).filter(([id]) => !items.includes(id)));
      return items.some((id) => id in now)
        ? others
        : { ...others, ...Object.fromEntries(items.map((id) => [id, on])) };
    });
  return {
    shown: proposed ?? before,
    before,
    proposal,
    answer,
    soonest,
    objectives: wanted,
    setObjectives,
    solve,
    isSolving: solving.isPending,
    stop: () => looking?.abort(),
    keep,
    isKeeping: keeping.isPending,
    discard,
    propose,
    locks,
    toggleLock,
    locked: useMemo(() => withLocks(problem, locks), [problem, locks]),
  };
}

export type Order = ReturnType<typeof useOrder>;
