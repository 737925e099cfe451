import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { sessionQuery } from '../api/session.ts';

const ofDevice = Intl.DateTimeFormat().resolvedOptions().timeZone;
const TimeZone = createContext(ofDevice);

/** Tells every part of the screens the practice's time zone; asked for once, since a list has hundreds of dates. */
export function InPracticeTimeZone({ children }: { readonly children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  return <TimeZone value={session?.timeZone ?? ofDevice}>{children}</TimeZone>;
}

/** The practice's time zone; the device's own for somebody who is not signed in. */
export function usePracticeTimeZone(): string {
  return useContext(TimeZone);
}
