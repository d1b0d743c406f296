// One's own keys: made, stored under passphrase, passkey and sheet, and compared with what the log lists.
import type { OwnKeysFinding, PrintedRow } from '@lykta/seal'
import type { BundleFile, KeysAnswer, NewKeys } from '../../../server/src/api/member-types.ts'
import { bundleOf } from './key-files.ts'
import type { MadeKeys } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'
import type { VerifiedLog } from './verified-log.ts'

export class OwnKeys {
  readonly #core: KeysCore
  readonly #log: VerifiedLog

  constructor(core: KeysCore, log: VerifiedLog) {
    this.#core = core
    this.#log = log
  }

  /** Makes them and leaves them open; nothing is stored before `store()`. `recipient` is sent also for a reporter: it harms nothing. */
  async make(): Promise<Pick<MadeKeys, 'words' | 'passphrase' | 'publicKeys'> & { readonly store: () => Promise<void> }> {
    const { words, passphrase, publicKeys, file } = await this.#core.call('makeKeys', [this.#core.getOwner()])
    this.#core.change({ state: 'unlocked', lockedBy: null })
    const request: NewKeys = { ...publicKeys, bundles: [bundleOf('passphrase', null, file)] }
    return {
      words, passphrase, publicKeys,
      store: async () => {
        await this.#core.ask('keys', { method: 'PUT', body: request })
      },
    }
  }

  /** Shown once; `store()` when it has been asked back. */
  async changePassphrase(): Promise<{ readonly passphrase: string; readonly store: () => Promise<void> }> {
    const { passphrase, file } = await this.#core.call('makePassphraseFile', [])
    return { passphrase, store: () => this.#putBundles([bundleOf('passphrase', null, file)]) }
  }

  async addPasskey({ credential, prf }: { readonly credential: string; readonly prf: Uint8Array }): Promise<void> {
    const file = await this.#core.call('makePasskeyFile', [prf])
    const { bundles } = await this.#core.ask<KeysAnswer>('keys')
    const others = bundles.filter((one) => one.way === 'passkey' && one.credential !== credential)
    await this.#putBundles([...others, bundleOf('passkey', credential, file)])
  }

  async makeSheet(): Promise<{ readonly rows: readonly PrintedRow[]; readonly store: () => Promise<void> }> {
    const { file, rows } = await this.#core.call('makeOwnSheet', [])
    return { rows, store: () => this.#putBundles([bundleOf('sheet', null, file)]) }
  }

  /** Of the keys that are open, for reading aloud; the server's word is not asked. */
  async words(): Promise<readonly string[]> {
    return await this.#core.call('ownWords', [])
  }

  /** Of the keys that are open; the server's word is not asked. */
  async recipient(): Promise<string> {
    return await this.#core.call('ownRecipient', [])
  }

  /** What was sealed to oneself (`packParcel`). */
  async open(file: Uint8Array): Promise<string> {
    return await this.#core.call('openOwn', [file])
  }

  /** Whether the log lists these keys for their owner: empty once it does. */
  async check(): Promise<readonly OwnKeysFinding[]> {
    await this.#log.get()
    const own = await this.#core.call('checkOwn', [])
    this.#core.change({ own })
    return own
  }

  async #putBundles(bundles: readonly BundleFile[]): Promise<void> {
    await this.#core.ask('keys/bundles', { method: 'PUT', body: bundles })
  }
}
