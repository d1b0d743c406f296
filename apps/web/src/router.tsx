// Every address of the app and its page; pages are fetched when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { arrival } from './components/arrival.ts'
import { FailedPage } from './pages/failed-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'

/** A filter that is missing or makes no sense is left out, never an error. */
type Filters = Record<string, unknown>
const findYear = (value: unknown): number | undefined => (Number.isInteger(value) && Number(value) > 1900 && Number(value) < 2200 ? Number(value) : undefined)
const findText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 60) : undefined)
function only<Found extends Filters>(filters: Found): { [Name in keyof Found]?: NonNullable<Found[Name]> } {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as never
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search: Filters) => only({ year: findYear(search['year']) }),
  component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
})

const incidentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incidents',
  validateSearch: (search: Filters) =>
    only({
      waiting: (['new', 'answered'] as const).find((one) => one === search['waiting']), year: findYear(search['year']), form: findText(search['form']), organisation: findText(search['organisation']), place: findText(search['place']),
    }),
  component: lazyRouteComponent(() => import('./pages/incidents/incidents-page.tsx'), 'IncidentsPage'),
})

const incidentRoute = createRoute({
  getParentRoute: () => incidentsRoute,
  path: '$ref',
  component: lazyRouteComponent(() => import('./pages/incidents/incident-panel.tsx'), 'IncidentPanel'),
})

const sameRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/same',
  component: lazyRouteComponent(() => import('./pages/same/same-page.tsx'), 'SamePage'),
})

const statisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/statistics',
  validateSearch: (search: Filters) => only({ from: findYear(search['from']), to: findYear(search['to']) }),
  component: lazyRouteComponent(() => import('./pages/statistics/statistics-page.tsx'), 'StatisticsPage'),
})

const findView = (value: unknown): 'chart' | 'table' | undefined => (value === 'chart' || value === 'table' ? value : undefined)
/** "2019" is a number in an address, and the name of a period here. */
const findName = (value: unknown): string | undefined => findText(typeof value === 'number' ? String(value) : value)
const exploreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/explore',
  validateSearch: (search: Filters) => only({
    edition: findText(search['edition']), table: findText(search['table']), view: findView(search['view']), from: findName(search['from']), to: findName(search['to']),
  }),
  component: lazyRouteComponent(() => import('./pages/explore/explore-page.tsx'), 'ExplorePage'),
})

const crossingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/crossing',
  validateSearch: (search: Filters) => only({
    unit: findText(search['unit']), rows: findText(search['rows']), columns: findText(search['columns']), from: findYear(search['from']), to: findYear(search['to']),
  }),
  component: lazyRouteComponent(() => import('./pages/crossing/crossing-page.tsx'), 'CrossingPage'),
})

const officialRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/official',
  component: lazyRouteComponent(() => import('./pages/official/official-page.tsx'), 'OfficialPage'),
})

const editionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/editions',
  component: lazyRouteComponent(() => import('./pages/editions/editions-page.tsx'), 'EditionsPage'),
})

const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/editions/$year',
  component: lazyRouteComponent(() => import('./pages/editions/edition-page.tsx'), 'EditionPage'),
})

const editorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/text/$year',
  validateSearch: (search: Filters) => only({
    language: (['sv', 'en'] as const).find((one) => one === search['language']),
    line: Number.isInteger(search['line']) && Number(search['line']) > 0 ? Number(search['line']) : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/editor/editor-page.tsx'), 'EditorPage'),
})

/** An id stands in the address, and nothing else of a draft or an edition. */
const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('./pages/workshop/draft-page.tsx'), 'DraftPage'),
})

const readingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reading/$id',
  component: lazyRouteComponent(() => import('./pages/workshop/reading-page.tsx'), 'ReadingPage'),
})

const sharesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shares',
  component: lazyRouteComponent(() => import('./pages/sharing/shares-page.tsx'), 'SharesPage'),
})

const readsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reads',
  component: lazyRouteComponent(() => import('./pages/sharing/reads-page.tsx'), 'ReadsPage'),
})

const sessionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./pages/sharing/sessions-page.tsx'), 'SessionsPage'),
})

const examplesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/examples',
  component: lazyRouteComponent(() => import('./pages/examples/examples-page.tsx'), 'ExamplesPage'),
})

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  validateSearch: (search: Filters) => only({ closed: search['closed'] === true ? true : undefined }),
  component: lazyRouteComponent(() => import('./pages/cases/cases-page.tsx'), 'CasesPage'),
})

/** A random reference stands in the address, and nothing else of a case. */
const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$ref',
  component: lazyRouteComponent(() => import('./pages/cases/case-page.tsx'), 'CasePage'),
})

const meetingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./pages/meetings/meetings-page.tsx'), 'MeetingsPage'),
})

/** A random id stands in the address, and nothing else of a meeting. */
const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./pages/meetings/meeting-page.tsx'), 'MeetingPage'),
})

/** Ids stand in the address, and nothing else of a report. */
const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall/$report/$audience',
  component: lazyRouteComponent(() => import('./pages/situation/wall-page.tsx'), 'WallPage'),
})

const authorityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority',
  component: lazyRouteComponent(() => import('./pages/authority/authority-page.tsx'), 'AuthorityPage'),
})

/** A random reference stands in the address, and nothing else of the incident. */
const extractRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/extract/$ref',
  component: lazyRouteComponent(() => import('./pages/authority/extract-page.tsx'), 'ExtractPage'),
})

const breachesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/breaches',
  component: lazyRouteComponent(() => import('./pages/authority/breaches-page.tsx'), 'BreachesPage'),
})

/** A random id, or "new". */
const breachRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/breaches/$id',
  component: lazyRouteComponent(() => import('./pages/authority/breach-page.tsx'), 'BreachPage'),
})

const retentionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retention',
  component: lazyRouteComponent(() => import('./pages/retention/retention-page.tsx'), 'RetentionPage'),
})

const effortRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/effort',
  component: lazyRouteComponent(() => import('./pages/effort/effort-page.tsx'), 'EffortPage'),
})

const methodRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/method',
  component: lazyRouteComponent(() => import('./pages/method/method-page.tsx'), 'MethodPage'),
})

const networkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/network',
  validateSearch: (search: Filters) => only({ part: findText(search['part']) }),
  component: lazyRouteComponent(() => import('./pages/network/network-page.tsx'), 'NetworkPage'),
})

/** What is read there stays in the browser; nothing of it stands in the address. */
const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/import-page.tsx'), 'ImportPage'),
})

const ownRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/own',
  component: lazyRouteComponent(() => import('./pages/own/own-page.tsx'), 'OwnPage'),
})

/** What the invitation says stands behind #, and is read by the page alone. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./pages/join/join-page.tsx'), 'JoinPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-here.tsx'), 'SignInHere'),
})

/** What the identity provider gave stands behind # or ?, and is read by the page alone. */
const backRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/back',
  component: lazyRouteComponent(() => import('./pages/sign-in/back-page.tsx'), 'BackPage'),
})

/** Two recovery sheets, when nothing else opens the network any more. */
const recoveryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recovery',
  component: lazyRouteComponent(() => import('./pages/recovery/recovery-page.tsx'), 'RecoveryPage'),
})

const foundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/found',
  component: lazyRouteComponent(() => import('./pages/found/found-page.tsx'), 'FoundPage'),
})

const takeOverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/take-over',
  component: lazyRouteComponent(() => import('./pages/found/take-over-page.tsx'), 'TakeOverPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
})

/** For whoever enters what others have told. */
const paperFormRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/paper-form',
  component: lazyRouteComponent(() => import('./pages/paper-form/paper-form-page.tsx'), 'PaperFormPage'),
})

const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./pages/design/design-page.tsx'), 'DesignPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overviewRoute,
    incidentsRoute.addChildren([incidentRoute]),
    sameRoute,
    statisticsRoute,
    exploreRoute,
    officialRoute,
    crossingRoute,
    editionsRoute,
    editionRoute,
    editorRoute,
    examplesRoute, sharesRoute, readsRoute, sessionsRoute,
    draftRoute,
    readingRoute,
    casesRoute,
    caseRoute,
    meetingsRoute,
    meetingRoute,
    wallRoute,
    effortRoute,
    authorityRoute, extractRoute, breachesRoute, breachRoute,
    retentionRoute,
    methodRoute,
    networkRoute,
    importRoute,
    ownRoute,
    joinRoute,
    signInRoute,
    backRoute,
    recoveryRoute,
    foundRoute,
    takeOverRoute,
    accountRoute,
    paperFormRoute,
    designRoute,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: FailedPage,
})

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) arrival.note()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
