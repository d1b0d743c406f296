// The tables to go to, beside them on a desk.
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { sectionIds } from './section-ids.ts'

export function Contents(): ReactNode {
  const { statistics: words } = useMessages()
  return (
    <nav className="statistics-contents" aria-labelledby="statistics-contents">
      <h2 id="statistics-contents">{words.contents}</h2>
      <ol>
        {sectionIds.map((id) => (
          <li key={id}><a href={`#${id}`}>{words.sections[id]}</a></li>
        ))}
      </ol>
    </nav>
  )
}
