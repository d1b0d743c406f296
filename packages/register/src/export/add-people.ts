// Who the members are, by name: among the keys, and nowhere else in an export.
import { csvLine } from '@lykta/incident'
import type pg from 'pg'
import type { Id } from '@lykta/incident'
import { type FileSet, oneChunk, type WrittenFile } from './file-set.ts'

type Person = { readonly member: Id; readonly role: string; readonly organisation: string | null; readonly active: boolean; readonly name: string | null; readonly email: string | null }

export async function addPeople(set: FileSet, { client, network }: { readonly client: pg.ClientBase; readonly network: Id }): Promise<WrittenFile> {
  const { rows } = await client.query<Person>(
    `select m.member_id as member, m.role, o.code as organisation, m.active, u.name, u.email from lykta.member m
     left join lykta.organisation o on o.network_id = m.network_id and o.organisation_id = m.organisation_id and o.from_position is not null and o.until_position is null
     left join sign_in."user" u on u.id = m.login
     where m.network_id = $1 and m.from_position is not null and m.until_position is null order by m.created_at, m.member_id`, [network])
  const lines = rows.map(({ member, role, organisation, active, name, email }) => csvLine([member, role, organisation ?? '', active ? 'yes' : 'no', name ?? '', email ?? '']))
  return set.add('people.csv', oneChunk(`\ufeff${csvLine(['member', 'role', 'organisation', 'active', 'name', 'email'])}${lines.join('')}`))
}
