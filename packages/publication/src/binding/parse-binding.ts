// Reads what stands between {{ and }}.
import {
  type Binding, type ChartId, type EditionName, type FigureRef, type PeriodWord, type PolicyName, chartIds, editionNames, policyNames,
} from './binding.ts'

const words = ['year', 'previous', 'first', 'all', 'block', 'latest', 'before'] as const

/** Undefined when the text is no binding at all; whether its tables and codes exist is checked later. */
export function findBinding(text: string): Binding | undefined {
  const [verb = '', ...rest] = text.trim().split(/\s+/)
  if (verb === 'lit') return rest.length > 0 ? { kind: 'literal', text: rest.join(' ') } : undefined
  if (rest.length === 0) return findName(verb)
  switch (verb) {
    case 'share':
      return findShare(rest)
    case 'ratio':
    case 'direction':
      return findPair(verb, rest)
    case 'band':
    case 'rate':
    case 'rows':
      return findOne(verb, rest)
    case 'months': {
      const period = only(rest, findPeriodWord)
      return period && { kind: 'months', period }
    }
    case 'span': {
      const figure = only(rest, findFigureRef)
      const period = figure?.period ?? only(rest, findPeriodWord)
      return period && { kind: 'span', period, figure: figure ?? null }
    }
    case 'policy': {
      const name = rest.length === 1 ? policyNames.find((known): known is PolicyName => known === rest[0]) : undefined
      return name && { kind: 'policy', name }
    }
    case 'table':
      return rest.length === 1 ? { kind: 'table', id: rest[0] ?? '' } : undefined
    case 'chart': {
      const id = rest.length === 1 ? chartIds.find((known): known is ChartId => known === rest[0]) : undefined
      return id && { kind: 'chart', id }
    }
    case 'keyfigures':
      return { kind: 'keyfigures', ids: rest }
    default:
      return undefined
  }
}

function findName(verb: string): Binding | undefined {
  if (verb === 'examples' || verb === 'signs' || verb === 'downloads' || verb === 'opinion') return { kind: verb }
  const name = editionNames.find((known): known is EditionName => known === verb)
  if (name) return { kind: 'edition', name }
  const figure = findFigureRef(verb)
  return figure && { kind: 'figure', figure }
}

function findShare(rest: readonly string[]): Binding | undefined {
  const part = findFigureRef(rest[0] ?? '')
  if (!part) return undefined
  if (rest.length === 1) return { kind: 'share', part, whole: { ...part, codes: [] } }
  const whole = rest.length === 3 && rest[1] === 'of' ? findFigureRef(rest[2] ?? '') : undefined
  return whole && { kind: 'share', part, whole }
}

function findPair(kind: 'ratio' | 'direction', rest: readonly string[]): Binding | undefined {
  const later = findFigureRef(rest[0] ?? '')
  const earlier = findFigureRef(rest[1] ?? '')
  return rest.length === 2 && later && earlier ? { kind, later, earlier } : undefined
}

function findOne(kind: 'band' | 'rate' | 'rows', rest: readonly string[]): Binding | undefined {
  const figure = only(rest, findFigureRef)
  return figure && { kind, figure }
}

function only<Found>(rest: readonly string[], find: (text: string) => Found | undefined): Found | undefined {
  return rest.length === 1 && rest[0] !== undefined ? find(rest[0]) : undefined
}

/** "incidents.year", "persons.incidentsUnknown.all", "sexAge[woman/adult].block", "indicators[sexual.many-phones].2019". */
function findFigureRef(text: string): FigureRef | undefined {
  const match = /^(?<table>[a-zA-Z]+(?:\.[a-zA-Z]+)*)(?:\[(?<codes>[^\][\s]+)\])?\.(?<period>[a-z0-9]+)$/.exec(text)
  const period = findPeriodWord(match?.groups?.period ?? '')
  if (!match?.groups || !period) return undefined
  return { table: match.groups.table ?? '', codes: match.groups.codes?.split('/') ?? [], period }
}

function findPeriodWord(text: string): PeriodWord | undefined {
  if (/^\d{4}$/.test(text)) return { word: 'calendar-year', year: Number(text) }
  const word = words.find((known) => known === text)
  return word && { word }
}
