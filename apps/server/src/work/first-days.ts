// Whom one coordinator has let in or named by herself less than a day ago: she is nobody's second person yet, since one could make her own.
import type { Id } from '@lykta/incident'
import type { ReadTransaction } from '@lykta/register'
import type { StoredSettings } from './network-settings.ts'

export type FirstDays = {
  /** Listed with another role by one signature alone; nobody agrees to what they ask for either. */
  readonly letIn: ReadonlySet<string>
  /** Core members who have been named for a day. */
  readonly named: readonly Id[]
}

/** By the database's clock: what a line says of its own time is its signer's word. */
const late = "a.at > lykta.register_time() - interval '24 hours'"

export async function readFirstDays(transaction: ReadTransaction): Promise<FirstDays> {
  const settings = await transaction.run(`select s.settings from lykta.network_setting s left join lykta.audit a on a.network_id = s.network_id and a.position = s.until_position
    where s.network_id = $1 and s.from_position is not null and (s.until_position is null or ${late})`, [transaction.network])
  const lists = settings.map((row) => (JSON.parse(String(row['settings'])) as Partial<StoredSettings>).secondPersons ?? [])
  return { letIn: await readLetIn(transaction), named: (lists[0] ?? []).filter((id) => lists.every((list) => list.includes(id))) }
}

/** Another key in the same role lets nobody in; nor does a line that a second coordinator or two sheets have signed too. */
async function readLetIn({ run, network }: ReadTransaction): Promise<ReadonlySet<string>> {
  const lines = await run(`select e ->> 'type' as type, coalesce(s ->> 'member', s ->> 'id', s -> 'founder' ->> 'member') as subject, coalesce(s ->> 'role', s -> 'founder' ->> 'role') as role,
      e ->> 'type' = 'add' and e ->> 'approver' is null and e ->> 'signer' <> 'recovery' and late as alone
    from (select l.seq, ${late} as late, l.line::jsonb -> 'entry' as e, l.line::jsonb -> 'entry' -> 'subject' as s from lykta.membership_line l
      join lykta.audit a on a.network_id = l.network_id and a.position = l.from_position where l.network_id = $1) lines
    where e ->> 'type' in ('genesis', 'add', 'remove') order by seq`, [network])
  const [standing, letIn] = [new Map<string, string>(), new Set<string>()]
  for (const line of lines) {
    const [subject, role] = [String(line['subject']), String(line['role'])]
    if (line['type'] === 'remove') standing.delete(subject)
    else {
      if (standing.get(subject) !== role && line['alone'] === true) letIn.add(subject)
      standing.set(subject, role)
    }
  }
  return letIn
}
