// Whom to tell that something is new, after it is stored: at most one letter in a while to each, whatever happens, and over a restart.
import type { Id, Language } from '@lykta/incident'
import { inNetwork, type LetterToSend, type Member, nextLetterAt, readMembers, settleLetter, takeLetter, wantLetter } from '@lykta/register'
import { findHolder, type Membership } from '@lykta/seal'
import { describeDefect } from '../http/describe-defect.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import type { Mail } from './mail.ts'

export type News =
  /** An incident, an answer, keys or a device to look at. */
  | { readonly for: 'coordinators' }
  /** A draft of an edition to agree to, or to stop. */
  | { readonly for: 'core-group' }
  | { readonly for: 'member'; readonly member: string }
  /** What an organisation is to do next in a case, or what was opened to it: its members of the core group. */
  | { readonly for: 'organisation'; readonly organisation: Id }
  /** Its situation before a meeting, or its answers of a year, which it has not given: whoever may give it. */
  | { readonly for: 'situation'; readonly organisation: Id; readonly circle: 'core' | 'network' }
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
  /** How long to wait after each try that failed, in milliseconds; after the last it is given up. */
  readonly waits?: readonly number[] | undefined
  /** Aborted when the server stops: what waits, waits in the register. */
  readonly stopping: AbortSignal
}

export type Letters = {
  readonly notify: Notify
  /** Sends what an earlier run of the program has left waiting. */
  readonly resume: (desk: Desk) => void
}

const minute = 60_000
/** A day without the mail server is bridged. */
const usualWaits: readonly number[] = [minute, 10 * minute, 60 * minute, 6 * 60 * minute, 24 * 60 * minute]
/** What coordinators are told of, as the audit calls it. */
const newsOfCoordinators = ['incident.enter', 'incident.correct', 'incident.withdraw', 'message.answer', 'keys.make', 'device.enrol']
const longestTimer = 2 ** 31 - 1

export function makeLetters({ mail, findAddresses, log, quiet = 10 * minute, waits = usualWaits, stopping }: NotifyOptions): Letters {
  if (!mail) return { notify: () => {}, resume: () => {} }
  const post = mail
  const timers = new Map<Id, NodeJS.Timeout>()
  const draining = new Map<Id, Promise<void>>()
  const defect = (error: unknown): void => {
    if (!stopping.aborted) log(`letter not written: ${describeDefect(error)}`)
  }
  // A program that dies while it sends finds the letter due again after this.
  const patience = (tries: number): number => waits[tries - 1] ?? minute

  async function send({ register, network }: Desk, letter: LetterToSend, members: readonly Member[]): Promise<void> {
    const login = members.find(({ id, active }) => active && id === letter.member)?.login ?? null
    const address = login === null ? undefined : (await findAddresses([login])).get(login)
    const fault = address && address.email !== '' ? await post.send({ to: address.email, language: address.language }) : undefined
    if (fault !== undefined) log(`mail not sent (${fault}), ${letter.tries > waits.length ? 'given up' : 'will be tried again'}`)
    if (fault === undefined || letter.tries > waits.length) await settleLetter(register, network.id, letter, fault === undefined && address ? quiet : 0)
  }

  /** All that are due, one after the other; then the clock is set for the next. */
  async function drain(desk: Desk): Promise<void> {
    const { register, network } = desk
    clearTimeout(timers.get(network.id))
    for (;;) {
      if (stopping.aborted) return
      const letter = await takeLetter(register, network.id, patience)
      if (!letter) break
      await send(desk, letter, await inNetwork(register, { network: network.id, member: 'operator' }, readMembers))
    }
    const next = await nextLetterAt(register, network.id)
    if (next === undefined || stopping.aborted) return
    const timer = setTimeout(() => begin(desk), Math.min(Math.max(0, next.getTime() - Date.now()), longestTimer))
    // A server that is told to stop does not wait for a letter.
    timer.unref()
    timers.set(network.id, timer)
  }

  /** One at a time: whoever comes meanwhile finds out afterwards whether anything was left. */
  function begin(desk: Desk): void {
    const before = draining.get(desk.network.id) ?? Promise.resolve()
    draining.set(desk.network.id, before.then(() => drain(desk)).catch(defect))
  }
  /** A program that died between storing and asking for the letter: what the audit says of the last day, and a coordinator has not been told since. */
  async function wantLost({ register, network }: Desk): Promise<void> {
    const lost = await inNetwork(register, { network: network.id, member: 'operator' }, async (transaction) => {
      const { run } = transaction
      const acts = await run(`select actor, extract(epoch from max(at)) as at from lykta.audit where network_id = $1 and at > $2 and split_part(action, ':', 1) = any($3) group by actor`,
        [network.id, new Date(Date.now() - 24 * 60 * minute), newsOfCoordinators])
      const letters = await run('select member_id as member, wanted, extract(epoch from due_at) as at from lykta.letter where network_id = $1', [network.id])
      return whom(await readMembers(transaction), await findMembership(register, transaction), { for: 'coordinators' }).filter(({ id, login }) => {
        const latest = Math.max(...acts.filter(({ actor }) => actor !== id).map(({ at }) => Number(at)))
        const letter = letters.find(({ member }) => member === id)
        return login !== null && letter?.['wanted'] !== true && latest > (letter === undefined ? 0 : Number(letter['at']) - quiet / 1000)
      })
    })
    for (const { id } of lost) await wantLetter(register, network.id, id)
  }
  stopping.addEventListener('abort', () => {
    for (const timer of timers.values()) clearTimeout(timer)
  })

  return {
    notify: (desk, news) => void (async () => {
      const [members, membership] = await inNetwork(desk.register, { network: desk.network.id, member: 'operator' }, async (transaction) =>
        [await readMembers(transaction), await findMembership(desk.register, transaction)] as const)
      const told = whom(members, membership, news).filter(({ id, login }) => login !== null && id !== desk.context.member)
      for (const { id } of told) await wantLetter(desk.register, desk.network.id, id)
      if (told.length > 0) begin(desk)
    })().catch(defect),
    resume: (desk) => void wantLost(desk).catch(defect).then(() => begin(desk)),
  }
}

/** Of what somebody writes those alone whom the log lists: whoever waits until her words are heard is not told how often something is reported. */
function whom(members: readonly Member[], membership: Membership | undefined, news: News): readonly Member[] {
  const active = members.filter((member) => member.active)
  const listed = active.filter(({ id, role, organisation }) => {
    const holder = membership && findHolder(membership, id)
    return holder?.role === role && holder.organisation === organisation
  })
  if (news.for === 'coordinators') return listed.filter(({ role }) => role === 'coordinator')
  if (news.for === 'core-group') return listed.filter(({ role }) => role === 'coordinator' || role === 'core-member')
  if (news.for === 'organisation') return listed.filter(({ role, organisation }) => organisation === news.organisation && (role === 'coordinator' || role === 'core-member'))
  if (news.for === 'situation') return listed.filter(({ role, organisation }) => organisation === news.organisation && (role === 'coordinator' || role === 'core-member' || (role === 'reporter' && news.circle === 'network')))
  if (news.for === 'everybody') return active
  if (news.for === 'member') return active.filter(({ id }) => id === news.member)
  const author = active.filter(({ id }) => id === news.author)
  return author.length > 0 ? author : listed.filter(({ role, organisation }) => organisation === news.organisation && (role === 'reporter' || role === 'core-member'))
}
