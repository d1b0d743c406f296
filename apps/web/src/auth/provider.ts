// The town's identity provider, as the page sees it: away to it, and what the browser brings back, which leaves the address at once.
import type { OwnProvider, ProviderAnswer } from '../../../server/src/api/member-types.ts'
import { ask } from '../api/ask.ts'

/** What stood in the address of /sign-in/back; null when nothing of it did. */
export type Brought = { readonly state: string; readonly code?: string; readonly error?: string; readonly iss?: string }

const post = <Answer>(path: string, body: object = {}): Promise<Answer> => ask<Answer>(`auth/provider/${path}`, { method: 'POST', body })

async function go(asked: Promise<{ readonly address: string }>): Promise<void> {
  location.assign((await asked).address)
}

export const provider = {
  /** These three leave the page. */
  signIn: () => go(post('start')),
  link: (from: 'account' | 'join') => go(post('link', { from })),
  signOut: () => go(post('out')),
  finish: (brought: Brought) => post<ProviderAnswer>('finish', brought),
  own: () => ask<OwnProvider>('auth/provider/account'),
  unlink: () => post<object>('unlink'),
}

const names = ['state', 'code', 'error', 'iss'] as const

/** Takes it out of the address and the history. Providers put it behind # when they can, else behind ?. */
export function takeBrought(): Brought | null {
  const given = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search)
  history.replaceState(history.state, '', location.pathname)
  const found = Object.fromEntries(names.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])))
  return 'state' in found ? (found as Brought) : null
}
