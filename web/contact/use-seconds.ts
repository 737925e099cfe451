import { useEffect, useState } from 'react';
import { nowInstant } from '../ui/clock.ts';
import { timerSeconds, type Timer } from './timer.ts';

/** The seconds of a watch, counted on the screen while it runs. */
export function useSeconds(timer: Timer): number {
  const [now, setNow] = useState(nowInstant);
  const runs = !timer.endedAt && !timer.pausedAt;
  useEffect(() => {
    if (!runs) return;
    const ticking = setInterval(() => setNow(nowInstant()), 1000);
    return () => clearInterval(ticking);
  }, [runs]);
  return timerSeconds(timer, now < timer.startedAt ? timer.startedAt : now);
}
