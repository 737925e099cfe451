const day = 86_400_000; // ms
const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone, then by day of UTC: what holds all through that day, undefined where the clocks were changed in it. */
const steady = new Map<string, Map<number, number | undefined>>();

/**
 * How far the clocks of a zone (IANA name) are ahead of UTC at a time (milliseconds since 1970), in milliseconds. What holds at both ends of a
 * day of UTC holds all through it: no zone moves its clocks there and back within a day. The system is asked once a
 * day and not once a moment, since it takes ten microseconds to answer and a case has thousands of moments.
 */
export function clockOffset(time: number, timeZone: string): number {
  let days = steady.get(timeZone);
  if (!days) steady.set(timeZone, (days = new Map()));
  const number = Math.floor(time / day);
  if (!days.has(number)) {
    const first = askedOffset(number * day, timeZone);
    days.set(number, first === askedOffset((number + 1) * day, timeZone) ? first : undefined);
  }
  return days.get(number) ?? askedOffset(time, timeZone);
}

function askedOffset(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  // GMT, GMT-08:00, or GMT-00:44:30 in the old days
  const told = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = '0'] = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(told) ?? [];
  const ahead = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}
