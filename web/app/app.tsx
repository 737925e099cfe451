import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Refused, whenSessionEnds } from '../api/client.ts';
import { forgetSession } from '../api/session.ts';
import { useIsTelephone } from '../ui/use-is-telephone.ts';
import { InPracticeTimeZone } from '../ui/practice-time-zone.tsx';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer; only an unreachable server is asked again.
      retry: (failures, error) => error instanceof Refused && error.status === 0 && failures < 3,
    },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    // A write over somebody else's change: what they changed comes into sight.
    onError: (error) => {
      if (error instanceof Refused && error.refusal.changes !== undefined) void queries.invalidateQueries();
    },
  }),
});

whenSessionEnds(() => forgetSession(queries));

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <InPracticeTimeZone>
          <RouterProvider router={router} />
        </InPracticeTimeZone>
        <Messages />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Where no form has the button that saves it: an Undo under a hurried press would take the last thing back. */
function Messages() {
  const telephone = useIsTelephone();
  return <Notifications position={telephone ? 'top-center' : 'bottom-left'} />;
}
