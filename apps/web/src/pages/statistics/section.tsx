// One section of the statistics: its name, where it is explained, and its tables.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { explainedAt, type SectionId } from './section-ids.ts'

export function Section({ id, children }: { readonly id: SectionId; readonly children: ReactNode }): ReactNode {
  const { statistics: words, facts } = useMessages()
  return (
    <section id={id} className="statistics-section" aria-labelledby={`${id}-title`} tabIndex={-1}>
      <div className="statistics-section-head">
        <h2 id={`${id}-title`}>{words.sections[id]}</h2>
        <Link to="/method" hash={explainedAt[id]} aria-label={`${facts.how}: ${words.sections[id]}`}>{facts.how}</Link>
      </div>
      {children}
    </section>
  )
}
