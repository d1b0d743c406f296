// What an organisation has reported, or a device has sent, with its state: what a reporter sees of it afterwards.
import type { Id, Incident } from '@lykta/incident'
import { inNetwork, readDiaryNumbers, readMessages, readQuietMonths } from '@lykta/register'
import type { OwnIncident, OwnIncidentsAnswer } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { entryOf, stateOf } from './incident-messages.ts'

const most = 200

/** Newest first. `device`: only what it sent itself. */
export async function listOwnIncidents(desk: Desk, organisation: Id, device: Id | undefined): Promise<OwnIncidentsAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const rows = await transaction.run(
      `select i.incident_id as id, i.ref, f.reported_on as "reportedOn", f.place_type as "placeType", f.exploitation, f.revision, f.withdrawn,
         case when $3::text is null then stands.answers end as answers
       from lykta.incident i
         join lykta.revision first on first.network_id = i.network_id and first.incident_id = i.incident_id and first.number = 1
         join lykta.incident_fact f on f.network_id = i.network_id and f.incident_id = i.incident_id
           and f.from_position is not null and f.until_position is null
         join lykta.revision stands on stands.network_id = i.network_id and stands.incident_id = i.incident_id and stands.number = f.revision
       where i.network_id = $1 and i.organisation_id = $2 and ($3::text is null or i.entered_by = $3)
       order by first.from_position desc limit $4`,
      [transaction.network, organisation, device ?? null, most],
    )
    const numbers = device === undefined ? await readDiaryNumbers(transaction, rows.map(({ id }) => String(id))) : new Map<Id, string>()
    const messages = Map.groupBy(await readMessages(transaction, rows.map(({ id }) => String(id))), ({ incident }) => incident)
    const incidents = rows.map(({ id, answers, ...row }): OwnIncident => {
      const own = (messages.get(String(id)) ?? []).map(entryOf)
      const asked = typeof answers === 'string' ? ((JSON.parse(answers) as Incident).own ?? null) : null
      const shown = { ...(row as Omit<OwnIncident, 'state' | 'messages' | 'own' | 'diary'>), own: asked, diary: numbers.get(String(id)) ?? null }
      return { ...(device === undefined ? shown : { ...shown, placeType: null, exploitation: null }), state: stateOf(own), messages: own }
    })
    const quiet = await readQuietMonths(transaction, organisation)
    return { incidents, quietMonths: quiet.filter(({ withdrawn }) => !withdrawn).map(({ month }) => month) }
  })
}
