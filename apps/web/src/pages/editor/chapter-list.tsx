// The chapters in their order, how many remarks each has, and the whole text; on a phone a list to choose from.
import type { Chapter } from '@lykta/publication/prose'
import type { ReactNode } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { useMedia } from '../../components/use-media.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useEditorWords } from './editor-words.ts'

export const wholeText = 'whole'

export type ChapterListProps = {
  readonly chapters: readonly (Chapter & { readonly remarks: number })[]
  readonly open: string
  readonly onOpen: (id: string) => void
}

export function ChapterList({ chapters, open, onOpen }: ChapterListProps): ReactNode {
  const words = useEditorWords()
  const language = useLanguage()
  const roomy = useMedia('(min-width: 60rem)')
  const all = [
    ...chapters.map(({ id, title, remarks }) => ({ id, remarks, text: id === 'top' ? words.front : title })),
    { id: wholeText, remarks: 0, text: words.whole },
  ]
  const told = (remarks: number): string => words.chapterMarks(renderCount(remarks, language))
  if (!roomy) {
    return (
      <SelectField
        label={words.chapters} selected={open} onSelect={onOpen}
        options={all.map(({ id, text, remarks }) => ({ id, text: remarks === 0 ? text : `${text} (${told(remarks)})` }))}
      />
    )
  }
  return (
    <nav className="chapters" aria-label={words.chapters}>
      <h2>{words.chapters}</h2>
      <ol>
        {all.map(({ id, text, remarks }) => (
          <li key={id}>
            <button type="button" aria-current={id === open} onClick={() => onOpen(id)}>
              <span>{text}</span>
              {remarks > 0 && <span className="chapter-remarks" role="img" aria-label={told(remarks)}>{renderCount(remarks, language)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
