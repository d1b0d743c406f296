// What all that is done with keys stands on: the worker, the server, whose keys they are, and the view that pages watch.
import type { Asking } from '../api/ask.ts'
import { type KeysOwner, type KeysView, nothingOpen } from './keys-view.ts'
import type { LockReason } from './lock-clock.ts'
import type { PinStore } from './pinned.ts'
import type { KeyPort } from './worker-port.ts'

export type Outside = {
  readonly port: KeyPort
  readonly ask: <Answer>(path: string, asking?: Asking) => Promise<Answer>
  readonly pins: PinStore
  readonly now: () => string
}

export class KeysCore {
  readonly pins: PinStore
  readonly now: () => string
  /** While a network is being founded, or its sheets bring it back, the keys are there before the session is. */
  isBeginning = false
  readonly #outside: Outside
  readonly #listeners = new Set<() => void>()
  #view = nothingOpen
  #owner: KeysOwner | null = null

  constructor(outside: Outside) {
    this.#outside = outside
    this.pins = outside.pins
    this.now = outside.now
  }

  get view(): KeysView {
    return this.#view
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whose keys these are; null when nobody is signed in. Another one finds nothing of the one before. */
  setOwner(owner: KeysOwner | null): void {
    if (owner?.network === this.#owner?.network && owner?.member === this.#owner?.member) return
    const isOwn = this.#view.state === 'unlocked' && this.#owner === null && owner !== null && this.isBeginning
    this.#owner = owner
    if (!isOwn) this.forget(null)
    this.isBeginning = false
  }

  getOwner(): KeysOwner {
    if (!this.#owner) throw new Error('keys: nobody is signed in')
    return this.#owner
  }

  call: KeyPort['call'] = (name, values, onStep) => this.#outside.port.call(name, values, onStep)

  ask<Answer>(path: string, asking?: Asking): Promise<Answer> {
    return this.#outside.ask<Answer>(path, asking)
  }

  change(change: Partial<KeysView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  forget(lockedBy: LockReason | null): void {
    this.#outside.port.end()
    this.change({ ...nothingOpen, lockedBy, asking: this.#view.asking })
  }
}
