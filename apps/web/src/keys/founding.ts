// Founding a network: its keys are made and open before there is a session, and forgotten when the page is left before they are stored.
import { problem, ProblemError } from '@lykta/incident'
import type { FoundingAnswer, FoundingRequest, SessionAnswer } from '../../../server/src/api/member-types.ts'
import type { FoundingKeys, ToFound } from './founding-keys.ts'
import { bundleOf, grantFileOf } from './key-files.ts'
import type { KeysCore } from './keys-core.ts'
import type { VerifiedLog } from './verified-log.ts'

export class Founding {
  readonly #core: KeysCore
  readonly #log: VerifiedLog

  constructor(core: KeysCore, log: VerifiedLog) {
    this.#core = core
    this.#log = log
  }

  async make(toFound: ToFound, onStep: (step: number) => void): Promise<FoundingKeys> {
    const made = await this.#core.call('found', [toFound], onStep)
    this.#core.isBeginning = true
    this.#core.change({ state: 'unlocked', lockedBy: null })
    return made
  }

  /** The page was left before anything was stored. */
  abandon(): void {
    if (!this.#core.isBeginning) return
    this.#core.isBeginning = false
    this.#core.forget(null)
  }

  /**
   * Sends what was made; from here on the session is the founder's. Throws a ProblemError (`keys.founded-unanswered`) when the
   * network stands and its answer was lost on the way: then there is a sign-in, and no session.
   */
  async store(request: Omit<FoundingRequest, 'genesis' | 'bundles' | 'grants'>, made: FoundingKeys): Promise<FoundingAnswer> {
    const body: FoundingRequest = {
      ...request, genesis: made.genesis, bundles: [bundleOf('passphrase', null, made.file)], grants: made.grants.map(grantFileOf),
    }
    const { network, founder } = request
    const answer = await this.#core.ask<FoundingAnswer>('founding', { method: 'POST', body }).catch(async (error: unknown): Promise<FoundingAnswer> => {
      const session = await this.#core.ask<SessionAnswer>('session').catch(() => undefined)
      if (session?.network.id !== network.id || session.state === 'local') throw error
      this.#log.pin(network.id, made.genesisHash, 'founding')
      if (session.state === 'signed-in') return { session }
      this.#core.isBeginning = false
      throw new ProblemError([problem('keys.founded-unanswered')])
    })
    this.#log.pin(network.id, made.genesisHash, 'founding')
    this.#core.setOwner({ network: network.id, member: founder.member })
    await this.#log.refresh()
    return answer
  }
}
