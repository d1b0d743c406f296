// Comparisons of periods in one wording: unequal exposure, unequal follow-up, a direction that the interval does not carry.
import { compareEach, type Period, yearPeriods } from '@lykta/statistics'
import { type EditionName, type FigureRef, figuresOf } from '../binding/binding.ts'
import { directionOf as boundDirection } from '../binding/direction-sentence.ts'
import { collectionOf, type EditionContext } from '../binding/edition-context.ts'
import { shownPeriods } from '../binding/figure-value.ts'
import { daysBetween } from './days-between.ts'
import { type Found, hasMatch, isDenied } from './find-words.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { type Match, matchesOf, without } from './pattern.ts'
import { periodsOf, type Printed, shownFigure } from './printed.ts'
import { type Reading, signsIn } from './reading.ts'

type Side = Match & { readonly figure: FigureRef; readonly periods: readonly Period[] }

export function findComparisons(reading: Reading, lexicon: Lexicon, printed: Printed): readonly Found[] {
  const sides = signsIn(reading).flatMap(({ binding, ...match }): readonly Side[] =>
    (binding.kind === 'figure' ? [{ ...match, figure: binding.figure, periods: periodsOf(printed, binding.figure) }] : []))
  const pairs = sides.flatMap((later) => sides.filter((earlier) => isLater(later, earlier)).map((earlier) => ({ later, earlier })))
  return [
    ...oncePerCode(pairs.flatMap(({ later, earlier }) => [...unequalFollowUp(later, earlier, printed), ...unequalExposure(later, earlier, reading)])),
    ...notCarried(reading, lexicon, printed, pairs),
    ...allYears(reading, lexicon, printed),
  ]
}

/** Of three years one sentence is enough. */
const oncePerCode = (all: readonly Found[]): readonly Found[] => all.filter(({ code }, index) => all.findIndex((other) => other.code === code) === index)

const monthsOf = (periods: readonly Period[]): number => periods.reduce((sum, { months }) => sum + months, 0)

/** The same figure of two periods that do not overlap. Members are a stock: how long a year was does not add to it. */
function isLater(later: Side, earlier: Side): boolean {
  const [first, last] = [later.periods[0], earlier.periods.at(-1)]
  return first !== undefined && last !== undefined && first.from > last.to && later.figure.table === earlier.figure.table
    && !later.figure.table.startsWith('participants') && later.figure.codes.join() === earlier.figure.codes.join()
}

/** Whoever gives a rate, a ratio or the months has said how long each period is. */
const levelling: readonly string[] = ['rate', 'ratio', 'direction', 'months']

function unequalExposure(later: Side, earlier: Side, { bindings }: Reading): readonly Found[] {
  const [after, before] = [monthsOf(later.periods), monthsOf(earlier.periods)]
  if (bindings.some(({ kind }) => levelling.includes(kind)) || Math.abs(after - before) < 0.5) return []
  return [ask('periods-unequal', later, ['test', 'note'], { earlier: rounded(before), later: rounded(after) })]
}

/** Contact, support and police reports come after the incident, some of them weeks after. */
const followUp = /^(?:personsInContact|incidentsInContact|incidentsOffered|incidentsAccepting|personsAccepting|policeReports)/
const daysOfFollowUp = 90

function unequalFollowUp(later: Side, earlier: Side, { context }: Printed): readonly Found[] {
  if (!followUp.test(later.figure.table)) return []
  const open = ({ periods }: Side): number => daysBetween(periods.at(-1)?.to ?? context.collectedTo, context.collectedTo)
  if (open(later) >= daysOfFollowUp || open(earlier) < daysOfFollowUp) return []
  return [ask('follow-up-unequal', later, ['note', 'reword'], { days: Math.max(0, open(later)), needed: daysOfFollowUp })]
}

/** A word of direction beside figures, or beside {{direction}}, whose interval says otherwise; no opinion makes up for it. */
function notCarried(reading: Reading, lexicon: Lexicon, printed: Printed, pairs: readonly { readonly later: Side; readonly earlier: Side }[]): readonly Found[] {
  const claims = directionsIn(reading, lexicon)
  const bound = signsIn(reading).flatMap(({ binding }) => (binding.kind === 'direction' || binding.kind === 'ratio' ? [{ later: binding.later, earlier: binding.earlier }] : []))
  const compared = [...bound, ...pairs.map(({ later, earlier }) => ({ later: later.figure, earlier: earlier.figure }))]
  for (const claim of claims) {
    for (const { later, earlier } of compared) {
      const unit = printed.known.get(later.table)?.unit
      if (unit !== undefined && unit !== 'incident' && unit !== 'organisation') return [ask('direction-of-persons', claim, ['reword'])]
      const told = boundDirection({ tables: printed.tables, context: printed.context }, later, earlier)
      const shown = [later, earlier].every((figure) => shownFigure(printed, figure))
      if (unit === 'incident' && shown && told && told.verdict !== claim.says) return [carried(claim, told.ratio, told.reasons)]
    }
  }
  return []
}

/** "The number of incidents has increased year by year": held against every two years that follow each other. */
function allYears(reading: Reading, lexicon: Lexicon, printed: Printed): readonly Found[] {
  const claims = directionsIn(reading, lexicon)
  const claim = claims[0]
  if (!claim || signsIn(reading).some(({ binding }) => figuresOf(binding).length > 0)) return []
  const ofPersons = hasMatch(lexicon.counted.person, reading.text)
  if (!ofPersons && !hasMatch(lexicon.counted.incident, reading.text)) return []
  const unequal = unequalYears(claim, reading, lexicon, printed.context)
  return [...unequal, ...(ofPersons ? [ask('direction-of-persons', claim, ['reword'])] : heldAgainst(claim, printed))]
}

/** "Year by year", or two years by name, of which one was collected for a part only. */
function unequalYears(claim: Claim, reading: Reading, lexicon: Lexicon, context: EditionContext): readonly Found[] {
  const all = yearPeriods(context.firstYear, context.year, collectionOf(context)).filter(({ months }) => months > 0)
  const named = new Set([
    ...matchesOf(/(?<!\d)20\d\d(?!\d)/gu, reading.text).map(({ word }) => Number(word)),
    ...signsIn(reading).flatMap(({ binding }) => (binding.kind === 'edition' ? yearNamed(binding.name, context) : [])),
  ])
  const compared = hasMatch(lexicon.everyYear, reading.text) ? all : all.filter(({ id }) => named.has(Number(id)))
  const months = compared.map((year) => year.months)
  const [shortest, longest] = [Math.min(...months), Math.max(...months)]
  return compared.length > 1 && longest - shortest > 0.5 ? [ask('periods-unequal', claim, ['test', 'note'], { earlier: rounded(shortest), later: rounded(longest) })] : []
}

function yearNamed(name: EditionName, { firstYear, year }: EditionContext): readonly number[] {
  return name === 'first' ? [firstYear] : name === 'previous' ? [year - 1] : name === 'year' ? [year] : []
}

function heldAgainst(claim: Claim, { tables, context }: Printed): readonly Found[] {
  const periods = shownPeriods(tables, { table: 'incidents', codes: [] }).map(({ count, periods: [period] }) => ({ unit: 'incident' as const, count, from: period!.from, to: period!.to, months: period!.months }))
  // Whoever looks through all the years for one that differs finds one: each must hold among so many.
  const verdicts = compareEach({ periods, collectionStart: context.network.collectionStart, effortShown: tables.has('participants') })
  const last = verdicts.at(-1)
  if (!last || verdicts.some(({ direction }) => direction === claim.says)) return []
  return [carried(claim, { ratio: last.ratio ?? 0, lower: last.lower ?? 0, upper: last.upper ?? 0 }, last.reasons)]
}

type Claim = Match & { readonly says: 'increase' | 'decrease' }

/** Words that say more, or less; not those that a sentence denies or wishes for. */
function directionsIn({ text }: Reading, lexicon: Lexicon): readonly Claim[] {
  const prose = without(lexicon.idioms, text)
  const claims = [...matchesOf(lexicon.direction.blocking, prose), ...(hasMatch(lexicon.wish, prose) ? [] : matchesOf(lexicon.direction.asked, prose))]
  return claims.flatMap((match): readonly Claim[] => {
    const says = hasMatch(lexicon.up, match.word) ? 'increase' : hasMatch(lexicon.down, match.word) ? 'decrease' : undefined
    return says === undefined || isDenied(prose, match.from, lexicon) ? [] : [{ ...match, says }]
  })
}

function carried(claim: Claim, { ratio, lower, upper }: { readonly ratio: number; readonly lower: number; readonly upper: number }, reasons: readonly string[]): Found {
  return ask('direction-not-carried', claim, ['test', 'reword'], { ratio, lower, upper, reason: reasons[0] ?? '' })
}

function ask(code: Found['code'], { from, to, word }: Match, settle: Found['settle'], values: Found['values'] = {}): Found {
  return { code, from, to, word, blocking: false, settle, values }
}

const rounded = (months: number): number => Math.round(months * 10) / 10
