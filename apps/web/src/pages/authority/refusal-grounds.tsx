// The grounds that a refusal rests on, added one after another.
import type { MaskGround } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { citedWords } from './extract-list.tsx'
import { useExtractWords } from './extract-words.ts'
import { GroundField, isFitGround } from './ground-field.tsx'

export function RefusalGrounds({ grounds, onGrounds }: { readonly grounds: readonly MaskGround[]; readonly onGrounds: (grounds: readonly MaskGround[]) => void }): ReactNode {
  const words = useExtractWords()
  const language = useLanguage()
  const [next, setNext] = useState<MaskGround>({ code: 'osl-26-1', words: null })
  const isNew = !grounds.some(({ code, words: own }) => code === next.code && own === next.words)
  return (
    <div className="refusal-grounds">
      <p className="hint">{words.refusedHint}</p>
      <GroundField label={words.refusedGrounds} ground={next} onGround={setNext} />
      <Button kind="secondary" isDisabled={!isNew || !isFitGround(next)} onPress={() => onGrounds([...grounds, next])}>{words.refusedAdd}</Button>
      <ul className="authority-list">
        {grounds.map((ground) => {
          const cited = citedWords(ground, language)
          return <li key={cited}>{cited} <Button kind="quiet" aria-label={words.removeOf(cited)} onPress={() => onGrounds(grounds.filter((one) => one !== ground))}>{words.remove}</Button></li>
        })}
      </ul>
    </div>
  )
}
