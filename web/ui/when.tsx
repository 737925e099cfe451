import { useTranslation } from 'react-i18next';
import type { CalendarDate, Instant } from '#domain/kernel/calendar-date.ts';
import { useFormat } from './format.ts';

/** A moment as how long ago it was, with the moment itself on the tooltip. */
export function Ago({ at }: { readonly at: Instant }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.ago(at)}
    </time>
  );
}

/** How long something has been so: "for 3 days". */
export function HowLong({ since }: { readonly since: Instant }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unit, count } = format.howLong(since);
  return (
    <time dateTime={since} title={format.instant(since)}>
      {count === 0 ? t('web.for.justNow') : t(`web.for.${unit}`, { count })}
    </time>
  );
}

/** A moment written out, with how long ago on the tooltip. */
export function Moment({ at }: { readonly at: Instant }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.ago(at)}>
      {format.instant(at)}
    </time>
  );
}

interface DayProps {
  readonly on: CalendarDate;
  /** Adds how far away it is. */
  readonly relative?: boolean;
}

/** A day of the calendar. */
export function Day({ on, relative = false }: DayProps) {
  const format = useFormat();
  return (
    <time dateTime={on} title={format.daysFromToday(on)}>
      {format.date(on)}
      {relative && ` (${format.daysFromToday(on)})`}
    </time>
  );
}
