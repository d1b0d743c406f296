// Listens on loopback, and stops when told: no new request, the running ones finished, then the register closed.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { problem, ProblemError } from '@lykta/incident'
import type { Hono } from 'hono'

export type Listening = {
  /** http://127.0.0.1:PORT */
  readonly address: string
  /** Resolves when the last request has been answered; `patience` in milliseconds, then connections are cut. */
  readonly stop: (patience?: number) => Promise<void>
}

const loopback = ['127.0.0.1', 'localhost', '::1']

/** The host, when it is this machine alone. Refuses any other: there is no sign-in yet. */
export function findLoopback(host: string): string {
  if (!loopback.includes(host)) throw new ProblemError([problem('server.not-loopback', { host })])
  return host
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

/** `port` 0 takes any free one. */
export async function listen(app: Pick<Hono, 'fetch'>, port: number, host = '127.0.0.1', limits: Limits = defaultLimits): Promise<Listening> {
  findLoopback(host)
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout: limits.head, requestTimeout: limits.request, keepAliveTimeout: limits.idle, connectionsCheckingInterval: limits.looking },
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
    address: `http://${host === '::1' ? '[::1]' : host}:${bound}`,
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
