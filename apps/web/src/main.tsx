// Where the app starts.
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FailureError } from './api/ask.ts'
import { sessionQuery } from './api/member-queries.ts'
import './design/fonts.css'
import './design/tokens.css'
import './design/base.css'
import './design/forced-colors.css'
import './design/print.css'
import { readPreferences } from './kept-preferences.ts'
import { PreferencesProvider } from './preferences.tsx'
import { router } from './router.tsx'

const tries = 2
const justNow = 1_000

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      // Signed out looks like unknown: whether it was that, the session tells.
      const isUnknown = error instanceof FailureError && error.failure.status === 404
      if (isUnknown && queryKey[0] !== sessionQuery.queryKey[0]) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  }),
  defaultOptions: {
    queries: {
      // What the server has refused it will refuse again; only a lost connection is worth another try.
      retry: (failures, error) => failures < tries && error instanceof FailureError && error.failure.status === 0,
      retryDelay: 800,
      staleTime: 5_000,
    },
  },
})

// Whoever has been signed out elsewhere, or for sitting still, finds out with the next page she goes to.
router.subscribe('onResolved', ({ pathChanged }) => {
  if (pathChanged) void queryClient.refetchQueries({ queryKey: sessionQuery.queryKey, type: 'active', predicate: ({ state }) => Date.now() - state.dataUpdatedAt > justNow })
})

// A draft of the reporting page that is past goes whichever page is opened first.
addEventListener('load', () => void import('./report/kept-draft/draft-store.ts').then(({ browserDrafts }) => browserDrafts.read(Date.now())).catch(() => undefined))

const root = document.querySelector('#app')
if (!root) throw new Error('main: no #app')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider initial={readPreferences()}>
        <RouterProvider router={router} />
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
