// What this device remembers of a network's log, so that no server can show it another one: hashes, nothing secret.
import type { Id } from '@lykta/incident'
import type { LogHead } from '@lykta/seal'

export type Pinned = {
  /** Hash of the first line. */
  readonly genesis: string
  /** 'words': a colleague was heard to read the same head. 'first-use': neither invitation nor sheet said it, so it was taken as the server gave it, and should be compared by words. */
  readonly from: 'founding' | 'invitation' | 'sheet' | 'words' | 'first-use'
  /** What was verified last; null until then. */
  readonly head: LogHead | null
}

export type PinStore = {
  readonly read: (network: Id) => Pinned | null
  readonly write: (network: Id, pinned: Pinned) => void
  /** Whether this device knows from elsewhere than the server which log another network has: at one address there is one. */
  readonly knowsAnother: (network: Id) => boolean
}

const before = 'lykta-log-'
const keyOf = (network: Id): string => `${before}${network}`
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const sources = ['founding', 'invitation', 'sheet', 'words', 'first-use'] as const

export const browserPins: PinStore = {
  read: (network) => {
    try {
      return findPinned(JSON.parse(localStorage.getItem(keyOf(network)) ?? 'null'))
    } catch {
      return null
    }
  },
  knowsAnother: (network) => {
    try {
      const others = Object.keys(localStorage).filter((key) => key.startsWith(before) && key !== keyOf(network))
      return others.some((key) => isVouchedFor(browserPins.read(key.slice(before.length))))
    } catch {
      return false
    }
  },
  write: (network, pinned) => {
    try {
      localStorage.setItem(keyOf(network), JSON.stringify(pinned))
    } catch {
      // A browser that keeps nothing starts from the first line each time, as a new device does.
    }
  },
}

/** By a colleague, an invitation, a sheet, or by having founded it. */
export function isVouchedFor(pinned: Pinned | null): boolean {
  return pinned !== null && pinned.from !== 'first-use'
}

function findPinned(value: unknown): Pinned | null {
  const { genesis, from, head } = (value ?? {}) as Record<string, unknown>
  const source = sources.find((one) => one === from)
  if (!isHash(genesis) || source === undefined) return null
  const { seq, hash } = (head ?? {}) as Record<string, unknown>
  return { genesis, from: source, head: Number.isInteger(seq) && Number(seq) > 0 && isHash(hash) ? { seq: Number(seq), hash } : null }
}
