import { useTranslation } from 'react-i18next';
import type { PathwayView } from '#contract/plan-view.ts';
import type { Constraint, GateConstraint } from '#domain/treatment-plan/constraint.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { useFormat } from '../../ui/format.ts';
import { useInLanguage } from '../../ui/in-language.ts';
import { present } from '../../ui/reading.ts';
import { useWord } from '../../ui/say.ts';

type Source = PathwayView['rules'][number]['sources'][number];

/** The rule of a pathway that a constraint comes from; undefined for a person's own. */
function useRuleOf(): (constraint: Constraint) => PathwayView['rules'][number] | undefined {
  const { sharedPlan } = useCaseView();
  const rules = sharedPlan.pathways.flatMap((pathway) => pathway.rules);
  return ({ source }) =>
    source.by === 'rule' ? rules.find(({ ruleId }) => ruleId === source.ref) : undefined;
}

/** "After" in the list of steps is shown there. */
export function isOrderOfSteps({ source }: Constraint): boolean {
  return source.by === 'person' && source.ref === 'plan';
}

/** A constraint as people say it, what it comes to for these steps, and where it comes from. */
export function useConstraintWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useWord();
  const inLanguage = useInLanguage();
  const ruleOf = useRuleOf();
  const { planItems, sharedPlan } = useCaseView();
  const point = (id: string) =>
    planItems.find(({ item }) => item.itemId === id)?.item.text ??
    sharedPlan.events.find(({ event }) => event.eventId === id)?.event.text ??
    id;
  const points = (ids: readonly string[] = []) => ids.map(point).join(', ');
  const days = (count: number) => t('web.order.days', { count });

  const text = (constraint: Constraint): string => {
    const rule = ruleOf(constraint);
    if (!rule) return constraint.text;
    // What a clinician chose among options says it in the words of the option.
    const option = rule.options.find((each) => each.text.en === constraint.text);
    return inLanguage(option?.text ?? rule.text);
  };

  /** The days of an interval or a deadline. */
  const span = ({ minDays, targetDays, maxDays, daysBefore }: Source['says']): string => {
    const least = minDays === 0 ? t('web.rules.orLater') : undefined;
    const bounds = [
      minDays !== undefined && (least ?? t('web.rules.atLeast', { days: days(minDays) })),
      targetDays !== undefined && t('web.rules.best', { days: days(targetDays) }),
      maxDays !== undefined && t('web.rules.atMost', { days: days(maxDays) }),
      daysBefore !== undefined && t('web.rules.daysBefore', { wait: days(daysBefore) }),
    ];
    return bounds.filter(Boolean).join(', ');
  };

  const value = (constraint: Constraint): string => {
    switch (constraint.kind) {
      case 'interval': {
        const { from, to, minDays, targetDays, maxDays } = constraint;
        const said = span(present({ minDays, targetDays, maxDays }));
        return `${point(from)} → ${point(to)}${said === '' ? '' : `: ${said}`}`;
      }
      case 'deadline':
        return t('web.rules.before', {
          steps: points(constraint.items),
          wait: days(constraint.daysBefore),
          event: point(constraint.event),
        });
      case 'gate': {
        const { items, goodForDays } = constraint;
        const good = goodForDays === undefined ? '' : t('web.rules.goodFor', { wait: days(goodForDays) });
        return [points(items), good].filter(Boolean).join(': ');
      }
      case 'together':
        return t('web.rules.together', { steps: points(constraint.items) });
      case 'apart':
        return t(`web.rules.apart.${constraint.within}`, { steps: points(constraint.items) });
      case 'calendar':
        return t('web.rules.notOn', {
          days: [
            ...(constraint.notOn.weekdays ?? []).map((each) => word('weekday', each)),
            ...(constraint.notOn.days ?? []).map(
              ({ from, through }) => `${format.date(from)} – ${format.date(through)}`,
            ),
          ].join(', '),
        });
    }
  };
  /** A member of the team by name; whoever the rule names, in the reader's language. */
  const holder = (gate: GateConstraint): string => {
    const named = ruleOf(gate)?.holder;
    return named?.en === gate.holder ? inLanguage(named) : gate.holder;
  };
  return { text, value, span, holder, point, points, ruleOf };
}
