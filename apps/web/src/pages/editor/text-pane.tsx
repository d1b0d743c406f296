// One language beside its remarks: the chapter that is open, written or read as it will be, with the picker and the steps back.
import { chaptersOf, type FigureChoice, insertBinding, markLiteral, markOpinion, offsetOf } from '@lykta/publication/prose'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useImperativeHandle, type Ref, useRef, useState } from 'react'
import type { Language } from '@lykta/incident'
import { Button } from '../../components/button.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { Conflict } from './conflict.tsx'
import { editorWords, useEditorWords } from './editor-words.ts'
import { FigurePicker } from './figure-picker.tsx'
import { Preview } from './preview.tsx'
import type { Beside } from './reading.ts'
import { RemarkList } from './remark-list.tsx'
import { type Remark, remarksOf } from './remarks.ts'
import type { WrittenText } from './use-written-text.ts'
import { Versions } from './versions.tsx'
import { WritingArea, type WritingAreaHandle } from './writing-area.tsx'

/** A part of the text, in UTF-16 units. */
export type Part = { readonly from: number; readonly to: number; readonly title: string; readonly isWhole: boolean }

export type TextPaneHandle = { readonly goTo: (line: number, from: number, to: number) => void }

export type TextPaneProps = {
  readonly ref?: Ref<TextPaneHandle>
  readonly written: WrittenText
  readonly beside: Beside
  readonly part: Part
  readonly self: string
  readonly isReadOnly: boolean
  /** Opens the chapter in which the line lies. */
  readonly onOpenAt: (language: Language, at: number, text?: string) => void
  readonly onSave: () => void
}

export function TextPane({ ref, written, beside, part, self, isReadOnly, onOpenAt, onSave }: TextPaneProps): ReactNode {
  const words = useEditorWords()
  const shown = useLanguage()
  const id = useId()
  const area = useRef<WritingAreaHandle>(null)
  const [reads, setReads] = useState(false)
  const [picking, setPicking] = useState<{ readonly from: number; readonly to: number; readonly start: string } | null>(null)
  const [versions, setVersions] = useState(false)
  const [said, setSaid] = useState('')
  const [caret, setCaret] = useState({ from: part.from, to: part.from })
  const { present, reading, language } = written
  const { text } = present
  const remarks = remarksOf(reading.text, reading.marks, written.changed, shown)
  const placeOf = ({ line, from }: Pick<Remark, 'line' | 'from'>): number => offsetOf(reading.text, line, from)
  const here = remarks.filter((remark) => placeOf(remark) >= part.from && placeOf(remark) <= part.to)
  // A moment after the last letter the marks are of this text again; until then none stands in a wrong place.
  const spans = reading.text === text ? reading.spans.filter(({ kind }) => kind !== 'changed' || written.changed.length > 0).flatMap(({ from, to, kind }) => (from >= part.from && to <= part.to ? [{ from: from - part.from, to: to - part.from, kind }] : [])) : []

  // What is asked for once the chapter stands that it lies in.
  const wanted = useRef<{ readonly from: number; readonly to: number } | null>(null)
  const select = (from: number, to: number, of = text): void => {
    wanted.current = { from, to }
    setReads(false)
    setCaret({ from, to })
    onOpenAt(language, from, of)
  }
  useEffect(() => {
    const { current } = wanted
    if (!current || reads || current.from < part.from || current.from > part.to || text.length < current.to) return
    wanted.current = null
    area.current?.select(current.from - part.from, Math.min(current.to, part.to) - part.from)
  })
  useImperativeHandle(ref, () => ({ goTo: (line, from, to) => select(offsetOf(text, line, from), offsetOf(text, line, to)) }))

  const apply = (edited: { readonly text: string; readonly from: number; readonly to: number }, told: string): void => {
    written.write(edited, false)
    setSaid(told)
    select(edited.from, edited.to, edited.text)
  }
  const choose = (choice: FigureChoice): void => {
    const place = picking ?? caret
    setPicking(null)
    // A comparison is a whole sentence and says itself that nothing can be compared.
    const whenHidden = choice.kind === 'direction' ? null : editorWords[language].picker.whenHidden(choice.title)
    apply(insertBinding(text, place, choice.source, whenHidden), words.picker.inserted(choice.title))
  }
  const next = (backwards: boolean): void => {
    const places = here.map((remark) => ({ remark, at: placeOf(remark) }))
    const found = backwards ? places.findLast(({ at }) => at < caret.from) ?? places.at(-1) : places.find(({ at }) => at > caret.from) ?? places[0]
    if (found) goTo(found.remark)
  }
  const goTo = (remark: Remark): void => select(placeOf(remark), offsetOf(reading.text, remark.line, remark.to))
  const onKeyDown = (event: KeyboardEvent): void => {
    const held = event.ctrlKey || event.metaKey
    const act = event.key === 'F8' ? () => next(event.shiftKey)
      : !held || event.altKey ? undefined
      : event.key === 's' ? onSave
      : isReadOnly ? undefined
      : event.key === 'k' ? () => setPicking({ ...caret, start: '' })
      : event.key === 'z' && !event.shiftKey ? written.undo
      : event.key === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey) ? written.redo
      : undefined
    if (!act) return
    event.preventDefault()
    act()
  }
  const name = words.text(words.lower[language], part.title)
  return (
    <section className="pane" aria-label={words.languages[language]}>
      <h2 className="pane-title">{words.languages[language]}</h2>
      {written.conflict && <Conflict key={written.conflict.revision} written={written} onSaid={setSaid} />}
      <div className="pane-tools" role="group" aria-label={words.languages[language]}>
        <div className="switch" role="group" aria-label={words.view}>
          <button type="button" aria-pressed={!reads} onClick={() => setReads(false)}>{words.write}</button>
          <button type="button" aria-pressed={reads} onClick={() => setReads(true)}>{words.read}</button>
        </div>
        {!isReadOnly && (
          <>
            <Button kind="secondary" onPress={() => setPicking({ ...caret, start: '' })}>{words.insert}</Button>
            <Button kind="quiet" isDisabled={!written.canUndo} onPress={written.undo}>{words.undo}</Button>
            <Button kind="quiet" isDisabled={!written.canRedo} onPress={written.redo}>{words.redo}</Button>
            <Button kind="quiet" onPress={() => setVersions(true)}>{words.versions.open}</Button>
          </>
        )}
      </div>
      <p role="status" className="pane-said">{said}</p>
      <div className="pane-body">
        {reads ? (
          <Preview blocks={beside.preview(previewOf(text, part))} changed={new Set(written.changed.map(({ source }) => source))} language={language} label={`${words.read}: ${part.title}`} />
        ) : (
          <WritingArea
            ref={area} label={name} language={language} text={text.slice(part.from, part.to)} spans={spans} describedBy={`${id}-keys`} isReadOnly={isReadOnly}
            selection={null}
            onChange={(value, from, to) => {
              setSaid('')
              const next = { text: text.slice(0, part.from) + value + text.slice(part.to), from: from + part.from, to: to + part.from }
              setCaret(next)
              written.write(next, true)
              // A heading that has been written, or taken away, makes another chapter of where the caret is.
              const [before, after] = [chaptersOf(text), chaptersOf(next.text)]
              if (!part.isWhole && before.length !== after.length) {
                wanted.current = next
                onOpenAt(language, next.from, next.text)
              }
            }}
            onSelect={(from, to) => setCaret({ from: from + part.from, to: to + part.from })}
            onKeyDown={onKeyDown}
          />
        )}
        <div>
          <RemarkList
            remarks={here} elsewhere={remarks.length - here.length} isWhole={part.isWhole} isReadOnly={isReadOnly} onGoTo={goTo}
            onConfirm={(all) => written.confirm(all.flatMap(({ change }) => (change ? [change.source] : [])))}
            onBind={(remark) => setPicking({ from: placeOf(remark), to: offsetOf(reading.text, remark.line, remark.to), start: '' })}
            onOpinion={(remark) => apply(markOpinion(text, remark), words.didOpinion)}
            onLiteral={(remark) => apply(markLiteral(text, remark), words.didLiteral)}
          />
          <p id={`${id}-keys`} className="hint pane-keys">{words.keys}</p>
        </div>
      </div>
      {picking && <FigurePicker edition={beside.edition} start={picking.start} onChoose={choose} onClose={() => setPicking(null)} />}
      {versions && (
        <Versions
          written={written} self={self} onClose={() => setVersions(false)}
          onTake={(taken, version) => {
            setVersions(false)
            apply({ text: taken, from: 0, to: 0 }, words.versions.taken(version))
          }}
        />
      )}
    </section>
  )
}

/** A chapter by itself is no whole text: what comes before it is left out, and the title with it. */
function previewOf(text: string, { from, to }: Part): string {
  return text.slice(from, to)
}
