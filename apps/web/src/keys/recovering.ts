// The network's recovery sheets: new ones made, two of them tested, and two of them used when nothing else opens the network any more.
import { type Id, problem, ProblemError } from '@lykta/incident'
import type { RecoveryAct } from '@lykta/seal'
import type { RecoveryAnswer, RecoveryDone, RecoveryRequest, RecoveryWait, SessionAnswer, SheetsProof } from '../../../server/src/api/member-types.ts'
import { FailureError } from '../api/ask.ts'
import { bundleOf, grantFileOf, storedGrantOf } from './key-files.ts'
import type { KeyWork, MadeKeys } from './key-work.ts'
import type { KeysCore } from './keys-core.ts'
import type { KeysOwner } from './keys-view.ts'
import type { LogView } from './log-view.ts'
import type { VerifiedLog } from './verified-log.ts'

/** `genesis`: as the sheets' text says it; null when only rows were typed. */
export type SheetsFor = { readonly network: Id; readonly genesis: string | null }
export type RecoveryLook = Omit<RecoveryAnswer, 'lines'> & { readonly log: LogView }
export type RecoveryToDo = Pick<RecoveryRequest, 'organisation' | 'signIn'> & { readonly made: MadeKeys; readonly gone: readonly Id[] }

export class Recovering {
  readonly #core: KeysCore
  readonly #log: VerifiedLog

  constructor(core: KeysCore, log: VerifiedLog) {
    this.#core = core
    this.#log = log
  }

  /** To be printed, and listed by `write` or `propose` ({type: 'recovery', subject}). */
  async makeSheets(): Promise<Awaited<ReturnType<KeyWork['makeSheets']>>> {
    return await this.#core.call('makeSheets', [])
  }

  /** Two network sheets, as typed. Throws a ProblemError that says which sheet (`where.group`) and row. */
  async testSheets(sheets: readonly string[], recipient: string): Promise<void> {
    await this.#core.call('testSheets', [sheets, recipient])
  }

  /** The same before the log can be seen; they stay in the worker until `forgetSheets`. */
  async combineSheets(sheets: readonly string[]): Promise<void> {
    await this.#core.call('combineSheets', [sheets])
  }

  /**
   * How it stands, with the log verified here. Throws a ProblemError: `recovery.foreign` for sheets that are not this network's, or were
   * replaced, `recovery.other-log` when the log that the server shows lists others, or the findings of the log.
   */
  async look({ network, genesis }: SheetsFor): Promise<RecoveryLook> {
    const { lines, ...answer } = await this.#send<RecoveryAnswer>(network, 'look', 'look')
    const log = await this.#log.take(network, lines, genesis)
    if (!(await this.#core.call('areSheetsListed', []))) throw new ProblemError([problem('recovery.other-log')])
    return { ...answer, log }
  }

  /** Told to every member; whoever announces what stands already gets that. */
  async announce({ network }: SheetsFor): Promise<RecoveryWait> {
    return await this.#send<RecoveryWait>(network, 'announce', 'announcement')
  }

  /** New ones for whoever is to be coordinator, open from here on and stored with the rest. Nothing locks by itself meanwhile: they are nowhere else. */
  async makeKeys(owner: KeysOwner): Promise<MadeKeys> {
    const made = await this.#core.call('makeKeys', [owner])
    this.#core.isBeginning = true
    this.#core.change({ state: 'unlocked', lockedBy: null })
    return made
  }

  /**
   * All of it in one request, made as the log stands now: when it is refused nothing has changed, and it can be sent again with the
   * same passphrase. Throws a ProblemError (`recovery.stored-unanswered`) when it was stored and the answer was lost on the way.
   */
  async complete(sheets: SheetsFor, { made, organisation, gone, signIn }: RecoveryToDo, owner: KeysOwner): Promise<{ readonly session: SessionAnswer; readonly closed: readonly number[] }> {
    const { usable } = await this.look(sheets)
    if (!usable) throw new ProblemError([problem('recovery.stopped')])
    const createdAt = this.#core.now()
    const { lines, grants, closed } = await this.#core.call('recover', [{ organisation, gone, createdAt, grants: usable.grants.map(storedGrantOf) }])
    const request: Omit<RecoveryRequest, 'proof'> = {
      member: owner.member, organisation, signIn, lines, grants: grants.map(grantFileOf), createdAt,
      keys: { ...made.publicKeys, bundles: [bundleOf('passphrase', null, made.file)] },
    }
    const done = await this.#send<RecoveryDone>(owner.network, 'complete', 'completion', request).catch(async (error: unknown): Promise<RecoveryDone> => {
      if (!(await this.#isStored(sheets, owner, made))) throw error
      return { session: null }
    })
    const session = done.session ?? (await this.#core.ask<SessionAnswer>('session'))
    this.#core.isBeginning = session.state === 'signed-in'
    if (session.state !== 'signed-in') throw new ProblemError([problem('recovery.stored-unanswered')])
    this.#core.setOwner(owner)
    this.#core.isBeginning = false
    await this.#log.refresh()
    this.#core.change({ own: await this.#core.call('checkOwn', []) })
    return { session, closed }
  }

  /** The page was left: whatever the worker holds goes, unless somebody's own keys have been stored meanwhile. */
  forgetSheets(): void {
    this.#core.isBeginning = false
    this.#core.forget(null)
  }

  async #isStored(sheets: SheetsFor, { member }: KeysOwner, { publicKeys }: MadeKeys): Promise<boolean> {
    const look = await this.look(sheets).catch(() => undefined)
    return look?.log.holders.some(({ id, verifyKey }) => id === member && verifyKey === publicKeys.verifyKey) ?? false
  }

  async #send<Answer>(network: Id, act: RecoveryAct, path: string, more?: object): Promise<Answer> {
    const at = this.#core.now()
    const proof: SheetsProof = { at, signature: await this.#core.call('proveSheets', [{ v: 1, network, act, at }]) }
    return await this.#core.ask<Answer>(`recovery/${path}`, { method: 'POST', body: more ? { proof, ...more } : proof }).catch((error: unknown) => {
      if (error instanceof FailureError && error.failure.status === 404) throw new ProblemError([problem('recovery.foreign')])
      throw error
    })
  }
}
