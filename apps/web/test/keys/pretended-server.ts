// A server for the keys' front, as small as it can be: it stores what it is sent, and can be made to lie.
import type { BundleFile, FoundingRequest, GrantFile, KeysAnswer, LogRequest, NewKeys, SealedKeyFile, SealedKeyPage, SealedTextAnswer } from '../../../server/src/api/member-types.ts'
import type { SessionTextsAnswer } from '../../../server/src/api/sharing-types.ts'
import { type Asking, FailureError, unreachable } from '../../src/api/ask.ts'
import { KeyWork } from '../../src/keys/key-work.ts'
import { isVouchedFor, type Pinned, type PinStore } from '../../src/keys/pinned.ts'
import type { KeyPort } from '../../src/keys/worker-port.ts'

export class PretendedServer {
  lines: string[] = []
  network = 'sample'
  grants: GrantFile[] = []
  bundles = new Map<string, BundleFile[]>()
  texts = new Map<string, SealedTextAnswer>()
  serverMade: { epoch: number; recipient: string; file: string }[] = []
  published: NewKeys | undefined
  /** What was asked for, without bodies. */
  asked: string[] = []
  /** Somebody else writes a line just before the next one arrives. */
  interferes: (() => void) | undefined
  pageSize = 2
  /** Key files wait for a session that another has agreed to. */
  needsSession = false
  /** The connection is lost once: before a founding arrives, or before its answer does. */
  fails: 'before' | 'after' | undefined

  /** As the browser of that member asks. */
  askAs(member: string): <Answer>(path: string, asking?: Asking) => Promise<Answer> {
    return async <Answer>(path: string, { method = 'GET', body }: Asking = {}) => {
      this.asked.push(`${method} ${path}`)
      // Through JSON, as over the wire.
      const answer = this.#answer(member, method, path, body === undefined ? undefined : JSON.parse(JSON.stringify(body)))
      return JSON.parse(JSON.stringify(answer)) as Answer
    }
  }

  #answer(member: string, method: string, path: string, body: unknown): unknown {
    const [noun = '', id = '', part = ''] = path.split(/[/?]/)
    if (path.startsWith('log?after=')) return { lines: this.lines.slice(Number(path.slice(10))), length: this.lines.length }
    if (noun === 'session') return { state: 'signed-out', network: { id: this.network } }
    if (noun === 'founding') return this.#found(body as FoundingRequest)
    if (path === 'log' || part === 'removal') return this.#write(body as LogRequest, part === 'removal' ? id : undefined)
    if (path === 'keys/server-made') return { epochs: this.serverMade }
    if (path === 'keys/bundles') return this.#replace(member, body as BundleFile[])
    if (path === 'keys' && method === 'PUT') {
      this.published = body as NewKeys
      return this.#replace(member, this.published.bundles)
    }
    if (path === 'keys') return { bundles: this.bundles.get(member) ?? [], grants: this.grants.filter(({ holder }) => holder === member) } satisfies KeysAnswer
    if (noun === 'incidents') return this.texts.get(id)
    if (noun === 'reading-sessions') return this.#session(new URLSearchParams(path.split('?')[1]).get('after'))
    if (noun === 'sealed-keys') return method === 'GET' ? this.#page(part === '' && id.startsWith('after=') ? id.slice(6) : null) : this.#rewrapped((body as { keys: SealedKeyFile[] }).keys)
    throw new Error(`no answer to ${method} ${path}`)
  }

  #found({ genesis, bundles, grants, founder, network }: FoundingRequest): object {
    const fails = this.fails
    this.fails = undefined
    if (fails === 'before') throw new FailureError(unreachable)
    this.network = network.id
    this.lines.push(genesis)
    this.grants.push(...grants)
    this.bundles.set(founder.member, [...bundles])
    if (fails === 'after') throw new FailureError(unreachable)
    return { session: {} }
  }

  #write({ lines, grants }: LogRequest, removed: string | undefined): object {
    const interferes = this.interferes
    this.interferes = undefined
    interferes?.()
    const previous = (JSON.parse(lines[0] ?? '{}') as { entry?: { seq: number } }).entry?.seq
    if (previous !== undefined && previous !== this.lines.length + 1) throw new FailureError({ type: 'about:blank', title: '', status: 409, problems: [] })
    this.lines.push(...lines)
    this.grants = [...this.grants.filter(({ holder }) => holder !== removed), ...grants]
    return {}
  }

  #replace(member: string, files: readonly BundleFile[]): object {
    const kept = (this.bundles.get(member) ?? []).filter(({ way }) => !files.some((one) => one.way === way))
    this.bundles.set(member, [...kept, ...files])
    return {}
  }

  get #epoch(): number {
    return Math.max(...this.grants.map(({ epoch }) => epoch))
  }

  #page(after: string | null): object {
    const stale = [...this.texts.values()].filter(({ key }) => key!.epoch < this.#epoch).sort((a, b) => (a.sealedId < b.sealedId ? -1 : 1))
    const rest = stale.filter(({ sealedId }) => after === null || sealedId > after)
    const keys = rest.slice(0, this.pageSize).map(({ sealedId, key }) => ({ sealedId, ...key! }))
    if (this.needsSession) return { keys: [], left: stale.length, next: null, needsSession: true } satisfies SealedKeyPage
    return { needsSession: false, keys, left: stale.length, next: rest.length > keys.length ? keys.at(-1)!.sealedId : null }
  }

  /** Every text, as a running session gives them. */
  #session(after: string | null): object {
    const all = [...this.texts].map(([ref, text]) => ({ ...text, place: { part: 'reasons' as const, ref, organisation: null } })).toSorted((a, b) => (a.sealedId < b.sealedId ? -1 : 1))
    const rest = all.filter(({ sealedId }) => after === null || sealedId > after)
    const texts = rest.slice(0, this.pageSize)
    return { texts, next: rest.length > texts.length ? { part: 'reasons', after: texts.at(-1)!.sealedId } : null } satisfies SessionTextsAnswer
  }

  #rewrapped(keys: readonly SealedKeyFile[]): object {
    for (const { sealedId, epoch, key } of keys) {
      const [ref, text] = [...this.texts].find(([, one]) => one.sealedId === sealedId)!
      this.texts.set(ref, { ...text, key: { epoch, key } })
    }
    return { left: [...this.texts.values()].filter(({ key }) => key!.epoch < this.#epoch).length }
  }
}

/** The worker's work without a worker; what goes in and out is copied, as it would be. */
export function portInside(): KeyPort & { readonly ended: () => number } {
  const fresh = (): KeyWork => new KeyWork({ weakForTests: true, workFactor: 4 })
  let [work, ends] = [fresh(), 0]
  return {
    call: async (name, values, onStep) => {
      const act = work[name] as (...all: unknown[]) => unknown
      return structuredClone(await act.apply(work, [...structuredClone(values), ...(onStep ? [onStep] : [])])) as never
    },
    end: () => {
      ends += 1
      work = fresh()
    },
    ended: () => ends,
  }
}

export function pinsInside(): PinStore & { readonly all: Map<string, Pinned> } {
  const all = new Map<string, Pinned>()
  return {
    all, read: (network) => all.get(network) ?? null, write: (network, pinned) => void all.set(network, pinned),
    knowsAnother: (network) => [...all].some(([id, pinned]) => id !== network && isVouchedFor(pinned)),
  }
}
