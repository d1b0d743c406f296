// The whole of what the server answers, as one function of a request: testable without a socket.
import { Hono } from 'hono'
import { admit } from '../access/admit.ts'
import { local } from '../access/caller.ts'
import { editionRoutes } from '../routes/editions.ts'
import { formRoutes } from '../routes/form.ts'
import { incidentWriteRoutes } from '../routes/incident-writes.ts'
import { incidentRoutes } from '../routes/incidents.ts'
import { networkRoutes } from '../routes/network.ts'
import { statisticsRoutes } from '../routes/statistics.ts'
import { webAppRoutes } from '../routes/web-app.ts'
import type { Desk } from '../work/desk.ts'
import type { Env } from './env.ts'
import { notFound, onError } from './failure.ts'
import { onlyOwnHost, onlyOwnPages, onlyOwnWrites, smallBodies } from './guard.ts'
import { securityHeaders } from './headers.ts'

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
}

export function makeApp({ desk, version, log, webApp, templates, stopping = new AbortController().signal }: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  app.use(securityHeaders(), onlyOwnHost(), onlyOwnPages(), onlyOwnWrites(), smallBodies)
  app.use(admit(async () => ({ caller: local, desk, canFound: desk.network.sample })))
  app.onError(onError(log))
  app.route('/api', networkRoutes(version))
  app.route('/api', statisticsRoutes())
  app.route('/api', incidentRoutes())
  app.route('/api', formRoutes())
  app.route('/api', incidentWriteRoutes())
  app.route('/', editionRoutes({ log, templates, stopping }))
  app.all('/api/*', notFound)
  app.route('/', webAppRoutes(webApp))
  app.notFound(notFound)
  return app
}
