import '@/styles/index';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { statusOf } from '@/api/refusal';
import { createPages } from '@/router';
import { watchSession } from '@/session/session';
import { theme } from '@/theme';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only silence and faults are worth asking again.
      retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
    },
  },
});
const router = createPages(queryClient);

watchSession((end) => {
  if (end === null) return;
  const search = end === 'expired' ? { ended: true, to: router.state.location.href } : {};
  // Cleared only once the page that shows the data is gone, or it would ask for it again without a token.
  void router.navigate({ to: '/login', search }).then(() => queryClient.clear());
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
