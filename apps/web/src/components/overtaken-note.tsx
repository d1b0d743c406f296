// Over the buttons of a form: somebody else has saved since it was filled; loading anew takes nothing that was typed without asking.
import { type ReactNode, useState } from 'react'
import { AskOnce } from './ask-once.tsx'
import { Button } from './button.tsx'
import { useOvertakenWords } from './overtaken-words.ts'
import './states.css'

/**
 * A form keeps the revision that it was filled from, whatever the page hears meanwhile: with the newest one its save would
 * be taken, and what the other wrote would be gone without a word.
 */
export function OvertakenNote({ isOvertaken, isTyped, onAgain }: { readonly isOvertaken: boolean; readonly isTyped: boolean; readonly onAgain: () => void }): ReactNode {
  const words = useOvertakenWords()
  const [asking, setAsking] = useState(false)
  return (
    <div role="status" className={isOvertaken ? 'problem problem-warning' : 'unseen'}>
      {isOvertaken && (
        <div>
          <p>{words.text}</p>
          <p><Button kind="secondary" onPress={() => (isTyped ? setAsking(true) : onAgain())}>{words.again}</Button></p>
          <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.title} deed={words.again} back={words.back} onDo={onAgain}>
            <p>{words.ask}</p>
          </AskOnce>
        </div>
      )}
    </div>
  )
}
