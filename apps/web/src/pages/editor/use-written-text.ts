// One language's text while it is written: its steps, what is confirmed, what another has saved meanwhile, and what the browser keeps.
import type { Id, Language } from '@lykta/incident'
import { type ChangedFigure, type PrintedBefore, printedNow } from '@lykta/publication/prose'
import { useEffect, useState } from 'react'
import type { ProseAnswer, ProseSaved, ProseText, ProseTextAnswer, SaveProse } from '../../../../server/src/api/prose-types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { dropKeptText, findKeptText, keepText, type KeptText } from './kept-texts.ts'
import { type Beside, type Reading } from './reading.ts'
import { changed, redone, type Snapshot, startHistory, type TextHistory, undone } from './text-history.ts'

export type WrittenText = {
  readonly language: Language
  readonly saved: ProseText
  readonly present: Snapshot
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Of the text as it was a moment ago. */
  readonly reading: Reading
  readonly changed: readonly ChangedFigure[]
  readonly isUnsaved: boolean
  /** What another has saved meanwhile. */
  readonly conflict: ProseText | null
  /** The text that both were written from. */
  readonly common: string
  /** What was written here earlier, and is not on the server. */
  readonly kept: KeptText | null
  readonly write: (next: Snapshot, isTyping: boolean) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly confirm: (sources: readonly string[]) => void
  readonly save: () => Promise<void>
  /** Goes on from what the other has saved, with another text or one's own. */
  readonly settle: (text: string | null) => void
  readonly takeKept: (take: boolean) => Promise<void>
}

const pause = 250
const nothing: PrintedBefore = {}

export function useWrittenText(start: ProseText, beside: Beside, year: number, place: { readonly network: Id; readonly member: string }): WrittenText {
  const { language } = start
  const name = `${place.network}/${place.member}/${language}`
  const [saved, setSaved] = useState(start)
  const [history, setHistory] = useState<TextHistory>(() => startHistory(start.text))
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [conflict, setConflict] = useState<ProseText | null>(null)
  const [kept, setKept] = useState<KeptText | null>(null)
  const [common, setCommon] = useState<string | null>(null)
  const { text } = history.present
  const before = saved.figures[String(year)] ?? nothing
  const [reading, setReading] = useState(() => beside.read(start.text, before))
  useEffect(() => {
    const timer = setTimeout(() => setReading(beside.read(text, before)), pause)
    return () => clearTimeout(timer)
  }, [text, beside, before])
  const isUnsaved = text !== saved.text || confirmed.size > 0

  useEffect(() => {
    let current = true
    void findKeptText(name, Date.now()).then((found) => current && found && found.text !== start.text && setKept(found))
    return () => {
      current = false
    }
  }, [name, start.text])
  // What is kept from earlier is not overwritten before she has said what to do with it.
  const isKeeping = kept === null
  useEffect(() => {
    if (!isKeeping) return undefined
    const timer = setTimeout(() => {
      void (text === saved.text ? dropKeptText(name) : keepText(name, { base: saved.revision, text, keptAt: Date.now() }))
    }, pause * 2)
    return () => clearTimeout(timer)
  }, [name, text, saved, isKeeping])

  const act = (next: string): void => setHistory((one) => changed(one, { text: next, from: 0, to: 0 }, null))
  return {
    language, saved, reading, isUnsaved, conflict, kept,
    common: common ?? saved.text,
    present: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    changed: reading.changed.filter(({ source }) => !confirmed.has(source)),
    write: (next, isTyping) => setHistory((one) => changed(one, next, isTyping ? Date.now() : null)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    confirm: (sources) => setConfirmed((one) => new Set([...one, ...sources])),
    save: async () => {
      // What is printed beside it is of this very text.
      const { figures } = beside.read(text, before)
      const hasTables = beside.edition.tables.size > 0
      const body: SaveProse = { base: saved.revision, text, figures: hasTables ? { ...saved.figures, [year]: printedNow(figures, before, confirmed) } : saved.figures }
      try {
        const { saved: stored } = await ask<ProseSaved>(`prose/${language}`, { method: 'PUT', body })
        setSaved({ ...stored, text: body.text, figures: body.figures })
        setConfirmed(new Set())
        setConflict(null)
        await dropKeptText(name)
      } catch (error) {
        if (!(error instanceof FailureError) || !error.failure.problems.some(({ code }) => code === 'prose.changed-meanwhile')) throw error
        setConflict((await ask<ProseAnswer>('prose')).texts[language])
      }
    },
    settle: (next) => {
      if (!conflict) return
      setSaved(conflict)
      setConflict(null)
      setCommon(null)
      if (next !== null) act(next)
    },
    takeKept: async (take) => {
      setKept(null)
      if (!take || !kept) return dropKeptText(name)
      act(kept.text)
      if (kept.base === saved.revision) return
      // Written from an earlier revision: what has been saved since is another's, or her own on another machine.
      const base = await ask<ProseTextAnswer>(`prose/${language}/revisions/${kept.base}`)
      setCommon(base.text.text)
      setConflict(saved)
    },
  }
}
