// From where a request comes: the connection's other end, or whom the one trusted proxy names.
import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** An IPv6 customer has a whole /64. Without a socket, as in tests, all come from one. */
export function clientAddress(context: Context, proxy: string | undefined): string {
  const peer = peerOf(context)
  const address = unmapped(proxy !== undefined && peer === proxy ? forwardedFor(context) ?? peer : peer)
  return isIP(address) === 6 ? networkOf(address) : address
}

/** The first four groups, of an address that may leave out zeros anywhere. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const groups = (part: string | undefined): readonly string[] => (part === undefined || part === '' ? [] : part.split(':'))
  const [first, last] = [groups(head), groups(tail)]
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: left }, () => '0'), ...last].slice(0, 4).join(':')
}

export function peerOf(context: Context): string {
  if (!(context.env as { readonly incoming?: unknown } | undefined)?.incoming) return 'none'
  return unmapped(getConnInfo(context).remote.address ?? 'none')
}

/** An IPv4 address on a socket of both kinds. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

/** The last is the one that the proxy has added; what stands before it, anybody may have written. */
function forwardedFor(context: Context): string | undefined {
  const last = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last !== undefined && isIP(last) !== 0 ? last : undefined
}
