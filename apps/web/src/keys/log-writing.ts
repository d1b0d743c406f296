// Writing into the log: signed in the worker, sent with what belongs to it, and verified like everybody's lines; one after the other.
import type { Id } from '@lykta/incident'
import type { LogRequest } from '../../../server/src/api/member-types.ts'
import { FailureError } from '../api/ask.ts'
import { grantFileOf } from './key-files.ts'
import type { KeyWork, LogChange, NewLines } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'
import type { LogView } from './log-view.ts'
import type { Unlocking } from './unlocking.ts'
import type { VerifiedLog } from './verified-log.ts'

export type LogWriting = {
  /** Under /api: 'log', 'members/ID/removal' … */
  readonly path: string
  readonly changes: readonly LogChange[]
  readonly rotate?: boolean
  /** Further members of the request. */
  readonly extra?: Readonly<Record<string, unknown>>
}

type Sending = [path: string, extra: Readonly<Record<string, unknown>>, make: (createdAt: string) => Promise<NewLines>]

export class LogWriter {
  readonly #core: KeysCore
  readonly #log: VerifiedLog
  readonly #unlocking: Unlocking
  #before: Promise<unknown> = Promise.resolve()

  constructor(core: KeysCore, log: VerifiedLog, unlocking: Unlocking) {
    this.#core = core
    this.#log = log
    this.#unlocking = unlocking
  }

  /** Signs, sends, and verifies what came of it; once more from the start when somebody else was faster. */
  async write({ path, changes, rotate = false, extra = {} }: LogWriting): Promise<LogView> {
    return await this.#send(path, extra, (createdAt) => this.#core.call('change', [changes, createdAt, rotate]))
  }

  /** A line that waits for a second coordinator, as text. */
  async propose(change: LogChange, approver: Id): Promise<string> {
    await this.#log.get()
    return await this.#core.call('propose', [change, approver, this.#core.now()])
  }

  async readProposal(text: string): Promise<ReturnType<KeyWork['readProposal']>> {
    return await this.#core.call('readProposal', [text.trim()])
  }

  async approve(text: string, path = 'log', extra: LogWriting['extra'] = {}): Promise<LogView> {
    return await this.#send(path, extra, (createdAt) => this.#core.call('approve', [text.trim(), createdAt]))
  }

  /** One after the other: two lines at once would both follow the same one, and one of them be refused. */
  async #send(...sending: Sending): Promise<LogView> {
    const turn = this.#before.then(() => this.#sendNow(...sending))
    this.#before = turn.catch(() => undefined)
    return await turn
  }

  async #sendNow(...[path, extra, make]: Sending): Promise<LogView> {
    const attempt = async (): Promise<void> => {
      const { epoch } = await this.#log.get()
      await this.#unlocking.openEpoch(epoch.epoch)
      const createdAt = this.#core.now()
      const { lines, grants } = await make(createdAt)
      const request: LogRequest = { lines, grants: grants.map(grantFileOf), createdAt }
      await this.#core.ask(path, { method: 'POST', body: { ...extra, ...request } })
    }
    await attempt().catch(async (error: unknown) => {
      if (!(error instanceof FailureError) || error.failure.status !== 409) throw error
      await attempt()
    })
    return await this.#log.get()
  }
}
