// Letting somebody in, and out: members by words that were heard, devices by their proof, and the new key when a reader goes.
import type { Id } from '@lykta/incident'
import type { DeviceCode, PublicKeys } from '@lykta/seal'
import { base64urlOf } from './base64url.ts'
import type { DeviceToCheck, LogChange } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'
import type { LogView } from './log-view.ts'
import type { LogWriter } from './log-writing.ts'
import type { VerifiedLog } from './verified-log.ts'

export class Joining {
  readonly #core: KeysCore
  readonly #log: VerifiedLog
  readonly #writer: LogWriter

  constructor(core: KeysCore, log: VerifiedLog, writer: LogWriter) {
    this.#core = core
    this.#log = log
    this.#writer = writer
  }

  async wordsOf(publicKeys: PublicKeys): Promise<readonly string[]> {
    return await this.#core.call('wordsOf', [publicKeys])
  }

  async admit(subject: Extract<LogChange, { readonly type: 'add' }>['subject']): Promise<LogView> {
    return await this.#writer.write({ path: 'log', changes: [{ type: 'add', subject }] })
  }

  async admitDevice(entry: DeviceToCheck): Promise<LogView | false> {
    if (!(await this.#core.call('isOwnDevice', [entry]))) return false
    const { device, organisation, verifyKey } = entry
    return await this.#writer.write({ path: 'log', changes: [{ type: 'device', subject: { device, organisation, verifyKey } }] })
  }

  async deviceSecret(code: DeviceCode): Promise<string> {
    return base64urlOf(await this.#core.call('deviceSecret', [code]))
  }

  /** Of somebody whom the log does not list (a reader, or one whose keys were never confirmed) no line is written. */
  async remove(kind: 'members' | 'devices', id: Id): Promise<LogView> {
    const { holders } = await this.#log.get()
    const changes: readonly LogChange[] = holders.some((holder) => holder.id === id) ? [{ type: 'remove', subject: { id } }] : []
    return await this.#writer.write({ path: `${kind}/${id}/removal`, changes })
  }
}
