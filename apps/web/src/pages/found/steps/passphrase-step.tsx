// Founding: the keys are made here, and the six words that open them are shown once.
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Paper } from '../../../components/paper.tsx'
import { SpokenWords } from '../../../components/spoken-words.tsx'
import { TickBox } from '../../../components/tick-box.tsx'
import { keys } from '../../../keys/keys.ts'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'
import type { Founding } from '../use-founding.ts'

export function PassphraseStep({ founding, shownAgain }: { readonly founding: Founding; readonly shownAgain: boolean }): ReactNode {
  const { passphrase: words, askBack, step } = useFoundingWords()
  const { made, written, setWritten } = founding
  const [checks, setChecks] = useState(0)
  const making = useMaking(founding)
  if (!made || making.state !== 'made') {
    return (
      <StepFrame title={step.passphrase} lead={words.lead} onBack={making.state === 'failed' ? founding.back : undefined}>
        {making.state === 'failed' ? (
          <>
            <p role="alert" className="problem problem-error">{words.failed}</p>
            <p><Button kind="primary" onPress={making.again}>{words.again}</Button></p>
          </>
        ) : (
          <div className="step-making">
            <p role="status">{words.making}</p>
            <progress max={words.steps.length} value={making.done} aria-label={words.making} />
            <ol>
              {words.steps.map((text, index) => <li key={text} data-state={index < making.done ? 'done' : index === making.done ? 'now' : 'later'}>{text}</li>)}
            </ol>
          </div>
        )}
      </StepFrame>
    )
  }
  const error = checks > 0 && !written ? words.writtenError : undefined
  return (
    <StepFrame
      title={words.title} lead={words.text} onBack={founding.back} after={words.after} checks={checks} errors={error === undefined ? [] : [{ field: 'written', text: error }]}
      onNext={() => (written ? founding.next() : setChecks(checks + 1))}
    >
      {shownAgain && <p role="status" className="step-note">{askBack.shownAgain}</p>}
      <SpokenWords words={made.keys.passphrase.split(' ')} label={words.words} />
      <ul className="step-advice">{words.advice.map((text) => <li key={text}>{text}</li>)}</ul>
      <p><Button kind="secondary" onPress={() => globalThis.print()}>{words.print}</Button></p>
      <TickBox id="written" isTicked={written} onTick={setWritten} error={error}>{words.written}</TickBox>
      <Paper>
        <section>
          <h1>{words.printTitle}</h1>
          <p>{words.printText}</p>
          <ol className="paper-words">{made.keys.passphrase.split(' ').map((word, index) => <li key={`${index}${word}`}>{word}</li>)}</ol>
        </section>
      </Paper>
    </StepFrame>
  )
}

type Making = { readonly state: 'making' | 'made' | 'failed'; readonly done: number; readonly again: () => void }

/** Begins when the step is opened; with the same organisation what was made stands. */
function useMaking({ ids, takeOver, draft: { you: { organisation } }, made, setMade }: Founding): Making {
  const stands = made?.organisation === organisation
  const [done, setDone] = useState(0)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (stands) return undefined
    let isHere = true
    const toFound = { ...ids, organisation, epoch: takeOver?.epoch ?? 1, createdAt: new Date().toISOString() }
    keys.makeFounding(toFound, (step) => isHere && setDone(step)).then(
      (fresh) => isHere && setMade({ keys: fresh, organisation }),
      () => isHere && setFailed(true),
    )
    return () => {
      isHere = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- Once for each opening, organisation and attempt; the rest does not change meanwhile.
  }, [stands, organisation, attempt])
  return {
    state: stands ? 'made' : failed ? 'failed' : 'making',
    done,
    again: () => {
      setFailed(false)
      setDone(0)
      setAttempt(attempt + 1)
    },
  }
}
