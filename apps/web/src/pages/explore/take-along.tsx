// The address of this view, and the same numbers as files.
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExplorerTableAnswer } from '../../../../server/src/api/explorer-types.ts'
import { CopyField } from '../../components/copy-field.tsx'
import type { ExploreSearch } from './explore-controls.tsx'
import { useExploreWords } from './explore-words.ts'

/** `search`: all of what was chosen, also what was not said: the newest edition is another one some day. */
export function TakeAlong({ files, search }: { readonly files: ExplorerTableAnswer['files']; readonly search: ExploreSearch }): ReactNode {
  const words = useExploreWords()
  const router = useRouter()
  const address = `${window.location.origin}${router.buildLocation({ to: '/explore', search }).href}`
  return (
    <section className="take-along" aria-labelledby="take-along">
      <h2 id="take-along">{words.take}</h2>
      <CopyField label={words.link} text={address} copy={words.copy} copied={words.copied} />
      <p className="label" id="files">{words.files}</p>
      <ul className="take-files" aria-labelledby="files">
        {files.map(({ language, kind, href }) => (
          <li key={href}><a href={href} download>{words.fileOf(words.file[kind], words.languages[language])}</a></li>
        ))}
      </ul>
    </section>
  )
}
