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
  }
}
