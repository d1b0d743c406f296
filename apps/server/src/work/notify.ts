// Whom to tell that something is new, after it is stored: at most one letter in a while to each, whatever happens.
import type { Id, Language } from '@lykta/incident'
import { inNetwork, type Member, readMembers } from '@lykta/register'
import { describeDefect } from '../http/describe-defect.ts'
import type { Desk } from './desk.ts'
import type { Mail } from './mail.ts'

export type News =
  /** An incident, an answer, keys or a device to look at. */
  | { readonly for: 'coordinators' }
  | { readonly for: 'member'; readonly member: Id }
  /** Two recovery sheets have been put together and used: nobody should first hear of it from the log. */
  | { readonly for: 'everybody' }
  /** A question or an outcome: to whoever wrote it, or to the organisation when that was a device. */
  | { readonly for: 'author'; readonly author: string; readonly organisation: Id }

/** Returns at once; the one who acts is not told. */
export type Notify = (desk: Desk, news: News) => void

export type NotifyOptions = {
  /** Undefined: no letters are sent. */
  readonly mail: Mail | undefined
  readonly findAddresses: (logins: readonly string[]) => Promise<ReadonlyMap<string, { readonly email: string; readonly language: Language }>>
  readonly log: (line: string) => void
  /** In milliseconds: how many letters somebody gets should not say how much was reported. */
  readonly quiet?: number | undefined
}

export function makeNotify({ mail, findAddresses, log, quiet = 600_000 }: NotifyOptions): Notify {
  if (!mail) return () => {}
  /** When the next letter may go to a sign-in, and whether one is waiting for that. */
  const next = new Map<string, { readonly at: number; waits: boolean }>()

  const send = async (login: string): Promise<void> => {
    const address = (await findAddresses([login])).get(login)
    if (address) mail.send({ to: address.email, language: address.language })
  }
  const tell = async (login: string): Promise<void> => {
    const now = Date.now()
    const known = next.get(login)
    if (known && known.at > now) {
      if (known.waits) return
      known.waits = true
      setTimeout(() => void tell(login).catch(defect), known.at - now).unref()
      return
    }
    next.set(login, { at: now + quiet, waits: false })
    await send(login)
  }
  const defect = (error: unknown): void => log(`letter not written: ${describeDefect(error)}`)

  return (desk, news) => void (async () => {
    const members = await inNetwork(desk.register, { network: desk.network.id, member: 'operator' }, readMembers)
    const told = whom(members, news).filter(({ id }) => id !== desk.context.member)
    for (const { login } of told) if (login !== null) await tell(login)
  })().catch(defect)
}

function whom(members: readonly Member[], news: News): readonly Member[] {
  const active = members.filter((member) => member.active)
  if (news.for === 'coordinators') return active.filter(({ role }) => role === 'coordinator')
  if (news.for === 'everybody') return active
  if (news.for === 'member') return active.filter(({ id }) => id === news.member)
  const author = active.filter(({ id }) => id === news.author)
  return author.length > 0 ? author : active.filter(({ role, organisation }) => organisation === news.organisation && (role === 'reporter' || role === 'core-member'))
}
