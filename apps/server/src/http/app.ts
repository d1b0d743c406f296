// The whole of what the server answers, as one function of a request: testable without a socket.
import { randomBytes } from 'node:crypto'
import type { CompilePdf } from '@lykta/publication'
import { Hono } from 'hono'
import { admit } from '../access/admit.ts'
import { makeDesks } from '../access/desks.ts'
import { makeResolve } from '../access/resolve-caller.ts'
import { makeCounted } from '../auth/counted.ts'
import { makeNetworkJobs } from '../jobs/network-jobs.ts'
import { makeKnownPlaces } from '../auth/known-places.ts'
import { makeProvider, type ProviderSettings } from '../auth/provider/provider.ts'
import { makeSignIn } from '../auth/sign-in.ts'
import { makeSignedInHere } from '../auth/signed-in-here.ts'
import { authRoutes } from '../routes/auth.ts'
import { authorityRoutes } from '../routes/authority.ts'
import { breachRoutes } from '../routes/breaches.ts'
import { caseRoutes } from '../routes/cases.ts'
import { draftRoutes } from '../routes/drafts.ts'
import { crossingRoutes } from '../routes/crossing.ts'
import { darkFigureRoutes } from '../routes/dark-figure.ts'
import { effortRoutes } from '../routes/efforts.ts'
import { editionRoutes } from '../routes/editions.ts'
import { explorerRoutes } from '../routes/explorer.ts'
import { formRoutes } from '../routes/form.ts'
import { foundingRoutes } from '../routes/founding.ts'
import { exportRoutes } from '../routes/exports.ts'
import { guideRoutes } from '../routes/guide.ts'
import { handOverRoutes } from '../routes/hand-over.ts'
import { healthRoutes } from '../routes/health.ts'
import { importRoutes } from '../routes/imports.ts'
import { incidentWriteRoutes } from '../routes/incident-writes.ts'
import { incidentRoutes } from '../routes/incidents.ts'
import { invitationRoutes } from '../routes/invitations.ts'
import { keyRoutes } from '../routes/keys.ts'
import { logRoutes } from '../routes/log.ts'
import { meetingRoutes } from '../routes/meetings.ts'
import { memberRoutes } from '../routes/members.ts'
import { messageRoutes } from '../routes/messages.ts'
import { networkRoutes } from '../routes/network.ts'
import { officialRoutes } from '../routes/official.ts'
import { outboxRoutes } from '../routes/outbox.ts'
import { proseRoutes } from '../routes/prose.ts'
import { organisationRoutes } from '../routes/organisations.ts'
import { ownIncidentRoutes } from '../routes/own-incidents.ts'
import { providerRoutes } from '../routes/provider.ts'
import { publishedRoutes } from '../routes/published.ts'
import { situationRoutes } from '../routes/situations.ts'
import { recoveryRoutes } from '../routes/recovery.ts'
import { retentionRoutes } from '../routes/retention.ts'
import { sameRoutes } from '../routes/same.ts'
import { sealedKeyRoutes } from '../routes/sealed-keys.ts'
import { sealedTextRoutes } from '../routes/sealed-text.ts'
import { sessionRoutes } from '../routes/session.ts'
import { readingRoutes } from '../routes/reading.ts'
import { shareRoutes } from '../routes/shares.ts'
import { settingsRoutes } from '../routes/settings.ts'
import { statisticsRoutes } from '../routes/statistics.ts'
import { viewRoutes } from '../routes/views.ts'
import { webAppRoutes } from '../routes/web-app.ts'
import { makeWelcome } from '../routes/welcome.ts'
import { keepReminding } from '../work/keep-reminding.ts'
import { clearLeft } from '../work/weeding/clear-left.ts'
import type { Desk } from '../work/desk.ts'
import { type DoorOptions, makeDoor } from '../work/door.ts'
import type { Mail } from '../work/mail.ts'
import { makeLetters } from '../work/notify.ts'
import { makeSampleReports } from '../work/sample/sample-reports.ts'
import type { Env } from './env.ts'
import { notFound, onError } from './failure.ts'
import { onlyOwnHost, onlyOwnPages, onlyOwnWrites, smallBodies } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { type Allowances, type Limits, makeLimits } from './limits.ts'
import { type Site, thisMachine } from './site.ts'
import { watchDoor } from './watch-door.ts'

export type AppOptions = {
  readonly desk: Desk
  readonly version: string
  /** Where defects are told; never a value that anybody wrote. */
  readonly log: (line: string) => void
  /** Folder of the built web app. */
  readonly webApp: string
  /** Folder with the reports' templates; else the program's own. */
  readonly templates?: string | undefined
  /** Aborted when the server stops: long work ends at once. */
  readonly stopping?: AbortSignal | undefined
  /** On this machine alone, unless another is given. */
  readonly site?: Site | undefined
  /** What sessions are signed with (auth/secret.ts); without it they end with the server. */
  readonly secret?: string | undefined
  readonly allowances?: Allowances | undefined
  /** Other counters than those of the allowances. */
  readonly limits?: Limits | undefined
  /** Without it no letters are sent. */
  readonly mail?: Mail | undefined
  /** Without it nobody signs in elsewhere. */
  readonly provider?: ProviderSettings | undefined
  /** Asked of whoever founds a network from elsewhere; `serve` prints it. */
  readonly foundingCode?: string | undefined
  /** As `start` begins it, for whoever tries it: the sample's situation reports are made when somebody asks for them. */
  readonly triesOut?: boolean | undefined
  /** Instead of the program's own, and editions are frozen in the server's thread: for tests. */
  readonly compilePdf?: CompilePdf | undefined
  /** How many of the door's events of a kind are written each by itself. */
  readonly doorAllowance?: DoorOptions['allowance']
  /** How long somebody is left in peace after a letter, in milliseconds. */
  readonly quiet?: number | undefined
  /** How long to wait after each letter that could not be sent, in milliseconds. */
  readonly waits?: readonly number[] | undefined
}

export function makeApp({
  desk, version, log, webApp, templates, stopping = new AbortController().signal, site = thisMachine, secret = randomBytes(32).toString('base64url'), allowances,
  limits = makeLimits(allowances), mail, provider, foundingCode, triesOut = false, quiet, waits, doorAllowance, compilePdf,
}: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  const signIn = makeSignIn({ pool: desk.register.signIn, secret, origin: site.origin })
  const desks = makeDesks(desk)
  const { notify, resume } = makeLetters({ mail, findAddresses: signIn.readLogins, log, quiet, waits, stopping })
  // What waited when the server was stopped. A register that cannot be read is told by the first request.
  void desks.find().then(({ own }) => own && resume(own), () => {})
  void desks.find().then(({ own }) => own && clearLeft(own, { log, stopping }), () => {})
  if (mail) keepReminding({ findDesk: async () => (await desks.find()).own, notify, log, stopping })
  // Before somebody signs in there, so that the first does not wait for the library.
  void desks.find().then(async ({ hasMembers }) => hasMembers && signIn.getAuth()).catch(() => {})
  app.use(watchDoor(makeDoor({ log, stopping, allowance: doorAllowance }), desks))
  app.use(securityHeaders(site.origin !== undefined), onlyOwnHost(site), onlyOwnPages(), onlyOwnWrites(site), smallBodies)
  const jobsOf = makeNetworkJobs(log, stopping)
  const resolve = makeResolve({ desks, signIn, site })
  const shown = provider === undefined ? null : { name: provider.name }
  const welcome = makeWelcome({ signIn, site, provider: shown, resolve })
  const places = makeKnownPlaces({ site, secret })
  app.use(admit({ resolve, limits, site }))
  app.onError(onError(log))
  app.route('/', healthRoutes(desk.register))
  app.route('/api', sessionRoutes({ signIn, desks, site, provider: shown }))
  app.route('/api/auth', authRoutes({ signIn, limits, site, places }))
  app.route('/api/auth/provider', providerRoutes({
    provider: provider && makeProvider(provider), pool: desk.register.signIn, signIn, site, log, counted: makeCounted({ limits, site, places }), signedInHere: makeSignedInHere({ signIn, site, places }),
  }))
  app.route('/api', networkRoutes(version))
  app.route('/api', statisticsRoutes())
  app.route('/api', crossingRoutes())
  app.route('/api', darkFigureRoutes())
  app.route('/api', explorerRoutes())
  app.route('/api', officialRoutes())
  app.route('/api', incidentRoutes())
  app.route('/api', sameRoutes())
  app.route('/api', viewRoutes())
  app.route('/api', formRoutes())
  app.route('/api', incidentWriteRoutes(notify))
  app.route('/api', importRoutes())
  app.route('/api', outboxRoutes(notify))
  app.route('/api', foundingRoutes({ signIn, desks, welcome, foundingCode }))
  app.route('/api', settingsRoutes())
  app.route('/api', authorityRoutes())
  app.route('/api', breachRoutes())
  app.route('/api', organisationRoutes())
  app.route('/api', logRoutes(signIn, notify))
  app.route('/api', keyRoutes({ signIn, notify }))
  app.route('/api', recoveryRoutes({ signIn, welcome, notify }))
  app.route('/api', sealedKeyRoutes())
  app.route('/api', sealedTextRoutes())
  app.route('/api', shareRoutes(notify))
  app.route('/api', readingRoutes(signIn, notify))
  app.route('/api', handOverRoutes(signIn, notify))
  app.route('/api', exportRoutes({ dataFolder: desk.register.dataFolder, jobsOf, stopping }))
  app.route('/api', memberRoutes(signIn))
  app.route('/api', invitationRoutes({ signIn, site, welcome, notify }))
  app.route('/api', messageRoutes(notify))
  app.route('/api', caseRoutes(notify))
  app.route('/api', ownIncidentRoutes())
  if (triesOut) {
    const ensureReports = makeSampleReports(jobsOf)
    app.get('/api/situations', async (context, next) => {
      await ensureReports(context.var.desk)
      await next()
    })
  }
  app.route('/api', meetingRoutes())
  app.route('/api', effortRoutes())
  app.route('/api', retentionRoutes({ jobsOf, notify }))
  app.route('/api', proseRoutes({ templates }))
  app.route('/', editionRoutes({ templates, jobsOf }))
  app.route('/', draftRoutes({ templates, jobsOf, notify, compilePdf }))
  app.route('/', guideRoutes())
  app.route('/', publishedRoutes())
  app.route('/', situationRoutes({ jobsOf, notify }))
  app.all('/api/*', notFound)
  app.route('/', webAppRoutes(webApp))
  app.notFound(notFound)
  return app
}
