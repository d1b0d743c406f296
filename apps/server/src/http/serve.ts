// Listens, and stops when told: no new request, the running ones finished, then the register closed.
import type { Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { problem, ProblemError } from '@lykta/incident'
import type { Hono } from 'hono'
import type { Tls } from './reach.ts'

export type Listening = {
  /** http://127.0.0.1:PORT, or with https: where the server does it itself. */
  readonly address: string
  /** Resolves when the last request has been answered; `patience` in milliseconds, then connections are cut. */
  readonly stop: (patience?: number) => Promise<void>
}

/** What one who asks slowly, or keeps many connections open, may take from the others; times in milliseconds. */
export type Limits = {
  readonly connections: number
  /** From the first byte of a request to the last of its head, and of its body. How long an answer takes is another matter. */
  readonly head: number
  readonly request: number
  /** How long a connection is kept for the next request. */
  readonly idle: number
  /** How often all of them are looked at. */
  readonly looking: number
}

const defaultLimits: Limits = { connections: 500, head: 10_000, request: 30_000, idle: 5_000, looking: 2_000 }

/** `port` 0 takes any free one. `tls`: certificate and key, in PEM. */
export async function listen(app: Pick<Hono, 'fetch'>, port: number, host = '127.0.0.1', limits: Limits = defaultLimits, tls?: Tls): Promise<Listening> {
  const times = { headersTimeout: limits.head, requestTimeout: limits.request, keepAliveTimeout: limits.idle, connectionsCheckingInterval: limits.looking }
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls ? { createServer: createTlsServer, serverOptions: { ...times, ...tls, minVersion: 'TLSv1.2' } } : { serverOptions: times }),
  }) as Server
  server.maxConnections = limits.connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known = error.code === 'EADDRINUSE' ? 'server.port-taken' : error.code === 'EACCES' ? 'server.port-refused' : undefined
      reject(known === undefined ? error : new ProblemError([problem(known, { port })]))
    })
    server.listen(port, host, () => resolve())
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    address: `http${tls ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    stop: async (patience = 10_000) => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(timer)
    },
  }
}
