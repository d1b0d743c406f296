// What the server asks of the identity provider: by HTTPS, without following anybody elsewhere, and no more than it can hold.
import { ProviderFault } from './provider-fault.ts'

const patience = 8_000
const most = 256 * 1024

export type Posted = { readonly method?: 'POST'; readonly body?: URLSearchParams; readonly headers?: Readonly<Record<string, string>> }
export type Fetched = { readonly status: number; readonly body: unknown }

/** Refuses (`ProviderFault`) an answer that does not come, is no JSON, is too large or sends elsewhere. */
export async function fetchJson(address: string, init: Posted = {}): Promise<Fetched> {
  try {
    const answer = await fetch(address, { ...init, headers: { accept: 'application/json', ...init.headers }, redirect: 'error', signal: AbortSignal.timeout(patience) })
    return { status: answer.status, body: JSON.parse(await textOf(answer)) }
  } catch {
    // Its reasons quote addresses, and an answer that cannot be read its own text.
    throw new ProviderFault('unreachable')
  }
}

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > most) throw new ProviderFault('unreachable')
    parts.push(part)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** `here`: whether http on this machine itself will do, as where the server is tried out. */
export function isSafeAddress(address: string, here: boolean): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  return username === '' && password === '' && (protocol === 'https:' || (here && protocol === 'http:' && loopback.has(hostname)))
}
