// A network of one's own with members, made as the register makes it: for tests of who may do what, without keys and log.
import { randomUUID } from 'node:crypto'
import { type Id } from '@lykta/incident'
import { appendDevice, appendMember, appendOrganisations, foundNetwork, type Register, write } from '@lykta/register'
import type { Role } from '../../apps/server/src/api/member-types.ts'
import type { SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { hashOf } from '../../apps/server/src/work/invitations.ts'

export const password = 'tolv tecken eller fler'

export type Town = {
  readonly network: Id
  /** Two of them. */
  readonly organisations: readonly [Id, Id]
  readonly addMember: (role: Exclude<Role, 'device'>, organisation: Id | null, email: string) => Promise<{ readonly id: Id; readonly login: string }>
  readonly removeMember: (id: Id, login: string, role: Exclude<Role, 'device'>, organisation: Id | null) => Promise<void>
  /** With what it shows in its cookie. */
  readonly addDevice: (organisation: Id) => Promise<{ readonly id: Id; readonly token: string; readonly remove: () => Promise<void> }>
}

export async function makeTown(register: Register, signIn: SignIn, name: string): Promise<Town> {
  const network = randomUUID()
  const organisations = [randomUUID(), randomUUID()] as const
  const createdAt = new Date().toISOString()
  const context = { network, member: 'operator' }
  await foundNetwork(register, 'operator', {
    id: network, name, municipality: name, collectionStart: '2020-01-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: false,
  }, createdAt, (transaction) => appendOrganisations(transaction, organisations.map((id, index) => ({
    organisation: { id, code: `org-${index + 1}`, name: `Organisation ${index + 1}`, sector: 'civil-society', joined: '2020-01-01', left: null }, revision: 1,
  }))))
  return {
    network,
    organisations,
    addMember: async (role, organisation, email) => {
      const id = randomUUID()
      const login = await signIn.makeLogin({ name: `${role} i ${name}`, email, password, language: 'sv' })
      await write(register, context, { action: 'member.add', object: `member:${id}` }, (transaction) =>
        appendMember(transaction, { id, role, organisation, login, active: true, createdAt }))
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
