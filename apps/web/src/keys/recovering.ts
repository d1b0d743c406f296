// The network's recovery sheets: new ones made, and two of them put together, in the worker and never sent.
import type { KeyWork } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'

export class Recovering {
  readonly #core: KeysCore

  constructor(core: KeysCore) {
    this.#core = core
  }

  /** To be printed, and listed by `write` or `propose` ({type: 'recovery', subject}). */
  async makeSheets(): Promise<Awaited<ReturnType<KeyWork['makeSheets']>>> {
    return await this.#core.call('makeSheets', [])
  }

  /** Two network sheets, as typed. Throws a ProblemError that says which sheet (`where.group`) and row. */
  async testSheets(sheets: readonly string[], recipient: string): Promise<void> {
    await this.#core.call('testSheets', [sheets, recipient])
  }
}
