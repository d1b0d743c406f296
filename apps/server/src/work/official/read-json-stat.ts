// Series from a JSON-stat 2.0 dataset (json-stat.org/full): its time dimension runs along each, the others tell them apart.
import { type ImportFile, problem, ProblemError } from '@lykta/incident'
import { z } from 'zod'
import type { SeriesRow } from './gather-series.ts'
import type { SeriesDefaults } from './read-series.ts'
import { findCode, longest, statusWords } from './series-columns.ts'
import { findSeriesPeriod } from './series-period.ts'

const category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
  unit: z.record(z.string(), z.object({ label: z.string().optional(), base: z.string().optional() })).optional(),
})
const dataset = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string().optional(),
  source: z.string().optional(),
  id: z.array(z.string()).min(1).max(12),
  size: z.array(z.int().min(1)).min(1).max(12),
  role: z.object({ time: z.array(z.string()).optional(), metric: z.array(z.string()).optional() }).optional(),
  dimension: z.record(z.string(), z.object({ label: z.string().optional(), category })),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
  status: z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string())]).optional(),
})

const mostCells = 20_000

export function readJsonStat(file: ImportFile, defaults: SeriesDefaults): readonly SeriesRow[] {
  const refuse = (where: string, code = 'official.json'): never => {
    throw new ProblemError([problem(code, { where }, { file: file.name })])
  }
  const parsed = dataset.safeParse(parseJson(file, refuse))
  if (!parsed.success) return refuse(parsed.error.issues[0]!.path.join('.') || 'version, class')
  const { id, size, role, dimension, value, status, label = '', source = defaults.source } = parsed.data
  if (id.length !== size.length) refuse('size')
  if (size.reduce((all, one) => all * one, 1) > mostCells) refuse('size', 'official.json-large')
  if (source === undefined) return refuse('source', 'official.json-source')
  if (defaults.datedBy === undefined) return refuse('datedBy', 'official.json-dated')
  const [time, ...more] = role?.time ?? []
  if (time === undefined || more.length > 0 || !id.includes(time)) return refuse('role.time')
  const dimensions = id.map((name, at) => {
    const found = dimension[name]?.category ?? refuse(`dimension.${name}`)
    const codes = codesOf(found, size[at]!) ?? refuse(`dimension.${name}.category.index`)
    return { name, codes, labels: found.label ?? {}, units: found.unit ?? {}, isMetric: role?.metric?.includes(name) === true }
  })
  const cells = size.reduce((all, one) => all * one, 1)
  return Array.from({ length: cells }, (_, cell): SeriesRow => {
    let rest = cell
    // The last dimension runs fastest.
    const codes = dimensions.toReversed().map((one) => {
      const code = one.codes[rest % one.codes.length]!
      rest = Math.floor(rest / one.codes.length)
      return { ...one, code, word: one.labels[code] ?? code }
    }).reverse()
    const written = codes.find(({ name }) => name === time)!.code
    const period = findSeriesPeriod(written) ?? refuse(`dimension.${time}: ${written.slice(0, 20)}`)
    const metric = codes.find(({ isMetric }) => isMetric)
    const unit = (metric && (metric.units[metric.code]?.label ?? metric.units[metric.code]?.base)) ?? defaults.unit ?? refuse('category.unit', 'official.json-unit')
    const told = Array.isArray(value) ? value[cell] : value[String(cell)]
    const sign = typeof status === 'string' ? status : Array.isArray(status) ? status[cell] : status?.[String(cell)]
    if (typeof told === 'number' && !(told >= 0 && told < 1e12)) refuse(`value[${cell}]`)
    // What there is one of alone tells nothing apart.
    const name = [label, ...codes.filter((one) => one.name !== time && one.codes.length > 1).map(({ word }) => word)].filter(Boolean).join(', ') || codes.filter((one) => one.name !== time).map(({ word }) => word).join(', ')
    if (name === '' || name.length > longest.series!) refuse('label')
    if (unit.length > longest.unit! || source.length > longest.source!) refuse('unit, source')
    return {
      name, kind: defaults.kind ?? 'official', area: null, source, unit, datedBy: defaults.datedBy!, ...period,
      value: told ?? null, status: (sign ? findCode(sign, statusWords) : undefined) ?? defaults.status ?? 'final', label: null, break: null,
    }
  })
}

function parseJson({ bytes }: ImportFile, refuse: (where: string) => never): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return refuse('JSON')
  }
}

/** In their order; a single one may be told by its label alone. */
function codesOf({ index, label }: z.infer<typeof category>, size: number): readonly string[] | undefined {
  const codes = index === undefined ? Object.keys(label ?? {}) : Array.isArray(index) ? index : Object.entries(index).toSorted(([, a], [, b]) => a - b).map(([code]) => code)
  return codes.length === size ? codes : undefined
}
