// What the words of the row-level matrix mean, as conditions in SQL.
import type { Context } from '@lykta/register'

/** The rows that a word means, for the superuser, whom no policy binds. */
export function meant(table: string, word: string, { network, member, organisation }: Context): string {
  const ofIncident = (condition: string): string => `incident_id in (select incident_id from lykta.incident where ${condition})`
  const asked = `draft_id in (select draft_id from lykta.edition_step)`
  const entered = `draft_id in (select entry_id from lykta.ledger_entry)`
  const byIncident = ['incident', 'revision', 'incident_fact', 'message', 'sealed_body', 'diary_number']
  const conditions: Readonly<Record<string, string>> = {
    all: 'true',
    none: 'false',
    open: table === 'edition_file' ? `form = 'final' and ${entered}` : `kind = 'edition' and audience <> 'core'`,
    asked: table === 'edition_file' ? `(form = 'draft' and ${asked} or form = 'final' and ${entered})` : asked,
    // Given by one's organisation, or to it.
    party: `share_id in (select share_id from lykta.share where organisation_id = '${organisation}' or ${ofIncident(`organisation_id = '${organisation}'`)})`,
    own: byIncident.includes(table) ? ofIncident(`organisation_id = '${organisation}'`)
      : table === 'sealed_key' ? `sealed_id in (select sealed_id from lykta.sealed_body where ${ofIncident(`organisation_id = '${organisation}'`)})` : `organisation_id = '${organisation}'`,
    // The network has its version, the public has not.
    letgo: `audience = 'network'`,
    circle: `circle = 'network'`,
    actions: `circle = 'network' and kind = 'action'`,
    seen: `circle = 'network' and (kind = 'action' or kind = 'situation' and organisation_id = '${organisation}')`,
    follows: `case_id in (select case_id from lykta.case_event join lykta.incident using (network_id, incident_id) where kind = 'join' and organisation_id = '${organisation}')`,
    whole: `case_id not in (select case_id from lykta.case_event join lykta.incident using (network_id, incident_id) where kind = 'join' and organisation_id <> '${organisation}')`,
    sent: ofIncident(`entered_by = '${member}'`),
    self: `${{ epoch_grant: 'holder', audit: 'actor', device: 'device_id' }[table] ?? 'member_id'}::text = '${member}'`,
  }
  return `network_id = '${network}' and ${conditions[word]!}`
}
