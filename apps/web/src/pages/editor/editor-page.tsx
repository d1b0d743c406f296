// The report's text, written where its figures stand: chapters, both languages, what is to be looked at, and saving as revisions.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Language } from '@lykta/incident'
import { chapterAt, chaptersOf } from '@lykta/publication/prose'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { EditionFiguresAnswer, ProseAnswer } from '../../../../server/src/api/prose-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useAct } from '../../components/use-act.ts'
import { useMedia } from '../../components/use-media.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { ChapterList, wholeText } from './chapter-list.tsx'
import { useEditorWords } from './editor-words.ts'
import './editor.css'
import { readingBeside } from './reading.ts'
import { type Part, TextPane, type TextPaneHandle } from './text-pane.tsx'
import { useWrittenText, type WrittenText } from './use-written-text.ts'

const route = getRouteApi('/text/$year')
const languages: readonly Language[] = ['sv', 'en']

export function EditorPage(): ReactNode {
  const { year } = route.useParams()
  // Asked for once: what stands in the field is not replaced under whoever writes.
  const still = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
  const prose = useQuery({ queryKey: ['prose'], queryFn: ({ signal }) => ask<ProseAnswer>('prose', { signal }), ...still })
  const figures = useQuery({ queryKey: ['prose', 'figures', year], queryFn: ({ signal }) => ask<EditionFiguresAnswer>(`editions/${year}/figures`, { signal }), ...still })
  const session = useQuery(sessionQuery)
  return (
    <Loaded query={prose}>
      {(texts) => <Loaded query={figures}>{(known) => <Loaded query={session}>{({ caller }) => <Editor key={year} year={Number(year)} prose={texts} figures={known} self={caller?.id ?? 'operator'} />}</Loaded>}</Loaded>}
    </Loaded>
  )
}

type EditorProps = { readonly year: number; readonly prose: ProseAnswer; readonly figures: EditionFiguresAnswer; readonly self: string }

function Editor({ year, prose, figures, self }: EditorProps): ReactNode {
  const words = useEditorWords()
  const shown = useLanguage()
  const { network } = useNetwork()
  const search = route.useSearch()
  const roomy = useMedia('(min-width: 75rem)')
  const besides = useMemo(() => ({ sv: readingBeside(figures, 'sv', figures.examples.map(({ sv }) => sv)), en: readingBeside(figures, 'en', figures.examples.map(({ en }) => en)) }), [figures])
  const place = { network: network.id, member: self }
  const written = { sv: useWrittenText(prose.texts.sv, besides.sv, year, place), en: useWrittenText(prose.texts.en, besides.en, year, place) }
  const panes = { sv: useRef<TextPaneHandle>(null), en: useRef<TextPaneHandle>(null) }
  const [view, setView] = useState<Language | 'both'>(search.language ?? shown)
  const both = view === 'both' && roomy
  // Two who have written at once are told wherever she looks.
  const conflicted = languages.find((language) => written[language].conflict !== null)
  const first: Language = conflicted ?? (view === 'both' ? shown : view)
  const [open, setOpen] = useState('top')
  const { busy, failure, said, act } = useAct()
  const isUnsaved = written.sv.isUnsaved || written.en.isUnsaved
  useWarnBeforeLeaving(isUnsaved, words.leaving)

  const save = (): void => void act(async () => {
    for (const language of languages) if (written[language].isUnsaved) await written[language].save()
    return undefined
  })
  // From the edition's page straight to the place that it asked about.
  const arrive = useEffectEvent(() => {
    if (search.line !== undefined) panes[first].current?.goTo(search.line, 0, 0)
  })
  useEffect(() => arrive(), [])

  const openAt = (language: Language, at: number, text = written[language].present.text): void => {
    if (open !== wholeText) setOpen(chapterAt(chaptersOf(text), at).id)
  }
  const languagesShown = both ? languages : [first]
  return (
    <article className={both ? 'editor editor-both' : 'editor'}>
      <PageHeading
        title={words.title(String(year))}
        before={<Link to="/editions/$year" params={{ year: String(year) }} className="back"><Icon name="back" />{words.back(String(year))}</Link>}
      />
      <details className="editor-guide">
        <summary>{words.guide}</summary>
        <p>{words.intro}</p>
      </details>
      {prose.fixed && <p className="edition-warning editor-note">{words.fixed}</p>}
      {figures.tables.length === 0 && <p className="edition-warning editor-note">{words.noFigures}</p>}
      {languages.map((language) => <Kept key={language} written={written[language]} onTaken={() => view !== 'both' && setView(language)} />)}
      <div className="editor-bar">
        <div className="switch" role="group" aria-label={words.view}>
          {languages.map((one) => <button key={one} type="button" aria-pressed={!both && one === first} onClick={() => setView(one)}>{words.languages[one]}</button>)}
          {roomy && <button type="button" aria-pressed={both} onClick={() => setView('both')}>{words.both}</button>}
        </div>
        <p role="status" className={isUnsaved ? 'editor-state editor-unsaved' : 'editor-state'}>{busy ? words.saving : isUnsaved ? words.unsaved : stateOf(written[first], words, network.timeZone, shown)}</p>
        {!prose.fixed && <Button kind="primary" isDisabled={busy || !isUnsaved} onPress={save}>{words.save}</Button>}
      </div>
      <FailureNote error={failure} />
      <p role="status" className="unseen">{said}</p>
      <div className="editor-body">
        <ChapterList chapters={chaptersWith(written[first])} open={open} onOpen={setOpen} />
        <div className="panes">
          {languagesShown.map((language) => (
            <TextPane
              key={language} ref={panes[language]} written={written[language]} beside={besides[language]} part={partOf(written[language].present.text, open, words)}
              self={self} isReadOnly={prose.fixed} onOpenAt={openAt} onSave={save}
            />
          ))}
        </div>
      </div>
    </article>
  )
}

type Words = ReturnType<typeof useEditorWords>

function stateOf({ saved }: WrittenText, words: Words, timeZone: string, language: Language): string {
  return saved.savedAt === null ? words.own : words.saved(renderMoment(saved.savedAt, timeZone, language))
}

/** The chapter of that name; where the other language has none of it, its first. */
function partOf(text: string, open: string, words: Words): Part {
  if (open === wholeText) return { from: 0, to: text.length, title: words.whole, isWhole: true }
  const chapters = chaptersOf(text)
  const { id, from, to, title } = chapters.find((chapter) => chapter.id === open) ?? chapters[0]!
  // The empty line before the next heading is not hers to write in: a letter there would end the heading.
  const end = to === text.length ? to : Math.max(from, to - (text.slice(from, to).endsWith('\n\n') ? 2 : 1))
  return { from, to: end, title: id === 'top' ? words.front : title, isWhole: false }
}

function chaptersWith({ present: { text }, reading, changed }: WrittenText) {
  const lines = [...reading.marks, ...changed].map(({ line }) => line)
  const chapters = chaptersOf(text)
  return chapters.map((chapter, index) => ({ ...chapter, remarks: lines.filter((line) => line >= chapter.line && line < (chapters[index + 1]?.line ?? Infinity)).length }))
}

/** What was left here unsaved: gone on with, or thrown away, before anything else is kept in its place. */
function Kept({ written, onTaken }: { readonly written: WrittenText; readonly onTaken: () => void }): ReactNode {
  const words = useEditorWords()
  const { kept, language, saved } = written
  if (!kept) return null
  return (
    <div className="edition-warning editor-note" role="group" aria-label={words.languages[language]}>
      <p><strong>{words.languages[language]}.</strong> {words.kept} {kept.base === saved.revision ? '' : words.keptOld}</p>
      <p className="conflict-ways">
        <Button kind="primary" onPress={() => void written.takeKept(true).then(onTaken)}>{words.takeKept}</Button>
        <Button kind="secondary" onPress={() => void written.takeKept(false)}>{words.dropKept}</Button>
      </p>
    </div>
  )
}
