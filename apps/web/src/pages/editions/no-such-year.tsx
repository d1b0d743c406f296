// The address of a year of which there can be no edition: which years there are, and why this is none.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'

/** Why no edition of it can be made; undefined for a year in which something was collected. */
export type WhyNoYear = 'to-come' | 'before' | 'no-year'

export function findWhyNoYear(asked: string, collectionStart: string, today: string): WhyNoYear | undefined {
  if (!/^[1-9]\d{3}$/.test(asked)) return 'no-year'
  if (asked > today.slice(0, 4)) return 'to-come'
  return asked < collectionStart.slice(0, 4) ? 'before' : undefined
}

export function NoSuchYear({ year, why }: { readonly year: string; readonly why: WhyNoYear }): ReactNode {
  const { edition: words } = useMessages()
  const language = useLanguage()
  const { network, today } = useNetwork()
  const text = why === 'to-come' ? words.noYear.toCome(year) : why === 'before' ? words.noYear.before(year, renderDay(network.collectionStart, language)) : words.noYear.noYear
  return (
    <article className="edition">
      <PageHeading
        title={why === 'no-year' ? words.noYear.title : words.title(year)}
        before={<Link to="/editions" className="back"><Icon name="back" />{words.back}</Link>}
      />
      <p>{text}</p>
      <p>{words.noYear.there(network.collectionStart.slice(0, 4), today.slice(0, 4))}</p>
    </article>
  )
}
