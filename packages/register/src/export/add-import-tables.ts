// What stands, as the tables that an import reads: for people and their spreadsheets.
import { type Id, type Incident, importRows, type Language } from '@lykta/incident'
import { readBatches } from '../record/read-batches.ts'
import { getNetwork } from '../record/networks.ts'
import { readOrganisations } from '../record/organisations.ts'
import { readOwnIndicators } from '../record/own-indicators.ts'
import type { ReadTransaction } from '../transaction.ts'
import type { FileSet, WrittenFile } from './file-set.ts'

/** Spreadsheets tell by it that it is UTF-8. */
const mark = '\ufeff'
const INCIDENTS_A_BATCH = 500

type Row = { readonly ref: string; readonly answers: string }

/** Incidents that were withdrawn are none of them. */
export async function addImportTables(set: FileSet, transaction: ReadTransaction): Promise<readonly WrittenFile[]> {
  const { position, network } = await getNetwork(transaction)
  const language: Language = network.languages[0] ?? 'sv'
  const organisations = (await readOrganisations(transaction, position)).map(({ organisation }) => organisation)
  const codes = new Map(organisations.map(({ id, code }) => [id, code]))
  const rows = importRows(language, (id: Id) => codes.get(id) ?? id)
  async function* incidents(): AsyncGenerator<{ readonly ref: string; readonly answers: Incident }> {
    const sql = `select coalesce(i.external_ref, i.ref) as ref, r.answers from lykta.revision r
      join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      where r.network_id = $1 and r.from_position is not null and r.until_position is null and not r.withdrawn order by i.incident_id`
    for await (const batch of readBatches<Row>(transaction, { sql, parameters: [transaction.network] }, INCIDENTS_A_BATCH)) {
      for (const { ref, answers } of batch) yield { ref, answers: JSON.parse(answers) as Incident }
    }
  }
  async function* incidentLines(): AsyncGenerator<string> {
    yield mark + rows.header('incidents')
    for await (const incident of incidents()) yield rows.incident(incident)
  }
  async function* personLines(): AsyncGenerator<string> {
    yield mark + rows.header('persons')
    for await (const incident of incidents()) yield* rows.persons(incident)
  }
  async function* lines(table: 'organisations' | 'indicators', all: readonly string[]): AsyncGenerator<string> {
    yield mark + rows.header(table)
    yield* all
  }
  const indicators = (await readOwnIndicators(transaction, position)).map(({ indicator }) => rows.indicator(indicator))
  return [
    await set.add(`import/${rows.fileName('organisations')}`, lines('organisations', organisations.map(rows.organisation))),
    await set.add(`import/${rows.fileName('incidents')}`, incidentLines()),
    await set.add(`import/${rows.fileName('persons')}`, personLines()),
    // A table of none is no table of an import.
    ...(indicators.length === 0 ? [] : [await set.add(`import/${rows.fileName('indicators')}`, lines('indicators', indicators))]),
  ]
}
