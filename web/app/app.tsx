import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Refused, whenSessionEnds } from '../api/client.ts';
import { forgetSession } from '../api/session.ts';
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
});

whenSessionEnds(() => forgetSession(queries));

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <InPracticeTimeZone>
          <RouterProvider router={router} />
        </InPracticeTimeZone>
        <Notifications position="bottom-right" />
      </QueryClientProvider>
    </MantineProvider>
  );
}
