import { useTranslation } from 'react-i18next';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import {
  constraintStrengths,
  gateKinds,
  weekdays,
  type CalendarConstraint,
  type Constraint,
} from '#domain/treatment-plan/constraint.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { Refused } from '../../api/client.ts';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { newId } from '../../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField, TextField, type Choice } from '../../ui/fields.tsx';
import { present, readDate, readOptional, readOptionalDate, readText, readWord } from '../../ui/reading.ts';
import { useChoices } from '../../ui/say.ts';
import { PeriodRows, type PeriodDraft } from '../day-rows.tsx';

const kinds = ['interval', 'gate', 'deadline', 'together', 'apart', 'calendar'] as const;
const reasons = [
  'dialysis',
  'school',
  'work',
  'transport',
  'caregiver',
  'health',
  'other',
] as const satisfies readonly CalendarConstraint['why'][];

const blank = {
  constraintId: '',
  kind: 'interval',
  text: '',
  by: 'person',
  ref: '',
  strength: 'must',
  from: '',
  to: '',
  minDays: '',
  maxDays: '',
  gate: 'clearance',
  holder: '',
  items: [] as readonly string[],
  event: '',
  daysBefore: '',
  within: 'visit',
  why: 'dialysis',
  weekdays: [] as readonly string[],
  days: [] as readonly PeriodDraft[],
  targetDays: '',
  goodForDays: '',
};
type Draft = typeof blank;

function parseDays(text: string): number | Refusal {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : refuse('plan/not-days', { text });
}

function readPeriod({ from, through }: PeriodDraft, index: number) {
  const at = `/constraint/notOn/days/${index}`;
  const first = readDate(from, `${at}/from`);
  return { from: first, through: readOptionalDate(through, `${at}/through`) ?? first };
}

function readConstraint(draft: Draft): Constraint {
  const at = (name: string) => `/constraint/${name}`;
  const common = {
    constraintId: draft.constraintId,
    text: readText(draft.text, at('text')),
    source: {
      by: readWord(['person', 'office'] as const, draft.by, at('source/by')),
      ref: readText(draft.ref, at('source/ref')),
    },
    strength: readWord(constraintStrengths, draft.strength, at('strength')),
  };
  const items = (fewest: number) => {
    if (draft.items.length < fewest)
      throw new Refused(refuse('plan/too-few-steps', { count: fewest }, at('items')));
    return [...draft.items];
  };
  switch (readWord(kinds, draft.kind, at('kind'))) {
    case 'interval':
      return present({
        kind: 'interval' as const,
        ...common,
        from: readText(draft.from, at('from')),
        to: readText(draft.to, at('to')),
        minDays: readOptional(parseDays, draft.minDays, at('minDays')),
        targetDays: readOptional(parseDays, draft.targetDays, at('targetDays')),
        maxDays: readOptional(parseDays, draft.maxDays, at('maxDays')),
      });
    case 'gate':
      return present({
        kind: 'gate' as const,
        ...common,
        gate: readWord(gateKinds, draft.gate, at('gate')),
        holder: readText(draft.holder, at('holder')),
        items: items(1),
        goodForDays: readOptional(parseDays, draft.goodForDays, at('goodForDays')),
      });
    case 'deadline':
      return {
        kind: 'deadline',
        ...common,
        event: readText(draft.event, at('event')),
        items: items(1),
        daysBefore: readOptional(parseDays, draft.daysBefore, at('daysBefore')) ?? 0,
      };
    case 'together':
      return { kind: 'together', ...common, items: items(2) };
    case 'apart':
      return {
        kind: 'apart',
        ...common,
        items: items(2),
        within: readWord(['visit', 'day'] as const, draft.within, at('within')),
      };
    case 'calendar':
      return present({
        kind: 'calendar' as const,
        ...common,
        why: readWord(reasons, draft.why, at('why')),
        items: draft.items.length === 0 ? undefined : items(1),
        notOn: present({
          weekdays: weekdays.filter((each) => draft.weekdays.includes(each)),
          days: draft.days.length === 0 ? undefined : draft.days.map(readPeriod),
        }),
      });
  }
}

/** A rule of somebody's own, in their words; each kind asks for what it needs. */
export function ConstraintForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { planItems, sharedPlan } = useCaseView();
  const form = useCaseForm({
    command: 'record-constraint',
    about: 'new',
    initial: { ...blank, constraintId: newId() },
    build: (draft) => ({ constraint: readConstraint(draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const items = planItems.map(({ item }): Choice => ({ value: item.itemId, label: item.text }));
  const events = sharedPlan.events.map(({ event }): Choice => ({ value: event.eventId, label: event.text }));
  const text = (name: 'minDays' | 'targetDays' | 'maxDays' | 'holder' | 'daysBefore' | 'goodForDays') => (
    <TextField
      at={`/constraint/${name}`}
      label={t(`web.rules.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  const choice = (
    name: 'from' | 'to' | 'gate' | 'event' | 'within' | 'why',
    from: readonly Choice[],
    empty?: string,
  ) => (
    <ChoiceField
      at={`/constraint/${name}`}
      label={t(`web.rules.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
      choices={from}
      {...(empty === undefined ? {} : { empty })}
    />
  );
  const ends = [...items, ...events];
  const pick = t('web.form.choose');
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <ChoiceField
        label={t('web.rules.field.kind')}
        value={draft.kind}
        onValue={(kind) => change({ kind })}
        choices={choices('constraintKind', kinds)}
      />
      <LongTextField
        at="/constraint/text"
        label={t('web.rules.field.text')}
        minRows={1}
        data-autofocus
        value={draft.text}
        onValue={(value) => change({ text: value })}
      />
      {draft.kind === 'interval' && (
        <>
          <div className="two-fields">
            {choice('from', ends, pick)}
            {choice('to', ends, pick)}
          </div>
          <div className="three-fields">
            {text('minDays')}
            {text('targetDays')}
            {text('maxDays')}
          </div>
        </>
      )}
      {draft.kind === 'gate' && (
        <div className="three-fields">
          {choice('gate', choices('gateKind', gateKinds))}
          {text('holder')}
          {text('goodForDays')}
        </div>
      )}
      {draft.kind === 'deadline' && (
        <div className="two-fields">
          {choice('event', events, pick)}
          {text('daysBefore')}
        </div>
      )}
      {draft.kind === 'apart' &&
        choice('within', [
          { value: 'visit', label: t('web.rules.within.visit') },
          { value: 'day', label: t('web.rules.within.day') },
        ])}
      {draft.kind === 'calendar' && (
        <>
          {choice('why', choices('calendarWhy', reasons))}
          <ChecksField
            at="/constraint/notOn/weekdays"
            label={t('web.rules.field.weekdays')}
            values={draft.weekdays}
            onValues={(values) => change({ weekdays: values })}
            choices={choices('weekday', weekdays)}
          />
          <PeriodRows
            at="/constraint/notOn/days"
            legend={t('web.rules.field.days')}
            rows={draft.days}
            onRows={(days) => change({ days })}
          />
        </>
      )}
      {draft.kind !== 'interval' && (
        <ChecksField
          at="/constraint/items"
          label={t(draft.kind === 'calendar' ? 'web.rules.field.itemsOrAll' : 'web.rules.field.items')}
          values={draft.items}
          onValues={(values) => change({ items: values })}
          choices={items}
        />
      )}
      <div className="three-fields">
        <ChoiceField
          label={t('web.rules.field.by')}
          value={draft.by}
          onValue={(by) => change({ by })}
          choices={(['person', 'office'] as const).map((value) => ({
            value,
            label: t(`web.rules.saidBy.${value}`),
          }))}
        />
        <TextField
          at="/constraint/source/ref"
          label={t('web.rules.field.ref')}
          value={draft.ref}
          onValue={(ref) => change({ ref })}
        />
        <ChoiceField
          label={t('web.rules.field.strength')}
          value={draft.strength}
          onValue={(strength) => change({ strength })}
          choices={constraintStrengths.map((value) => ({ value, label: t(`web.rules.strength.${value}`) }))}
        />
      </div>
    </DraftForm>
  );
}
