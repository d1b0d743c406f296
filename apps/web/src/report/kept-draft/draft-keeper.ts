// A member's draft while she writes: sealed to her own key and kept, found again after unlocking, and thrown away when it is done with.
import type { Id } from '@lykta/incident'
import type { CorrectionReason } from '../../../../server/src/api/types.ts'
import type { Entries } from '../draft.ts'
import { isPast } from './draft-life.ts'
import { type DraftStore, lockOfDraft, type StoredDraft } from './draft-store.ts'

export type DraftTask = { readonly ref: string; readonly revision: number }

/** All that a page is filled in with. */
export type DraftContent = {
  readonly v: 1
  /** Reference of the incident that is changed, with the revision that was read; null for a new one. */
  readonly change: DraftTask | null
  readonly onBehalf: boolean
  readonly correction: CorrectionReason
  readonly entries: Entries
}

export type Offered = { readonly id: Id; readonly savedAt: number; readonly content: DraftContent }

export type DraftState = {
  /** Sealed drafts of hers that are not opened yet. */
  readonly sealed: number
  /** Opened, to be continued or thrown away. */
  readonly offered: readonly Offered[]
  /** Incidents that other drafts of hers change: the page has to be opened for them, after a reload too. */
  readonly elsewhere: readonly string[]
  /** 'off': her keys were not opened here. 'failed': the browser keeps nothing. */
  readonly saving: 'off' | 'on' | 'failed'
  /** Of this page's own. */
  readonly savedAt: number | null
  /** Another tab has taken the draft that was chosen. */
  readonly taken: boolean
}

export type KeeperOutside = {
  readonly member: Id
  /** What this page is filled in for: a draft of another revision would put old answers back. */
  readonly task: DraftTask | null
  readonly store: DraftStore
  readonly now: () => number
  /** Base64url, of a text under a recipient. */
  readonly seal: (text: string, recipient: string) => Promise<string>
  /** Throws a ProblemError when it is not for the keys that are open. */
  readonly open: (file: string) => Promise<string>
  readonly locks: Pick<LockManager, 'request'>
}

const pause = 1_000

export class DraftKeeper {
  readonly #outside: KeeperOutside
  readonly #listeners = new Set<() => void>()
  #state: DraftState = { sealed: 0, offered: [], elsewhere: [], saving: 'off', savedAt: null, taken: false }
  #recipient: string | undefined
  #id: Id = crypto.randomUUID()
  /** As the page stands, and as it was saved last. */
  #wanted: DraftContent | null = null
  #saved: DraftContent | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()
  #release: (() => void) | undefined

  constructor(outside: KeeperOutside) {
    this.#outside = outside
  }

  get state(): DraftState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What lies here of hers that no tab has in hand; whatever is past goes. */
  async look(): Promise<void> {
    const found = await this.#findFree()
    const stored = this.#state.savedAt
    // Twelve hours of a page that nobody has touched.
    if (stored !== null && isPast({ savedAt: stored, seenAt: stored }, this.#outside.now())) await this.#forget()
    if (this.#state.saving === 'off') this.#change({ sealed: found.length })
    else this.#change({ offered: this.#state.offered.filter(({ id }) => found.some((one) => one.id === id)) })
  }

  /** Her keys are open: what lies here is shown, and what she writes is kept from now on. */
  async unlocked(recipient: string): Promise<void> {
    this.#recipient = recipient
    const offered: Offered[] = []
    const elsewhere = new Set<string>()
    for (const { id, savedAt, file } of await this.#findFree()) {
      const content = await this.#outside.open(file).then(findContent, () => undefined)
      // What does not open is of keys that she has no more.
      if (!content) await this.#outside.store.drop(id)
      else if (isSameTask(content.change, this.#outside.task)) offered.push({ id, savedAt, content })
      else if (content.change && content.change.ref !== this.#outside.task?.ref) elsewhere.add(content.change.ref)
    }
    this.#change({ saving: 'on', sealed: 0, offered, elsewhere: [...elsewhere] })
    this.#plan()
  }

  /** The page goes on with it, and no other tab does. Undefined when one has it already. */
  async take(id: Id): Promise<DraftContent | undefined> {
    const chosen = this.#state.offered.find((one) => one.id === id)
    const held = chosen && (await this.#outside.store.lives(id)) && (await this.#hold(id))
    this.#change({ offered: this.#state.offered.filter((one) => one.id !== id), taken: !held })
    if (!held) return undefined
    const before = this.#state.savedAt === null ? undefined : this.#id
    this.#id = id
    this.#change({ savedAt: chosen.savedAt })
    if (before) await this.#outside.store.drop(before)
    return chosen.content
  }

  async throwAway(id: Id): Promise<void> {
    this.#change({ offered: this.#state.offered.filter((one) => one.id !== id) })
    await this.#outside.store.drop(id)
  }

  /** What stands on the page now; null when that is nothing that anybody would miss. */
  write(content: DraftContent | null): void {
    const before = this.#wanted
    this.#wanted = content
    if (content === null && before !== null) void this.#forget()
    else this.#plan()
  }

  /** At once: the page is about to be out of sight. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#saving = this.#saving.then(() => this.#save()).catch(() => this.#change({ saving: 'failed' }))
    await this.#saving
  }

  /** Whether all that stands on the page is on the disk. */
  get isKept(): boolean {
    return this.#saved !== null && this.#saved === this.#wanted
  }

  /** Sent, or left in a hurry: dead at once, gone as soon as the browser gets to it. What is written next is another one. */
  async done(): Promise<void> {
    this.#wanted = null
    await this.#forget()
  }

  #plan(): void {
    if (this.#state.saving !== 'on' || !this.#wanted || this.#wanted === this.#saved) return
    this.#timer ??= setTimeout(() => void this.flush(), pause)
  }

  async #save(): Promise<void> {
    const [content, id] = [this.#wanted, this.#id]
    if (!content || content === this.#saved || !this.#recipient || this.#state.saving !== 'on') return
    const file = await this.#outside.seal(JSON.stringify(content), this.#recipient)
    const isFirst = this.#state.savedAt === null
    if (isFirst) await this.#hold(id)
    // It may have been sent while it was being sealed, and while it was being written.
    if (this.#id !== id) return
    const now = this.#outside.now()
    // Thrown away elsewhere, as by signing out: nothing brings it back.
    const stands = await this.#outside.store.put({ id, member: this.#outside.member, file, savedAt: now, seenAt: now }, isFirst)
    if (!stands && this.#id === id) return this.#change({ saving: 'off', savedAt: null })
    if (this.#id !== id) return await this.#outside.store.drop(id)
    this.#saved = content
    this.#change({ savedAt: now })
    this.#plan()
  }

  async #forget(): Promise<void> {
    const id = this.#id
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#id = crypto.randomUUID()
    this.#saved = null
    this.#change({ savedAt: null })
    const dropped = this.#outside.store.drop(id)
    this.#release?.()
    this.#release = undefined
    await dropped
  }

  async #findFree(): Promise<readonly StoredDraft[]> {
    const all = (await this.#outside.store.read(this.#outside.now())).filter(({ member, id }) => member === this.#outside.member && id !== this.#id)
    const free = await Promise.all(all.map(({ id }) => this.#outside.locks.request(lockOfDraft(id), { ifAvailable: true }, (lock) => lock !== null)))
    return all.filter((_, index) => free[index])
  }

  /** For as long as the page stands, or goes on with the draft. */
  async #hold(id: Id): Promise<boolean> {
    this.#release?.()
    this.#release = undefined
    return await new Promise((resolve) => {
      void this.#outside.locks.request(lockOfDraft(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        if (lock === null) return undefined
        return new Promise<void>((release) => {
          this.#release = () => release()
        })
      })
    })
  }

  #change(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function isSameTask(one: DraftTask | null, other: DraftTask | null): boolean {
  return one?.ref === other?.ref && one?.revision === other?.revision
}

/** Undefined for anything that no version of this page has written. */
function findContent(text: string): DraftContent | undefined {
  const value = JSON.parse(text) as Partial<DraftContent>
  return value.v === 1 && typeof value.entries === 'object' && value.entries !== null ? (value as DraftContent) : undefined
}
