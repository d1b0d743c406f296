// Reports on their way: one sentence for each of the newest years, which mostly says why there is no number. For the coordinator alone.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { completionQuery } from '../../api/crossing-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function CompletionPart(): ReactNode {
  const { statistics: words } = useMessages()
  const language = useLanguage()
  const query = useQuery(completionQuery)
  return (
    <section className="statistics-section" aria-labelledby="completion">
      <h2 id="completion">{words.completion}</h2>
      <p className="hint">{words.completionAbout}</p>
      <Loaded query={query}>
        {({ years }) => (years.length === 0 ? <p>{words.noCompletion}</p> : years.map(({ year, said }) => <p key={year}><strong>{said[language]}</strong></p>))}
      </Loaded>
      <RawMark />
    </section>
  )
}
