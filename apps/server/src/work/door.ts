// What happens at the door, for whoever keeps watch: sign-ins, refusals, limits. Written after the answer; a flood becomes one line with a number.
import { type Id } from '@lykta/incident'
import { findMemberships, noteDoorEvent, type Register } from '@lykta/register'
import { describeDefect } from '../http/describe-defect.ts'

/** docs/operating.md says what each means. */
export type DoorCode =
  | 'sign-in.done' | 'sign-in.failed' | 'sign-out' | 'session.ended'
  | 'factor.added' | 'factor.removed' | 'passkey.added' | 'passkey.removed' | 'password.changed' | 'provider.linked' | 'provider.unlinked' | 'way-in.refused'
  | 'invitation.used' | 'invitation.refused' | 'recovery.refused'
  | 'access.refused' | 'request.refused' | 'limit.reached'

export type Happening = {
  readonly code: DoorCode
  readonly about: string
  /** Who it was: as the register knows her, or as the sign-in does; what she gave as her address is looked up and not kept. */
  readonly who: { readonly id: string } | { readonly login: string } | { readonly email: string } | undefined
}

export type Door = { readonly note: (register: Register, network: Id, happening: Happening) => void }

export type DoorOptions = {
  readonly log: (line: string) => void
  readonly stopping: AbortSignal
  /** How many of a kind and by one and the same are written each by itself, and in how many milliseconds. */
  readonly allowance?: { readonly lines: number; readonly window: number } | undefined
}

type Window = {
  readonly register: Register
  readonly network: Id
  readonly code: DoorCode
  readonly who: string
  readonly until: number
  readonly timer: NodeJS.Timeout
  written: number
  held: number
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function makeDoor({ log, stopping, allowance = { lines: 30, window: 600_000 } }: DoorOptions): Door {
  const windows = new Map<string, Window>()
  const defect = (error: unknown): void => {
    if (!stopping.aborted) log(`door event not written: ${describeDefect(error)}`)
  }

  /** What was held back, when its time is over: how often, and not where. */
  async function release(key: string): Promise<void> {
    const window = windows.get(key)
    if (!window) return
    clearTimeout(window.timer)
    windows.delete(key)
    const { register, network, code, who, held } = window
    if (held > 0) await noteDoorEvent(register, network, { code, about: '', who, times: held })
  }

  /** By who it was: a flood by strangers, under whatever addresses they make up, hides nothing that is said of a member. */
  function windowOf(register: Register, network: Id, code: DoorCode, who: string): Window {
    const key = `${network} ${code} ${who}`
    const known = windows.get(key)
    if (known && known.until > Date.now()) return known
    if (known) void release(key).catch(defect)
    const timer = setTimeout(() => void release(key).catch(defect), allowance.window)
    timer.unref()
    const window = { register, network, code, who, until: Date.now() + allowance.window, timer, written: 0, held: 0 }
    windows.set(key, window)
    return window
  }

  async function note(register: Register, network: Id, { code, about, who: by }: Happening): Promise<void> {
    const who = await idOf(register, network, by)
    const window = windowOf(register, network, code, who)
    if (window.written >= allowance.lines && !stopping.aborted) {
      window.held += 1
      return
    }
    window.written += 1
    await noteDoorEvent(register, network, { code, about, who, times: 1 })
  }

  stopping.addEventListener('abort', () => {
    for (const key of windows.keys()) void release(key).catch(defect)
  }, { once: true })
  return { note: (register, network, happening) => void note(register, network, happening).catch(defect) }
}

async function idOf(register: Register, network: Id, who: Happening['who']): Promise<string> {
  if (who === undefined) return 'unknown'
  if ('id' in who) return uuid.test(who.id) ? who.id : 'unknown'
  const login = 'login' in who ? who.login : await findLogin(register, who.email)
  const membership = login === undefined ? undefined : (await findMemberships(register, login)).find((one) => one.network === network && one.active)
  return membership?.member ?? 'unknown'
}

async function findLogin({ signIn }: Register, email: string): Promise<string | undefined> {
  const { rows: [row] } = await signIn.query<{ readonly id: string }>('select "id" from "user" where "email" = $1', [email])
  return row?.id
}
