// The remarks on a chapter: each leads to its place, says what is wrong and what to do, and offers to do what can be done from here.
import { type ReactNode, useId } from 'react'
import { Button } from '../../components/button.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useEditorWords } from './editor-words.ts'
import type { Remark } from './remarks.ts'

export type RemarkListProps = {
  readonly remarks: readonly Remark[]
  readonly elsewhere: number
  readonly isWhole: boolean
  readonly isReadOnly: boolean
  readonly onGoTo: (remark: Remark) => void
  readonly onConfirm: (remarks: readonly Remark[]) => void
  readonly onBind: (remark: Remark) => void
  readonly onOpinion: (remark: Remark) => void
  readonly onLiteral: (remark: Remark) => void
}

export function RemarkList({ remarks, elsewhere, isWhole, isReadOnly, onGoTo, onConfirm, onBind, onOpinion, onLiteral }: RemarkListProps): ReactNode {
  const words = useEditorWords()
  const language = useLanguage()
  const title = useId()
  const count = (value: number): string => renderCount(value, language)
  const changes = remarks.filter(({ kind }) => kind === 'changed')
  return (
    <section className="remarks" aria-labelledby={title}>
      <h3 id={title}>{words.findings}{remarks.length > 0 && <span className="remarks-count"> {count(remarks.length)}</span>}</h3>
      {remarks.length === 0 && <p className="hint">{isWhole ? words.noneAll : words.none}</p>}
      {changes.length > 1 && !isReadOnly && <Button kind="secondary" onPress={() => onConfirm(changes)}>{words.confirmAll(count(changes.length))}</Button>}
      <ul>
        {remarks.map((remark) => (
          <li key={remark.key} className={`remark remark-${remark.kind}`}>
            <p className="remark-head">
              <span className="remark-kind">{remark.kind === 'error' ? words.stops : remark.kind === 'changed' ? words.changedFigure : words.asks}</span>
              <button type="button" className="remark-place" aria-label={words.goTo(count(remark.line), remark.word)} onClick={() => onGoTo(remark)}>{words.line(count(remark.line))}</button>
            </p>
            {remark.change ? (
              <>
                <dl className="remark-change">
                  <div><dt>{words.was}</dt><dd><s>{remark.change.before ?? words.hidden}</s></dd></div>
                  <div><dt>{words.now}</dt><dd><strong>{remark.change.now ?? words.hidden}</strong></dd></div>
                </dl>
                <p>{words.changedText}</p>
              </>
            ) : <p>{remark.text}</p>}
            {!isReadOnly && (
              <p className="remark-ways">
                {remark.change && <Button kind="secondary" onPress={() => onConfirm([remark])}>{words.confirm}</Button>}
                {remark.settle.includes('bind') && <Button kind="secondary" onPress={() => onBind(remark)}>{words.bind}</Button>}
                {remark.settle.includes('test') && <Button kind="secondary" onPress={() => onBind(remark)}>{words.test}</Button>}
                {remark.settle.includes('opinion') && <Button kind="secondary" onPress={() => onOpinion(remark)}>{words.opinion}</Button>}
                {remark.settle.includes('literal') && <Button kind="quiet" onPress={() => onLiteral(remark)}>{words.literal}</Button>}
              </p>
            )}
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p className="hint">{words.elsewhere(count(elsewhere))}</p>}
    </section>
  )
}
