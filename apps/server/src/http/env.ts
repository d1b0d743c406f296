// What every route finds in its context: who asks, and the desk at which she sits.
import type { CallerOf } from '../access/caller.ts'
import type { Resolved } from '../access/resolve-caller.ts'
import type { Desk } from '../work/desk.ts'

export type Env = {
  readonly Variables: {
    /** Its context is the caller's: what the register is asked with it, it is asked as her. */
    readonly desk: Desk
    readonly caller: CallerOf
    /** All that is known of the request: which networks there are, whether one can be founded. */
    readonly resolved: Resolved
    /** Somebody known asked for what she may not: the answer is that of what is not there. */
    readonly forbidden?: boolean
    /** The sign-in's id, when this request has signed her in; the address that was tried with a password. For the door's log alone. */
    readonly signedInAs?: string
    /** A code app was set up with this request. */
    readonly addedFactor?: boolean
    /** An account with the identity provider is hers since this request. */
    readonly linkedProvider?: boolean
    readonly triedAs?: string
  }
}
