import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/kernel/calendar-date.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { hospital, nobody } from '#domain/treatment-plan/problem-of-plan.ts';
import type { Conflict, LevelResult } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { Breach } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { useFormat } from '../../ui/format.ts';

export function stepText({ items }: SequencingProblem, id: string): string {
  return items.find(({ itemId }) => itemId === id)?.text ?? id;
}

/** Steps, people, places, breaches and figures of an order in the reader's words. */
export function useOrderWords(problem: SequencingProblem) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = (id: string) => stepText(problem, id);
  const person = (id: string) =>
    id === nobody
      ? t('web.ball.nobody')
      : (problem.providers.find(({ providerId }) => providerId === id)?.name ?? id);
  const place = (id: string) =>
    id === hospital
      ? t('web.order.hospital')
      : (problem.places.find(({ placeId }) => placeId === id)?.name ?? id);
  const constraint = (id: string) => problem.constraints.find(({ constraintId }) => constraintId === id);
  const point = (id: string) =>
    problem.events.find(({ eventId }) => eventId === id)?.text ?? stepText(problem, id);
  /** A rule and what it is about here: one rule of a pathway stands on many steps. */
  const rule = (each: Constraint): string => {
    if (each.kind === 'interval') return `${each.text} (${point(each.from)} → ${point(each.to)})`;
    const items = each.items ?? [];
    return items.length === 0 ? each.text : `${each.text} (${items.map(point).join(', ')})`;
  };

  const breach = ({ ref, days }: Breach): string => {
    const by = days > 0 ? ` (${t('web.order.days', { count: days })})` : '';
    const [kind = '', id = ''] = ref.split('/');
    const who = problem.providers.some(({ providerId }) => providerId === id) ? person(id) : place(id);
    const known = constraint(ref);
    if (known) return `${rule(known)}${by}`;
    if (kind === 'availability') return t('web.order.breach.availability', { who });
    if (kind === 'release' || kind === 'locked' || kind === 'item')
      return `${t(`web.order.breach.${kind}`, { step: step(id) })}${by}`;
    return t(kind === 'patient' ? 'web.order.breach.patient' : 'web.order.breach.horizon');
  };

  const value = ({ objective, value: amount }: LevelResult): string => {
    if (amount === undefined) return t('web.order.notKnown');
    if (objective === 'patient-pays') return format.money(amount);
    if (objective === 'finish') return format.date(addDays(problem.start, Math.max(0, amount - 1)));
    return t(`web.order.amount.${objective}`, { count: amount });
  };

  const proof = ({ status, gapPercent }: LevelResult): string => {
    if (status === 'not-known') return t('web.order.proof.noEstimates');
    if (status === 'optimal') return t('web.order.proof.best');
    return gapPercent === undefined
      ? t('web.order.proof.notProven')
      : t('web.order.proof.within', { percent: gapPercent });
  };

  const conflict = ({ kind, text, ref, enough, relaxedByDays, levels }: Conflict): string => {
    const id = ref.split('/')[1] ?? ref;
    const known = kind === 'constraint' ? constraint(ref) : undefined;
    const what =
      kind === 'constraint'
        ? known
          ? rule(known)
          : text
        : t(`web.order.conflict.${kind}`, { text: kind.endsWith('-time') ? nameOf(id, text) : text });
    if (!enough) return `${what}. ${t('web.order.conflict.notEnough')}`;
    const gives =
      relaxedByDays === undefined
        ? t('web.order.conflict.enough')
        : t('web.order.conflict.enoughBy', { count: relaxedByDays });
    const costs = levels
      // The weighted days count what gives way here, which has just been said in plain ones.
      .filter((level) => level.value !== undefined && level.objective !== 'lateness')
      .map((level) => `${t(`web.order.figure.${level.objective}`)} ${value(level)}`);
    return [
      `${what}.`,
      gives,
      ...(costs.length > 0 ? [t('web.order.conflict.then', { figures: costs.join(', ') })] : []),
    ].join(' ');
  };
  const nameOf = (id: string, text: string) => (id === nobody || id === hospital ? person(id) : text);

  return { step, person, place, constraint, breach, value, proof, conflict };
}
