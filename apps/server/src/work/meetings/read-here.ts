// Opens a meeting's sealed texts with the passphrase, on the machine that asks; the reading is logged before it is answered.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { getNetwork, inNetwork, readGrants, readMeetingTexts, readOrganisations, write } from '@lykta/register'
import { type Finding, openText } from '@lykta/seal'
import type { MeetingTextCoded } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { unlockEpoch } from '../read-reason.ts'
import { findWithItems } from './meetings.ts'
import { contextOf } from './texts.ts'

export type TextOfMeeting = { readonly kind: MeetingTextCoded['kind']; /** Whose situation, by name. */ readonly organisation: string | null; readonly text: string; readonly signed: boolean; readonly findings: readonly Finding[] }

/** In the order of situations, decisions and actions; what was erased is left out. Nothing is opened before the passphrase is right. */
export async function readMeetingHere(desk: Desk, id: Id, askPassphrase: () => Promise<string>): Promise<readonly TextOfMeeting[]> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const meeting = /^[0-9a-f-]{36}$/.test(id) ? await findWithItems(transaction, id) : undefined
    if (!meeting) throw new ProblemError([problem('work.meeting-unknown')])
    const items = [...meeting.items.filter(({ kind, state }) => kind !== 'action' && state !== 'withdrawn'), ...meeting.actions]
    const held = new Set((await readGrants(transaction, 'passphrase')).map(({ epoch }) => epoch))
    const ofMembers = new Set((await readGrants(transaction, 'recovery')).map(({ epoch }) => epoch))
    const names = new Map((await readOrganisations(transaction, (await getNetwork(transaction)).position)).map(({ organisation }) => [organisation.id, organisation.name]))
    return { texts: await readMeetingTexts(transaction, items), held, ofMembers, names }
  })
  const texts = (['situation', 'decision', 'action'] as const).flatMap((kind) => found.texts.filter(({ item, key }) => item.kind === kind && key !== null))
  const missing = texts.find(({ key }) => !found.held.has(key!.epoch))
  if (missing) throw new ProblemError([problem(found.ofMembers.has(missing.key!.epoch) ? 'work.keys-with-members' : 'work.keys-missing')])
  if (texts.length === 0) throw new ProblemError([problem('work.no-meeting-texts')])
  const passphrase = await askPassphrase()
  const identities = new Map<number, string>()
  for (const { key } of texts) if (!identities.has(key!.epoch)) identities.set(key!.epoch, await unlockEpoch(desk, key!.epoch, passphrase))
  await write(desk.register, desk.context, { action: 'meeting.read', object: `meeting:${id}` }, async () => {})
  return Promise.all(texts.map(async (text) => {
    const { text: opened, signed, findings } = await openText({ body: text.body, key: text.key!.key, identity: identities.get(text.key!.epoch)!, expected: contextOf(desk.network.id, text).context })
    const { kind, organisation } = text.item
    return { kind, organisation: organisation === null ? null : (found.names.get(organisation) ?? null), text: opened, signed, findings }
  }))
}
