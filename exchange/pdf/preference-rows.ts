import type { CoordinationCase } from '#domain/case/case.ts';
import { message } from '#domain/kernel/message.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { sayMessage } from './words.ts';
import { writtenDate } from './written-values.ts';

/** What suits the patient, a line each, and whose word it is. Their own words may tell of their health. */
export function preferenceRows(
  { sharedPlan }: Pick<CoordinationCase, 'sharedPlan'>,
  language: PdfLanguage,
  mayTellNeeds: boolean,
) {
  const preferences = sharedPlan.preferences?.preferences;
  const say = (id: string, params: Record<string, string | number> = {}) =>
    sayMessage(language, message(id, params));
  const title = say('web.plan.preferences.title');
  if (!preferences) return { title, rows: [], said: null };
  const { minutesPerDay, placesPerDay, weekdays, dayTimes, mattersMost, note, saidBy, saidOn } = preferences;
  const suiting = [
    ...weekdays.map((each) => say(`web.word.weekday.${each}`)),
    ...dayTimes.map((each) => say(`web.word.dayTime.${each}`)),
  ];
  const told = (name: string, params: Record<string, string | number>) =>
    say(`web.plan.preferences.${name}`, params);
  return {
    title,
    rows: [
      ...(minutesPerDay === undefined ? [] : [told('atMostMinutes', { count: minutesPerDay })]),
      ...(placesPerDay === undefined ? [] : [told('atMostPlaces', { count: placesPerDay })]),
      ...(suiting.length === 0 ? [] : [told('suits', { days: suiting.join(', ') })]),
      ...(mattersMost === undefined
        ? []
        : [told('most', { wish: say(`web.order.objective.${mattersMost}`) })]),
      ...(note === '' || !mayTellNeeds ? [] : [note]),
    ],
    said: `${told('said', { who: saidBy })} ${writtenDate(saidOn, language)}`,
  };
}
