import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { SetUp, SignIn } from '#contract/patient-commands.ts';
import type { SessionView, WelcomeView } from '#contract/views.ts';
import { get, getIfAny, post, Refused, remove } from './client.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await getIfAny<SessionView>('/api/session');
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** Set by the gate: a screen that is still in sight while somebody signs out goes on being that person's. */
export const SessionContext = createContext<SessionView | undefined>(undefined);

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen for people who are signed in was shown to somebody who is not');
  return session;
}

export function useWelcome() {
  return useQuery({ queryKey: ['welcome'], queryFn: () => get<WelcomeView>('/api/welcome'), staleTime: 0 });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SignIn) => post<SessionView>('/api/session', body),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SetUp) => post('/api/set-up', body),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/api/session'),
    onSuccess: () => {
      forgetSession(queries);
      // A message of one person, with its Undo, is not the next one's to press.
      notifications.clean();
    },
  });
}

/** First nobody is signed in, so that the screens close; then what they showed goes: the other way round they complain. */
export function forgetSession(queries: QueryClient): void {
  if (!queries.getQueryData(sessionQuery.queryKey)) return;
  queries.setQueryData(sessionQuery.queryKey, null);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

type Page = NonNullable<SessionView['handedOver']>;

/** What was shown of the record goes from memory before the patient gets the screen. */
export function useHandOver() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (page: Page) => post('/api/session/handed-over', page, 'PUT'),
    onSuccess: (_done, handedOver) => {
      queries.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, handedOver });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
}

export function useTakeBack() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly password: string; readonly code?: string }) =>
      post('/api/session/taken-back', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}

export function useSaveLocale() {
  return useMutation({
    mutationFn: (locale: 'en' | 'es') => post('/api/session/locale', { locale }, 'PUT'),
  });
}

interface NewSecret {
  readonly secret: string;
  /** For an authenticator application on the same device. */
  readonly address: string;
}

export function useSecondFactor() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return {
    secret: useMutation({ mutationFn: () => post<NewSecret>('/api/session/second-factor/secret', {}) }),
    confirm: useMutation({
      mutationFn: (body: { readonly secret: string; readonly code: string }) =>
        post('/api/session/second-factor', body, 'PUT'),
      onSuccess,
    }),
    removal: useMutation({
      mutationFn: (body: { readonly password: string; readonly code?: string }) =>
        post('/api/session/second-factor/removal', body),
      onSuccess,
    }),
  };
}
