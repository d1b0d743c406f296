// What the checker asks about in the text: each with its language and line, which leads to the place in the editor.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EditionAnswer } from '../../../../server/src/api/types.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

/** `asked`: null while no draft has been made. */
export function EditionFindings({ year, asked }: { readonly year: number; readonly asked: EditionAnswer['asked'] | null }): ReactNode {
  const { edition: words } = useMessages()
  const language = useLanguage()
  return (
    <section className="edition-section" aria-labelledby="edition-asked">
      <h2 id="edition-asked">{words.text}</h2>
      <p className="edition-text-ways"><Link to="/text/$year" params={{ year: String(year) }}>{words.writeText}</Link> <Link to="/examples">{words.examples}</Link></p>
      {asked && <p>{asked.length === 0 ? words.nothingAsked : words.asked(renderCount(asked.length, language), asked.length === 1)}</p>}
      {asked && asked.length > 0 && (
        <ul className="problems">
          {asked.map((one, index) => (
            <li key={`${one.language}:${one.line}:${one.code}:${index}`} className={one.severity === 'error' ? 'problem problem-error' : 'problem'}>
              <Link to="/text/$year" params={{ year: String(year) }} search={{ language: one.language, line: one.line }}>{words.askedAt(words.languages[one.language], renderCount(one.line, language))}</Link>
              <span lang={language}> {one.text[language].replace(/^[^:]*: /, '')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
