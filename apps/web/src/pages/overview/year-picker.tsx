// The years as links, so that each has its own address; a year collected in part says which part.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { renderShortMonth } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { shownYears } from './shown-years.ts'

export function YearPicker({ year }: { readonly year: number }): ReactNode {
  const { overview } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { collectionStart } = network.network
  const partOf = (one: number): string | undefined => {
    const from = Number(collectionStart.slice(0, 4)) === one ? collectionStart : `${one}-01-01`
    const to = Number(network.today.slice(0, 4)) === one ? network.today : `${one}-12-31`
    if (from.endsWith('-01-01') && to.endsWith('-12-31')) return undefined
    const [first, last] = [renderShortMonth(from, language), renderShortMonth(to, language)]
    return first === last ? first : `${first}–${last}`
  }
  return (
    <nav className="years" aria-label={overview.years}>
      <ul>
        {shownYears(network, year).map((one) => {
          const part = partOf(one)
          return (
            <li key={one}>
              <Link to="/" search={{ year: one }} aria-current={one === year ? 'page' : undefined} resetScroll={false}>
                {one}
                {part !== undefined && <small>{part}</small>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
