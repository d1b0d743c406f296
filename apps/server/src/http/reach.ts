// Who can reach the server: this machine alone, or others too, and then only by HTTPS and under one name.
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { problem, ProblemError } from '@lykta/incident'
import { type Site, thisMachine } from './site.ts'

/** In PEM. */
export type Tls = { readonly cert: Buffer; readonly key: Buffer }

export type ReachOptions = {
  readonly host: string
  readonly origin: string | undefined
  /** Files with certificate and key. */
  readonly cert: string | undefined
  readonly key: string | undefined
  readonly proxy: string | undefined
}

export type Reach = { readonly site: Site; readonly tls: Tls | undefined }

const loopback = ['127.0.0.1', 'localhost', '::1']

const refuse = (code: string, values: Readonly<Record<string, string>> = {}): never => {
  throw new ProblemError([problem(code, values)])
}

/**
 * Refuses (`ProblemError`) whatever would let others reach it without HTTPS, or leave open under which name. A proxy on
 * the same machine reaches others too: loopback alone does not make it this machine's own.
 */
export async function readReach({ host, origin, cert, key, proxy }: ReachOptions): Promise<Reach> {
  if (loopback.includes(host) && origin === undefined && cert === undefined && key === undefined && proxy === undefined) return { site: thisMachine, tls: undefined }
  if (origin === undefined) return refuse('server.origin-needed', { host })
  if (!isOrigin(origin)) return refuse('server.origin-form')
  const hasFiles = cert !== undefined && key !== undefined
  if (hasFiles === (proxy !== undefined) || (cert === undefined) !== (key === undefined)) return refuse('server.https-needed')
  if (proxy !== undefined && isIP(proxy) === 0) return refuse('server.proxy-form')
  return { site: { origin: new URL(origin).origin, proxy }, tls: hasFiles ? await readTls(cert, key) : undefined }
}

/** A passkey is bound to a name; a path would be nobody's. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, origin } = new URL(text)
  const isName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname) && isIP(hostname) === 0
  return protocol === 'https:' && isName && (text.toLowerCase() === origin || text.toLowerCase() === `${origin}/`)
}

async function readTls(certFile: string, keyFile: string): Promise<Tls> {
  const read = (file: string): Promise<Buffer> => readFile(file).catch(() => refuse('server.certificate', { file }))
  const [cert, key] = [await read(certFile), await read(keyFile)]
  try {
    createSecureContext({ cert, key })
  } catch {
    return refuse('server.certificate', { file: certFile })
  }
  return { cert, key }
}
