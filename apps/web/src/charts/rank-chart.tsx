// Rows with bars from one line, on the scale of their base: words that wrap, a number on each.
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import './rank-chart.css'

export type Rank = {
  readonly id: string
  readonly label: string
  readonly count: number
  /** "44 · 70 %". */
  readonly text: string
}

/** `base` is the length of a whole bar: a row that holds nearly all looks so. */
export function RankChart({ ranks, base, label }: { readonly ranks: readonly Rank[]; readonly base: number; readonly label: string }): ReactNode {
  const { chart } = useMessages()
  const spoken = ranks.map((rank) => chart.value(rank.label, rank.text))
  return (
    <div role="img" aria-label={`${label}. ${spoken.join('; ')}.`} className="ranks">
      {ranks.map(({ id, label: name, count, text }) => (
        <div key={id} className="rank" aria-hidden="true">
          <span className="rank-label">{name}</span>
          <span className="rank-track"><span className="rank-bar" style={{ width: `${base > 0 ? (100 * count) / base : 0}%` }} /></span>
          <span className="rank-value">{text}</span>
        </div>
      ))}
    </div>
  )
}
