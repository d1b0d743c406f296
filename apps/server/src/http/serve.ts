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

/** `port` 0 takes any free one. */
export async function listen(app: Hono, port: number, host = '127.0.0.1'): Promise<Listening> {
  findLoopback(host)
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
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
