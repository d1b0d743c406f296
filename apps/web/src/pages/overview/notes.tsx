// What to keep in mind: what the numbers show, which year is short, and what was not counted.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { renderCount, renderMonthCount } from '../../format/numbers.ts'
import { findCollectedPart, renderPeriod } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useSameWords } from '../same/same-words.ts'

export function Notes({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { overview, places, number } = useMessages()
  const language = useLanguage()
  const { network, today } = useNetwork()
  const same = useSameWords()
  const { inNoYear, notes: { beforeCollection, withdrawn, joined, probable } } = answer
  const partial = answer.years.periods.flatMap((period) => {
    const part = findCollectedPart(period, network.collectionStart, today, language)
    return part === undefined ? [] : [overview.notePartial(renderPeriod(period), number.months(renderMonthCount(period.months, language), period.months === 1), part)]
  })
  const notes = [
    overview.noteSeen,
    ...partial,
    ...(inNoYear > 0 ? [overview.noteNoYear(renderCount(inNoYear, language), inNoYear === 1)] : []),
    ...(beforeCollection > 0 ? [overview.noteBefore(renderCount(beforeCollection, language), beforeCollection === 1)] : []),
    ...(joined > 0 ? [`${same.joinedNote(renderCount(joined, language), joined === 1)}${probable > 0 ? ` ${same.probableNote(renderCount(probable, language))}` : ''}`] : []),
    ...(withdrawn > 0 ? [overview.noteWithdrawn(renderCount(withdrawn, language), withdrawn === 1)] : []),
  ]
  return (
    <section className="notes">
      <h2>{overview.notes}</h2>
      <ul>{notes.map((note) => <li key={note}>{note}</li>)}</ul>
      <p><Link to="/method">{places.method}</Link></p>
    </section>
  )
}
