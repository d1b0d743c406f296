// Approved editions for everybody who reads, and frozen drafts for those who make them or are asked.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DraftSummary, PublishedEdition } from '../../../../server/src/api/edition-types.ts'
import { Mark } from '../../components/mark.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useWorkshopWords } from './workshop-words.ts'
import './workshop.css'

/** `year`: those of one year, beside what is made of it. */
export function PublishedList({ editions, year: one }: { readonly editions: readonly PublishedEdition[]; readonly year?: number }): ReactNode {
  const { list: words, audiences } = useWorkshopWords()
  const moment = useMoment()
  return (
    <section className="workshop-section" aria-labelledby="published">
      <h2 id="published">{words.published}</h2>
      {one !== undefined && <p>{words.printed}</p>}
      {editions.length === 0 ? <p>{words.publishedNone}</p> : (
        <ul className="workshop-list">
          {editions.map(({ id, year, audience, number, approvedAt, releaseAt, released, replacedBy }) => (
            <li key={id}>
              <Link to="/reading/$id" params={{ id }}>{words.title(String(year))}</Link>
              <span>{audiences[audience]}, {words.number(String(number))}, {(released ? words.released : words.releases)(moment(releaseAt ?? approvedAt))}</span>
              {replacedBy !== null && <Mark kind="plain">{words.replaced}</Mark>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Nothing at all where there is none. */
export function DraftList({ drafts }: { readonly drafts: readonly DraftSummary[] }): ReactNode {
  const { list: words, audiences, state: states, waitsForYou } = useWorkshopWords()
  const moment = useMoment()
  const open = drafts.filter(({ state }) => state === 'frozen' || state === 'asked')
  if (open.length === 0) return null
  return (
    <section className="workshop-section" aria-labelledby="drafts">
      <h2 id="drafts">{words.drafts}</h2>
      <p>{words.draftsText}</p>
      <ul className="workshop-list">
        {open.toSorted((a, b) => Number(b.waitsForYou) - Number(a.waitsForYou)).map(({ id, year, audience, madeAt, state, outdated, waitsForYou: waits }) => (
          <li key={id}>
            <Link to="/drafts/$id" params={{ id }}>{words.title(String(year))}</Link>
            <span>{audiences[audience]}, {words.madeAt(moment(madeAt))}</span>
            <Mark kind={waits ? 'lamp' : 'plain'}>{waits ? waitsForYou : outdated === 'ledger' ? words.void : states[state]}</Mark>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useMoment(): (instant: string) => string {
  const language = useLanguage()
  const { network } = useNetwork()
  return (instant) => renderMoment(instant, network.timeZone, language)
}
