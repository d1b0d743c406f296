// A mapping file as a mapping, or everything that is wrong with it, each thing at its place in the file.
import { findCivilDate } from '../civil-date.ts'
import { ageGroups, sectors, sexes } from '../codes.ts'
import { findCoded } from '../import/code-list.ts'
import { maxColumns, maxSheets, maxTextLength } from '../import/limits.ts'
import { knownProblem } from '../messages/known-problem.ts'
import type { MappingShape } from '../messages/problem-values.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Problem } from '../problem.ts'
import { isColumnId, kindOf } from './column-kind.ts'
import { readerOfFormat } from './date-format.ts'
import { findMappingFaults } from './find-mapping-faults.ts'
import type { MappedColumn, MappedOrganisation, MappedSheet, Mapping } from './mapping.ts'

export type ParsedMapping = { readonly mapping: Mapping } | { readonly problems: readonly Problem[] }

/** Many more words than any column of codes has: a mapping is read by people. */
const mostWords = 2_000

type Fields = Readonly<Record<string, unknown>>

/** `file` names it in the problems. A mapping with proposals and open questions parses: what a preview goes on with. */
export function parseMapping(text: string, file: string): ParsedMapping {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problems: [knownProblem('mapping.not-json', {}, { file })] }
  }
  if (!isFields(value) || value['lykta'] !== 'mapping') return { problems: [knownProblem('mapping.not-json', {}, { file })] }
  const found = JSON.stringify(value['version']) ?? '–'
  if (value['version'] !== 1) return { problems: [knownProblem('mapping.version', { found: renderFound(found) }, { file })] }
  const problems: Problem[] = []
  const mapping = readMapping(value, (path, expected) => problems.push(knownProblem('mapping.shape', { path: renderFound(path), expected }, { file })), (path, found, list) => {
    problems.push(knownProblem('mapping.code-unknown', { path: renderFound(path), found: renderFound(found), list }, { file }))
  })
  if (problems.length === 0) problems.push(...findMappingFaults(mapping))
  return problems.length > 0 ? { problems: problems.slice(0, 100) } : { mapping }
}

type Fault = (path: string, expected: MappingShape) => void
type CodeFault = (path: string, found: string, list: Extract<ReturnType<typeof kindOf>, { kind: 'code' }>['list']) => void

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Small readers that tell what is wrong and go on with something harmless. */
function readMapping(whole: Fields, fault: Fault, codeFault: CodeFault): Mapping {
  const keys = (fields: Fields, path: string, allowed: readonly string[]): void => {
    for (const key of Object.keys(fields)) if (!allowed.includes(key)) fault(`${path}/${key}`, 'key')
  }
  const list = <Value>(value: unknown, path: string, most: number, read: (one: unknown, path: string) => Value): readonly Value[] => {
    if (value === undefined) return []
    if (!Array.isArray(value) || value.length > most) {
      fault(path, 'list')
      return []
    }
    return value.map((one: unknown, index) => read(one, `${path}/${index}`))
  }
  const text = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value.length <= maxTextLength) return value
    fault(path, 'text')
    return ''
  }
  const object = (value: unknown, path: string): Fields => {
    if (isFields(value)) return value
    fault(path, 'object')
    return {}
  }
  const day = (value: unknown, path: string): string | null => {
    if (value === null || value === undefined) return null
    const found = typeof value === 'string' ? findCivilDate(value) : undefined
    if (found === undefined) fault(path, 'day')
    return found ?? null
  }
  const word = (to: MappedColumn['to'], value: unknown, path: string): string => {
    const written = text(value, path)
    const what = to === null ? undefined : kindOf(to)
    if (what?.kind === 'code' && written !== '' && findCoded(what.list, written) === undefined) codeFault(path, written, what.list)
    return written
  }
  const words = (to: MappedColumn['to'], value: unknown, path: string): Readonly<Record<string, string>> => {
    const entries = Object.entries(object(value, path))
    if (entries.length > mostWords) fault(path, 'object')
    return Object.fromEntries(entries.slice(0, mostWords).map(([from, one]) => [text(from, path), word(to, one, `${path}/${from}`)]))
  }
  const oneOf = <Code extends string>(codes: readonly Code[], value: unknown, path: string, list: 'sex' | 'ageGroup' | 'sector'): Code => {
    const code = codes.find((one) => one === value)
    if (code === undefined) codeFault(path, typeof value === 'string' ? value : '', list)
    return code ?? codes[0]!
  }

  const column = (value: unknown, path: string): MappedColumn => {
    const fields = object(value, path)
    keys(fields, path, ['from', 'to', 'proposed', 'unsure', 'values', 'proposedValues', 'unsureValues', 'undecidedValues', 'dates', 'split', 'about', 'prefix', 'group'])
    const { to, split, about, group } = fields
    if (to !== null && !isColumnId(to)) fault(`${path}/to`, 'column')
    const target = isColumnId(to) ? to : null
    if (split !== undefined && (typeof split !== 'string' || split.length < 1 || split.length > 3)) fault(`${path}/split`, 'separator')
    const abouts = ['exact', 'at-least', 'at-least-one'] as const
    if (about !== undefined && !abouts.some((one) => one === about)) fault(`${path}/about`, 'about')
    const whom = group === undefined ? undefined : object(group, `${path}/group`)
    if (whom && target !== 'persons.count') fault(`${path}/group`, 'group')
    const dates = list(fields['dates'], `${path}/dates`, 10, (one, at) => {
      const format = text(one, at)
      if (!readerOfFormat(format)) fault(at, 'date-format')
      return format
    })
    return {
      from: text(fields['from'], `${path}/from`),
      to: target,
      ...(fields['proposed'] === true ? { proposed: true } : {}),
      ...(fields['proposed'] === true && fields['unsure'] === true ? { unsure: true } : {}),
      ...(fields['values'] === undefined ? {} : { values: words(target, fields['values'], `${path}/values`) }),
      ...(fields['proposedValues'] === undefined ? {} : { proposedValues: words(target, fields['proposedValues'], `${path}/proposedValues`) }),
      ...(fields['unsureValues'] === undefined ? {} : { unsureValues: list(fields['unsureValues'], `${path}/unsureValues`, mostWords, text) }),
      ...(fields['undecidedValues'] === undefined ? {} : { undecidedValues: list(fields['undecidedValues'], `${path}/undecidedValues`, mostWords, text) }),
      ...(dates.length === 0 ? {} : { dates }),
      ...(typeof split === 'string' ? { split } : {}),
      ...(about === undefined ? {} : { about: about as (typeof abouts)[number] }),
      ...(fields['prefix'] === undefined ? {} : { prefix: text(fields['prefix'], `${path}/prefix`) }),
      ...(whom ? { group: { sex: oneOf(sexes, whom['sex'], `${path}/group/sex`, 'sex'), ageGroup: oneOf(ageGroups, whom['ageGroup'], `${path}/group/ageGroup`, 'ageGroup') } } : {}),
    }
  }
  const sheet = (value: unknown, path: string): MappedSheet => {
    const fields = object(value, path)
    keys(fields, path, ['names', 'headerRow', 'columns', 'ignored', 'constants', 'skippedRows'])
    const { headerRow = 1 } = fields
    if (typeof headerRow !== 'number' || !Number.isInteger(headerRow) || headerRow < 1 || headerRow > 1_000) fault(`${path}/headerRow`, 'row-number')
    const constants = Object.entries(fields['constants'] === undefined ? {} : object(fields['constants'], `${path}/constants`)).map(([to, one]) => {
      const at = `${path}/constants/${to}`
      if (!isColumnId(to)) fault(at, 'column')
      return [to, word(isColumnId(to) ? to : null, one, at)] as const
    })
    return {
      names: list(fields['names'], `${path}/names`, maxSheets, text),
      headerRow: Number(headerRow),
      columns: list(fields['columns'], `${path}/columns`, 2 * maxColumns, column),
      ignored: list(fields['ignored'], `${path}/ignored`, maxColumns, text),
      constants: Object.fromEntries(constants),
      skippedRows: list(fields['skippedRows'], `${path}/skippedRows`, 50, text),
    }
  }
  const organisation = (value: unknown, path: string): MappedOrganisation => {
    const fields = object(value, path)
    keys(fields, path, ['code', 'name', 'sector', 'joined', 'left', 'proposed'])
    return {
      code: text(fields['code'], `${path}/code`), name: text(fields['name'], `${path}/name`), sector: oneOf(sectors, fields['sector'], `${path}/sector`, 'sector'),
      joined: day(fields['joined'], `${path}/joined`), left: day(fields['left'], `${path}/left`), ...(fields['proposed'] === true ? { proposed: true } : {}),
    }
  }
  keys(whole, '', ['lykta', 'version', 'organisations', 'sheets', 'ignoredSheets'])
  return {
    lykta: 'mapping', version: 1,
    organisations: list(whole['organisations'], '/organisations', 1_000, organisation),
    sheets: list(whole['sheets'], '/sheets', maxSheets, sheet),
    ignoredSheets: list(whole['ignoredSheets'], '/ignoredSheets', 100, text),
  }
}
