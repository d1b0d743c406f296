// What stands behind a number: unit, base, unknowns, lower bound, interval, period, as of, and the rule for showing it.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Period, Unit } from '@lykta/statistics'
import type { Quantity as Count } from '@lykta/incident'
import type { AsOf, RateInterval } from '../../../server/src/api/types.ts'
import { renderMoment } from '../format/dates.ts'
import { renderCount, renderDecimal, renderMonthCount } from '../format/numbers.ts'
import { renderPeriod } from '../format/periods.ts'
import { renderQuantity } from '../format/quantity.ts'
import { findPercent, smallestBase } from '../format/share.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { shownWords } from '../messages/shown-words.ts'
import { useNetwork } from '../network.ts'
import './number-facts.css'

export type NumberFactsProps = {
  readonly label: string
  readonly unit: Unit
  readonly value: Count
  readonly period: Period
  readonly asOf: AsOf
  /** What the number is a part of, in the same unit. */
  readonly base?: { readonly words: string; readonly value: Count }
  readonly severalAnswers?: boolean
  /** Named counts beside the number: unknown, not asked, occurrences … */
  readonly beside?: readonly { readonly label: string; readonly text: string }[]
  readonly rate?: RateInterval
  readonly onFollow?: () => void
  readonly support?: { readonly incidents: number; readonly organisations: number; readonly largest: number }
}

export function NumberFacts({ label, unit, value, period, asOf, base, severalAnswers, beside = [], rate, support, onFollow }: NumberFactsProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { network, shownFrom } = useNetwork()
  const { facts, number, units } = messages
  const count = (one: number): string => renderCount(one, language)
  const quantity = (one: Count): string => renderQuantity(one, language, messages, period.months)
  const rows: (readonly [string, ReactNode])[] = [
    [facts.value, <strong key="value">{quantity(value)}</strong>],
    [facts.unit, units[unit].meaning],
  ]
  if (base) {
    rows.push([facts.base, `${quantity(base.value)}: ${base.words}`], [facts.share, shareOf(base.value)])
  }
  for (const one of beside) rows.push([one.label, one.text])
  rows.push([facts.bound, value.atLeast ? facts.boundYes : facts.boundNo])
  if (rate && rate.estimate !== null) {
    rows.push([facts.interval, facts.intervalValue(renderDecimal(rate.estimate, 1, language), renderDecimal(rate.low, 1, language), renderDecimal(rate.high, 1, language))])
  }
  rows.push([facts.period, facts.periodValue(renderPeriod(period), number.months(renderMonthCount(period.months, language), period.months === 1))])
  if (support && support.incidents > 0) {
    const of = (unitName: 'incident' | 'organisation', amount: number): string => `${count(amount)} ${amount === 1 ? units[unitName].one : units[unitName].many}`
    rows.push([facts.support, facts.supportValue(of('incident', support.incidents), of('organisation', support.organisations), count(support.largest))])
  }
  rows.push(
    [facts.asOf, facts.asOfValue(renderMoment(asOf.at, network.timeZone, language), count(asOf.position))],
    [facts.rule, <span key="rule"><strong>{facts.ruleRaw}</strong> {facts.ruleOutside(shownWords(shownFrom.public, language), shownWords(shownFrom.core, language))}</span>],
  )
  return (
    <div className="facts">
      <h2 className="facts-title">{label}</h2>
      <dl>
        {rows.map(([name, content]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      </dl>
      {severalAnswers && <p className="hint">{facts.several}</p>}
      <Link to="/method" onClick={() => onFollow?.()}>{facts.how}</Link>
    </div>
  )

  function shareOf(whole: Count): string {
    const percent = findPercent(value, whole)
    if (percent !== undefined) return number.percentOf(count(percent), count(whole.count))
    if (whole.atLeast) return facts.noShareLowerBound
    return whole.count < smallestBase ? facts.noShareSmall : facts.noSharePartBound
  }
}
