// The six words, shown once: to be written down or printed, before three of them are asked back.
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { Paper } from '../../components/paper.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useFoundingWords } from '../found/found-words.ts'
import { useJoinWords } from './join-words.ts'

export type ShownPassphraseProps = {
  readonly passphrase: string
  /** After three mistakes, or because she asked. */
  readonly shownAgain: boolean
  readonly onNext: () => void
}

export function ShownPassphrase({ passphrase, shownAgain, onNext }: ShownPassphraseProps): ReactNode {
  const words = useJoinWords()
  const { passphrase: texts, askBack } = useFoundingWords()
  const [written, setWritten] = useState(false)
  const [checks, setChecks] = useState(0)
  const error = checks > 0 && !written ? texts.writtenError : undefined
  return (
    <>
      <p className="lead">{texts.text}</p>
      {shownAgain && <p role="status" className="outcome">{askBack.shownAgain}</p>}
      <FormErrors title={words.errorsTitle(1)} errors={error === undefined ? [] : [{ field: 'written', text: error }]} checks={checks} />
      <SpokenWords words={passphrase.split(' ')} label={texts.words} />
      <ul className="join-list">{texts.advice.map((text) => <li key={text}>{text}</li>)}</ul>
      <p><Button kind="secondary" onPress={() => globalThis.print()}>{texts.print}</Button></p>
      <TickBox id="written" isTicked={written} onTick={setWritten} error={error}>{texts.written}</TickBox>
      <p className="join-ways">
        <Button kind="primary" onPress={() => (written ? onNext() : setChecks(checks + 1))}>{words.next}</Button>
      </p>
      <Paper>
        <section>
          <h1>{texts.printTitle}</h1>
          <p>{texts.printText}</p>
          <ol className="paper-words">{passphrase.split(' ').map((word, index) => <li key={`${index}${word}`}>{word}</li>)}</ol>
        </section>
      </Paper>
    </>
  )
}
