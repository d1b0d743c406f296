// One sealed text before it is handed out: opened in the browser, passages of it masked by selecting them, or the whole masked unread.
import { addPassage, type MaskGround, type Passage } from '@lykta/incident'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { citedWords } from './extract-list.tsx'
import { useExtractWords } from './extract-words.ts'

export type TextToTry = {
  /** The revision that brought it. */
  readonly number: number
  /** Null while closed. */
  readonly text: string | null
  readonly passages: readonly Passage[]
  /** Set where the whole of it is masked. */
  readonly whole: MaskGround | null
}

export type TextMaskingProps = {
  readonly incident: IncidentAnswer
  readonly one: TextToTry
  readonly name: string
  /** Of what is masked now; null while it cannot stand. */
  readonly ground: MaskGround | null
  readonly opens: boolean
  readonly onChange: (change: Partial<TextToTry>) => void
}

export function TextMasking({ incident, one: { number, text, passages, whole }, name, ground, opens, onChange }: TextMaskingProps): ReactNode {
  const words = useExtractWords()
  const language = useLanguage()
  const acting = useAct()
  const area = useRef<HTMLTextAreaElement>(null)
  const [nothing, setNothing] = useState(false)
  const id = useId()
  const open = (): Promise<void> => acting.act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const { ref, revision, answers } = incident
    onChange({ text: (await keys.openReason(ref, answers.external ? null : answers.reportedBy, { revision, answers }, number)).text })
    return undefined
  })
  const mask = (): void => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {}
    const next = text === null || ground === null ? passages : addPassage(text, passages, { from, to, ground })
    setNothing(next === passages)
    onChange({ passages: next })
  }
  return (
    <section className="extract-text" aria-label={name}>
      <h3>{name}</h3>
      <TickBox isTicked={whole !== null} onTick={(on) => (!on || ground !== null) && onChange({ whole: on ? ground : null })}>
        {words.textMaskAll}
        {whole !== null && <span className="extract-ground">{words.masked(citedWords(whole, language))}</span>}
      </TickBox>
      {whole === null && text === null && (opens ? (
        <>
          <p className="hint">{words.textOpenHint}</p>
          <Button kind="secondary" isDisabled={acting.busy} onPress={() => void open()}>{words.textOpen}</Button>
          <FailureNote error={acting.failure} />
        </>
      ) : <p className="hint">{words.textCommand}</p>)}
      {whole === null && text !== null && (
        <>
          <label className="label" htmlFor={id}>{words.textLabel}</label>
          <textarea ref={area} id={id} className="input input-lines" rows={8} readOnly value={text} translate="no" />
          <Button kind="secondary" isDisabled={ground === null} onPress={mask}>{words.textMask}</Button>
          <p role="status" className={nothing ? 'field-error' : 'unseen'}>{nothing ? words.textNothing : ''}</p>
          {passages.length > 0 && (
            <ul className="authority-list" aria-label={words.textMarked} translate="no">
              {passages.map((passage) => {
                const said = short(text.slice(passage.from, passage.to))
                return (
                  <li key={passage.from}>
                    <span className="extract-struck">{said}</span> <span className="extract-ground">{citedWords(passage.ground, language)}</span>
                    <Button kind="quiet" aria-label={words.textUnmaskOf(said)} onPress={() => onChange({ passages: passages.filter((other) => other !== passage) })}>{words.textUnmask}</Button>
                  </li>
                )
              })}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 40).trimEnd()} … ${text.slice(-15).trimStart()}` : text)
