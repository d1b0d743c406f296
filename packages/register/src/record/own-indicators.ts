// A network's own indicators, as revisions.
import type { OwnIndicator } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { insertRows } from './insert-rows.ts'
import { fetchPrepared } from './prepared.ts'

export type StoredOwnIndicator = {
  readonly indicator: OwnIndicator
  /** From 1; the next to append is one more. */
  readonly revision: number
}

/** As of the position, by id. */
export async function readOwnIndicators(transaction: ReadTransaction, position: number): Promise<readonly StoredOwnIndicator[]> {
  const query = transaction.db.selectFrom('own_indicator').selectAll()
    .where('network_id', '=', transaction.network).where(standingAt(position, 'own_indicator')).orderBy('indicator_id')
  const rows = await fetchPrepared(transaction, query.compile())
  return rows.map((row) => ({
    revision: row.revision,
    indicator: {
      id: row.indicator_id,
      sv: row.text_sv,
      en: row.text_en,
      observers: row.observers as OwnIndicator['observers'],
      validFrom: row.valid_from,
      validTo: row.valid_to,
    },
  }))
}

export async function appendOwnIndicators(transaction: WriteTransaction, indicators: readonly StoredOwnIndicator[]): Promise<void> {
  await insertRows(transaction, 'own_indicator', indicators.map(({ indicator, revision }) => ({
    network_id: transaction.network,
    indicator_id: indicator.id,
    revision,
    text_sv: indicator.sv,
    text_en: indicator.en,
    observers: [...indicator.observers],
    valid_from: indicator.validFrom,
    valid_to: indicator.validTo,
  })))
}
