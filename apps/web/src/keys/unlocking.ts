// Opening the keys with a secret, waiting for whoever is asked for it, locking them again; and the epochs that they open.
import { problem, ProblemError } from '@lykta/incident'
import type { BundleFile, KeysAnswer } from '../../../server/src/api/member-types.ts'
import { bytesOf } from './base64url.ts'
import { storedGrantOf } from './key-files.ts'
import type { Secret } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'
import type { LockReason } from './lock-clock.ts'
import type { VerifiedLog } from './verified-log.ts'

export class Unlocking {
  readonly #core: KeysCore
  readonly #log: VerifiedLog
  #waiting: ((unlocked: boolean) => void)[] = []
  #underWay = 0
  #lockAfter: LockReason | undefined

  constructor(core: KeysCore, log: VerifiedLog) {
    this.#core = core
    this.#log = log
  }

  /** By itself it waits for key files that are under way: they would otherwise stop halfway whenever somebody goes for coffee. */
  lock(reason: LockReason = 'asked'): void {
    if (this.#core.view.state !== 'unlocked') return
    if (reason !== 'asked' && this.#underWay > 0) this.#lockAfter = reason
    else this.#core.forget(reason)
  }

  /** What locks by itself meanwhile locks afterwards. */
  async keepOpen<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
      const reason = this.#lockAfter
      this.#lockAfter = undefined
      if (reason) this.lock(reason)
    }
  }

  /** Throws a ProblemError: `keys.none` without a file for that way in, or what `unlock…` of packages/seal says. */
  async unlock(secret: Secret, credential: string | null = null): Promise<void> {
    const owner = this.#core.getOwner()
    const { bundles, grants } = await this.#core.ask<KeysAnswer>('keys')
    const files = bundles.filter(({ way, credential: of }) => way === secret.way && (way !== 'passkey' || credential === null || of === credential))
    if (files.length === 0) throw new ProblemError([problem('keys.none', { way: secret.way })])
    await tryEach(files, (file) => this.#core.call('unlock', [bytesOf(file.file), secret, owner]))
    this.#core.change({ state: 'unlocked', lockedBy: null })
    // The keys are open whatever the log is like; without a sound log they open and sign nothing.
    const { log } = await this.#log.refresh()
    if (log) {
      this.#core.change({ own: await this.#core.call('checkOwn', []), refusedGrants: await this.#core.call('openGrants', [grants.map(storedGrantOf)]) })
    }
    this.#answer(true)
  }

  /** True at once when unlocked; else opens the dialog and waits for what the person does there. */
  async ask(): Promise<boolean> {
    if (this.#core.view.state === 'unlocked') return true
    this.#core.change({ asking: true })
    return await new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  /** The dialog was closed. */
  cancel(): void {
    this.#answer(false)
  }

  /** A grant may have come since the keys were unlocked. */
  async openEpoch(epoch: number): Promise<void> {
    if (await this.canOpen(epoch)) return
    const { grants } = await this.#core.ask<KeysAnswer>('keys')
    this.#core.change({ refusedGrants: await this.#core.call('openGrants', [grants.map(storedGrantOf)]) })
  }

  async canOpen(epoch: number): Promise<boolean> {
    return (await this.#core.call('openEpochs', [])).includes(epoch)
  }

  #answer(unlocked: boolean): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#core.change({ asking: false })
    for (const resolve of waiting) resolve(unlocked)
  }
}

/** Several passkeys may be registered, and an old browser does not say which one answered. */
async function tryEach<Result>(files: readonly BundleFile[], open: (file: BundleFile) => Promise<Result>): Promise<Result> {
  for (const [index, file] of files.entries()) {
    try {
      return await open(file)
    } catch (error) {
      if (index === files.length - 1 || !(error instanceof ProblemError)) throw error
    }
  }
  throw new Error('keys: no file to try')
}
