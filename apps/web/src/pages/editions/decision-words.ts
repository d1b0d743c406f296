// Words for the private protocol: its tables, rows, periods, and where a merged cell went.
import { findLabel, type Language } from '@lykta/incident'
import type { Decision, NetworkAnswer } from '../../../../server/src/api/types.ts'
import { indicatorWord } from '../../format/code-words.ts'
import { renderMonth } from '../../format/dates.ts'
import type { Messages } from '../../messages/messages.ts'

/** The attribute whose codes the rows of a table carry; the others are one figure each. */
const dimensions: Readonly<Record<string, string>> = {
  exploitation: 'exploitation', sex: 'sex', ageGroup: 'age-group', nationalityIncidents: 'nationality', placeType: 'place-type', sector: 'sector', indicators: 'indicator',
}

export function tableName(table: string, { edition, statistics }: Messages): string {
  const names: Readonly<Record<string, string>> = { ...statistics.measures, ...edition.tableNames }
  return names[table] ?? table
}

/** Tables that belong together: a figure and what stands beside it. */
export function familyOf(table: string): string {
  return table.split('.')[0]!
}

/** A row that others were merged into; its code "other" is not the answer "other". */
function isMerged(table: string, code: string, decisions: readonly Decision[]): boolean {
  return decisions.some((one) => one.table === table && one.action === 'merged' && one.into?.split('/').includes(code))
}

function codeName(table: string, code: string, language: Language, network: NetworkAnswer, { edition }: Messages): string {
  const dimension = dimensions[table]
  if (dimension === 'indicator' && code.includes('.')) return indicatorWord(code, language, network)
  return (dimension === undefined ? undefined : findLabel(dimension, code, language)) ?? (code === 'other' ? edition.otherRow : code)
}

/** `decisions`: all of the protocol, which tell what was merged into what. */
export function rowName({ table, codes, action }: Decision, decisions: readonly Decision[], language: Language, network: NetworkAnswer, messages: Messages): string {
  if (dimensions[table] === undefined) return tableName(table, messages)
  return codes.length === 0 ? messages.edition.base : codes.map((code) => (code === 'other' && action !== 'merged' && isMerged(table, code, decisions) ? messages.edition.otherRow : codeName(table, code, language, network, messages))).join(', ')
}

/** "2019", "2017–2018", "april 2019", "första halvåret 2019". */
export function periodName(id: string, language: Language, { edition }: Messages): string {
  const [year, part] = [id.slice(0, 4), id.slice(5)]
  if (id === 'all') return edition.periodAll
  if (/^\d{4}$/.test(part)) return `${year}–${part}`
  if (/^\d{2}$/.test(part)) return renderMonth(`${id}-01`, language)
  if (part.startsWith('H')) return edition.half(part.slice(1), year)
  return part.startsWith('Q') ? edition.quarter(part.slice(1), year) : id
}

const period = /^\d{4}(-(\d{4}|\d{2}|[HQ]\d))?$/

export function intoName({ table, into }: Decision, language: Language, network: NetworkAnswer, messages: Messages): string | undefined {
  if (into === null || into === '') return undefined
  const name = period.test(into) ? periodName(into, language, messages) : into.split('/').map((code) => (code === 'other' ? messages.edition.otherRow : codeName(table, code, language, network, messages))).join(', ')
  return messages.edition.into(name)
}
