// The dark figure: every gate, and mostly why no number can be told. For the coordinator alone.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { darkFigureQuery } from '../../api/crossing-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { codeWord } from '../../format/code-words.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function DarkFigurePart({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const { statistics: words } = useMessages()
  const language = useLanguage()
  const [known, setKnown] = useState(false)
  const query = useQuery(darkFigureQuery(from, to, known))
  return (
    <section className="statistics-section" aria-labelledby="dark-figure">
      <h2 id="dark-figure">{words.darkFigure}</h2>
      <p className="hint">{words.darkFigureAbout}</p>
      <TickBox isTicked={known} onTick={setKnown}>{words.linkageKnown}</TickBox>
      <Loaded query={query}>
        {({ said, lists }) => (
          <>
            <p><strong>{said[language]}</strong></p>
            <p className="hint">{lists.length === 0 ? words.noLists : words.lists(lists.map(({ sector, persons }) => `${codeWord('sector', sector, language)} ${renderCount(persons, language)}`).join(', '))}</p>
          </>
        )}
      </Loaded>
      <RawMark />
    </section>
  )
}
