// Which tables a backup holds, in the order in which their keys allow them to be put back.

/** Everything but the facts, which are computed again, and the keys. */
export const RECORD_TABLES = ['network', 'organisation', 'own_indicator', 'incident', 'revision', 'epoch', 'sealed_body', 'audit'] as const

/** What opens sealed text; kept in a file of its own, and no longer than 35 days, so that erasing reaches backups. */
export const KEY_TABLES = ['epoch_grant', 'sealed_key'] as const

/** Columns that give each table's rows one order within a network. */
export const ROW_ORDER: Readonly<Record<(typeof RECORD_TABLES | typeof KEY_TABLES)[number], string>> = {
  network: 'network_id',
  organisation: 'organisation_id, revision',
  own_indicator: 'indicator_id, revision',
  incident: 'incident_id',
  revision: 'incident_id, number',
  epoch: 'epoch',
  sealed_body: 'sealed_id',
  audit: 'position',
  epoch_grant: 'epoch, holder',
  sealed_key: 'sealed_id',
}
