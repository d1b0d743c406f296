// A new epoch's key, and taking the key files that are still under an earlier one to it.
import { type Id, problem, ProblemError } from '@lykta/incident'
import type { SealedKeyFile, SealedKeyPage, SealedKeysAnswer, SealedKeysRequest, ServerMadeKeys } from '../../../server/src/api/member-types.ts'
import { base64urlOf, bytesOf } from './base64url.ts'
import type { KeysCore } from './keys-core.ts'
import type { LogView } from './log-view.ts'
import type { LogWriter } from './log-writing.ts'
import type { Unlocking } from './unlocking.ts'
import type { VerifiedLog } from './verified-log.ts'

export type Progress = { readonly done: number; readonly left: number }

export class Rotating {
  readonly #core: KeysCore
  readonly #log: VerifiedLog
  readonly #unlocking: Unlocking
  readonly #writer: LogWriter

  constructor(core: KeysCore, log: VerifiedLog, unlocking: Unlocking, writer: LogWriter) {
    this.#core = core
    this.#log = log
    this.#unlocking = unlocking
    this.#writer = writer
  }

  async rotate(): Promise<LogView> {
    return await this.#writer.write({ path: 'log', changes: [], rotate: true })
  }

  /**
   * Takes key files to the current epoch, a page at a time; whatever was done stays done when it is stopped. Throws a ProblemError
   * (`keys.no-grant`) when files are left whose epoch this member cannot open.
   */
  async rewrap(onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    await this.#unlocking.keepOpen(() => this.#rewrapAll(onProgress, signal))
  }

  /** Keys that `lykta init` made, opened with the passphrase it showed, for `rewrap`. */
  async openServerMade(passphrase: string): Promise<void> {
    const { epochs } = await this.#core.ask<ServerMadeKeys>('keys/server-made')
    await this.#core.call('openServerMade', [epochs.map(({ epoch, file }) => ({ epoch, file: bytesOf(file) })), passphrase])
  }

  async #rewrapAll(onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    await this.#log.get()
    let [done, after] = [0, null as Id | null]
    const closed = new Set<number>()
    for (;;) {
      signal?.throwIfAborted()
      const page = await this.#core.ask<SealedKeyPage>(`sealed-keys${after === null ? '' : `?after=${after}`}`, signal ? { signal } : {})
      if (page.needsSession) throw new ProblemError([problem('keys.needs-session')])
      const made: SealedKeyFile[] = []
      const epoch = this.#core.view.log?.epoch.epoch ?? 0
      for (const { sealedId, epoch: from, key } of page.keys) {
        signal?.throwIfAborted()
        if (!(await this.#unlocking.canOpen(from))) {
          closed.add(from)
          continue
        }
        made.push({ sealedId, epoch, key: base64urlOf(await this.#core.call('rewrap', [from, bytesOf(key)])) })
        if (made.length % 20 === 0) onProgress({ done: done + made.length, left: page.left - made.length })
      }
      const request: SealedKeysRequest = { keys: made }
      const { left } = made.length > 0 ? await this.#core.ask<SealedKeysAnswer>('sealed-keys', { method: 'POST', body: request }) : page
      done += made.length
      onProgress({ done, left })
      if (page.next === null) break
      after = page.next
    }
    if (closed.size > 0) throw new ProblemError([...closed].map((epoch) => problem('keys.no-grant', { epoch })))
  }
}
