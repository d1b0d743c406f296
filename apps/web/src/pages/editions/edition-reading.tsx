// The annual report to read and to take along: as a page here, by itself, and as PDF, in both languages.
import type { Language } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { EditionFile } from '../../../../server/src/api/types.ts'
import { useMedia } from '../../components/use-media.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { PageFrame } from './page-frame.tsx'

const languages: readonly Language[] = ['sv', 'en']

export function EditionReading({ year, files, madeAt }: { readonly year: number; readonly files: readonly EditionFile[]; readonly madeAt: string }): ReactNode {
  const { edition: words } = useMessages()
  const language = useLanguage()
  const [chosen, setChosen] = useState<Language>()
  // A phone has no room for a page within a page: there the links are enough.
  const roomy = useMedia('(min-width: 48rem)')
  const find = (one: Language, kind: EditionFile['kind']): EditionFile | undefined => files.find((file) => file.language === one && file.kind === kind)
  const size = (file: EditionFile): string => words.size(renderCount(Math.max(1, Math.round(file.bytes / 1000)), language))
  const shown = chosen ?? language
  const page = find(shown, 'page')
  return (
    <section className="edition-section" aria-labelledby="edition-read">
      <h2 id="edition-read">{words.read}</h2>
      <ul className="edition-ways">
        {languages.map((one) => {
          const asPage = find(one, 'page')
          const copies = (['pdf', 'archive', 'docx'] as const).flatMap((kind) => (find(one, kind) ? [{ kind, file: find(one, kind)! }] : []))
          return (
            <li key={one}>
              <h3>{words.languages[one]}</h3>
              {asPage && <a href={asPage.href} target="_blank" rel="noopener" aria-label={`${words.page}, ${words.languages[one]}`}>{words.page}</a>}
              {copies.map(({ kind, file }) => (
                <a key={kind} href={file.href} download aria-label={`${words.copies[kind]} ${size(file)}, ${words.languages[one]}`}>{words.copies[kind]} <small>{size(file)}</small></a>
              ))}
            </li>
          )
        })}
      </ul>
      {roomy && page && (
        <>
          <div className="edition-frame-head">
            <p className="hint">{words.frame}</p>
            <div className="switch" role="group" aria-label={words.frameLanguage}>
              {languages.map((one) => (
                <button key={one} type="button" aria-pressed={one === shown} onClick={() => setChosen(one)}>{words.languages[one]}</button>
              ))}
            </div>
          </div>
          <PageFrame key={`${page.href} ${madeAt}`} href={page.href} title={`${words.title(String(year))}, ${words.languages[shown]}`} />
        </>
      )}
    </section>
  )
}
