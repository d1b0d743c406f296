// Two have written at once: what the other saved beside one's own, and the three ways on. Nothing is lost whichever is taken.
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useEditorWords } from './editor-words.ts'
import { lineChanges, mergedText } from './line-changes.ts'
import type { WrittenText } from './use-written-text.ts'

const most = 30

export function Conflict({ written, onSaid }: { readonly written: WrittenText; readonly onSaid: (text: string) => void }): ReactNode {
  const { conflict: words, lower } = useEditorWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const place = useRef<HTMLElement>(null)
  const { conflict, common, present } = written
  const merged = useMemo(() => (conflict ? mergedText(common, present.text, conflict.text) : undefined), [conflict, common, present.text])
  const changes = useMemo(() => (conflict ? lineChanges(conflict.text.split('\n'), present.text.split('\n')) : []), [conflict, present.text])
  useEffect(() => place.current?.focus(), [])
  if (!conflict) return null
  const theirs = conflict.text.split('\n')
  const settle = (text: string | null, said: string): void => {
    written.settle(text)
    onSaid(said)
  }
  return (
    <section ref={place} tabIndex={-1} className="conflict" role="alert" aria-label={words.title(lower[written.language])}>
      <h3>{words.title(lower[written.language])}</h3>
      <p>{words.text(conflict.savedAt === null ? '–' : renderMoment(conflict.savedAt, network.timeZone, language))}</p>
      <p>{merged === undefined ? words.clash : words.mergeHint}</p>
      <p className="conflict-ways">
        {merged !== undefined && <Button kind="primary" onPress={() => settle(merged, words.merged)}>{words.merge}</Button>}
        <Button kind="secondary" onPress={() => settle(null, words.kept)}>{words.keep}</Button>
        <Button kind="secondary" onPress={() => settle(conflict.text, words.taken)}>{words.take}</Button>
      </p>
      <details open={merged === undefined}>
        <summary>{words.differs}</summary>
        <ul className="conflict-lines" lang={written.language}>
          {changes.slice(0, most).map(({ from, to, lines }) => (
            <li key={from}>
              <div><span className="hint" lang={language}>{words.theirs}</span><p>{theirs.slice(from, to).join('\n') || words.nothing}</p></div>
              <div><span className="hint" lang={language}>{words.mine}</span><p>{lines.join('\n') || words.nothing}</p></div>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
