// A network of one's own with members, made as the register makes it: for tests of who may do what. Those who have keys are in its log, unless
// they are to wait.
import { randomBytes, randomUUID } from 'node:crypto'
import { type Id } from '@lykta/incident'
import { appendDevice, appendLogLines, appendMember, appendOrganisations, foundNetwork, type Register, write, type WriteTransaction } from '@lykta/register'
import { approveEntry, extendMembership, foundLog, makeEpoch, makeMemberKeys, makeRecovery, type Membership, proposeEntry, publicKeysOf, signerOf } from '@lykta/seal'
import type { Role } from '../../apps/server/src/api/member-types.ts'
import type { SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { hashOf } from '../../apps/server/src/work/invitations.ts'

export const password = 'tolv tecken eller fler'

export type Town = {
  readonly network: Id
  /** Two of them. */
  readonly organisations: readonly [Id, Id]
  /** Of the first epoch, as the log has it. */
  readonly recipient: string
  /** `listed`: whether a coordinator has heard her words. */
  readonly addMember: (role: Exclude<Role, 'device'>, organisation: Id | null, email: string, listed?: boolean) => Promise<{ readonly id: Id; readonly login: string }>
  readonly removeMember: (id: Id, login: string, role: Exclude<Role, 'device'>, organisation: Id | null) => Promise<void>
  /** With what it shows in its cookie. */
  readonly addDevice: (organisation: Id) => Promise<{ readonly id: Id; readonly token: string; readonly remove: () => Promise<void> }>
}

export async function makeTown(register: Register, signIn: SignIn, name: string, collectionStart = '2020-01-01'): Promise<Town> {
  const network = randomUUID()
  const organisations = [randomUUID(), randomUUID()] as const
  const createdAt = new Date().toISOString()
  const context = { network, member: 'operator' }
  await foundNetwork(register, 'operator', {
    id: network, name, municipality: name, collectionStart, timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: false,
  }, createdAt, (transaction) => appendOrganisations(transaction, organisations.map((id, index) => ({
    organisation: { id, code: `org-${index + 1}`, name: `Organisation ${index + 1}`, sector: 'civil-society', joined: '2020-01-01', left: null }, revision: 1,
  }))))
  const { recipient } = await makeEpoch()
  const log = makeLog(network, recipient, organisations[0])
  return {
    network,
    organisations,
    recipient,
    addMember: async (role, organisation, email, listed = true) => {
      const id = randomUUID()
      const login = await signIn.makeLogin({ name: `${role} i ${name}`, email, password, language: 'sv', near: [name] })
      await write(register, context, { action: 'member.add', object: `member:${id}` }, async (transaction) => {
        await appendMember(transaction, { id, role, organisation, login, active: true, createdAt })
        if (listed && organisation !== null && role !== 'reader' && role !== 'operator') await log(transaction, id, role, organisation)
      })
      return { id, login }
    },
    removeMember: async (id, login, role, organisation) => void (await write(register, context, { action: 'member.remove', object: `member:${id}` }, (transaction) =>
      appendMember(transaction, { id, role, organisation, login, active: false, createdAt }))),
    addDevice: async (organisation) => {
      const id = randomUUID()
      const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
      const put = (active: boolean) => write(register, context, { action: 'device.enrol', object: `device:${id}` }, (transaction) => appendDevice(transaction, {
        id, organisation, name: 'Receptionen', tokenHash: hashOf(token), verifyKey: '00'.repeat(32), proof: 'proof', invitation: randomUUID(), active, createdAt,
      }))
      await put(true)
      return { id, token, remove: async () => void (await put(false)) }
    },
  }
}

/** Founded with the first who is listed, by two coordinators who are no members here, so that either signs what the other approves. */
export function makeLog(network: Id, recipient: string, home: Id): (transaction: WriteTransaction, member: Id, role: 'coordinator' | 'core-member' | 'reporter', organisation: Id) => Promise<void> {
  let membership: Membership | undefined
  const person = async (member: Id, role: 'coordinator' | 'core-member' | 'reporter', organisation: Id) => {
    const keys = await makeMemberKeys(network, member, (length) => Uint8Array.from(randomBytes(length)))
    return { signer: signerOf(member, keys.signingKey), subject: { member, role, organisation, ...(await publicKeysOf(keys)) } }
  }
  const begin = async () => {
    const [founder, second, recovery] = [await person(randomUUID(), 'coordinator', home), await person(randomUUID(), 'coordinator', home), await makeRecovery()]
    const line = await foundLog(network, { founder: { ...founder.subject, role: 'coordinator' }, epoch: { epoch: 1, recipient }, recovery: recovery.subject }, founder.signer, new Date().toISOString())
    return { founder, second, lines: [line] }
  }
  let begun: ReturnType<typeof begin> | undefined
  const extend = (line: string): string => {
    const next = extendMembership(membership, line, network)
    if (typeof next === 'string') throw new Error(next)
    membership = next
    return line
  }
  return async (transaction, member, role, organisation) => {
    const { founder, second, lines } = await (begun ??= begin())
    const seq = membership?.hashes.length ?? 0
    const isFirst = seq === 0
    if (isFirst) lines.forEach(extend)
    const add = async (subject: Awaited<ReturnType<typeof person>>['subject'], approved: boolean): Promise<string> => {
      const proposed = await proposeEntry(membership!, { change: { type: 'add', subject }, signer: founder.signer, createdAt: new Date().toISOString(), ...(approved ? { approver: second.signer.id } : {}) })
      return extend(approved ? await approveEntry(proposed, second.signer) : proposed)
    }
    const added = [...(isFirst ? [await add(second.subject, false)] : []), await add((await person(member, role, organisation)).subject, role === 'coordinator')]
    await appendLogLines(transaction, seq, [...(isFirst ? lines : []), ...added])
  }
}
