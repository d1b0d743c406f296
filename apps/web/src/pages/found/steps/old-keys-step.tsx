// Taking over: the texts that were sealed with the server's key are sealed anew, here; it can be stopped and gone on with.
import { type ReactNode, useRef, useState } from 'react'
import { FailureError } from '../../../api/ask.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { keys, type Progress } from '../../../keys/keys.ts'
import { useProblemTexts } from '../../../keys/problem-text.ts'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'

export function OldKeysStep({ onNext }: { readonly onNext: () => void }): ReactNode {
  const { oldKeys: words, step } = useFoundingWords()
  const textsOf = useProblemTexts()
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'asking' | 'opening' | 'sealing' | 'stopped' | 'done'>('asking')
  const [progress, setProgress] = useState<Progress>({ done: 0, left: 0 })
  const [checks, setChecks] = useState(0)
  const [problems, setProblems] = useState<readonly string[]>([])
  const stop = useRef<AbortController>(null)

  async function seal(): Promise<void> {
    const before = progress.done
    stop.current = new AbortController()
    setState('sealing')
    try {
      await keys.rewrap(({ done, left }) => setProgress({ done: before + done, left }), stop.current.signal)
      setState('done')
    } catch (error) {
      if (stop.current.signal.aborted) return setState('stopped')
      setProblems(textsOf(error))
      // Only a lost connection leaves the old key open; after anything else its passphrase is asked for again.
      setState(error instanceof FailureError ? 'stopped' : 'asking')
    }
  }
  async function start(): Promise<void> {
    setProblems([])
    const isEmpty = passphrase.trim() === ''
    if (isEmpty) {
      setProblems([words.missing])
      return setChecks(checks + 1)
    }
    setState('opening')
    try {
      await keys.openServerMade(passphrase)
      setPassphrase('')
    } catch (error) {
      setProblems(textsOf(error))
      setChecks(checks + 1)
      return setState('asking')
    }
    await seal()
  }
  if (state === 'done') {
    return <StepFrame title={step['old-keys']} lead={words.done} onNext={onNext}><p>{words.mark}</p></StepFrame>
  }
  const goOn = state === 'stopped'
  const isAsking = state === 'asking' || state === 'opening'
  return (
    <StepFrame
      title={step['old-keys']} lead={words.lead} isBusy={state === 'opening' || state === 'sealing'} checks={checks}
      errors={state === 'asking' ? problems.map((text) => ({ field: 'oldPassphrase', text })) : []}
      onNext={() => void (goOn ? seal() : start())} nextText={goOn ? words.goOn : words.start}
      also={state === 'sealing' ? <Button kind="secondary" onPress={() => stop.current?.abort()}>{words.stop}</Button> : <Button kind="quiet" onPress={onNext}>{words.later}</Button>}
      after={isAsking ? words.laterText : words.leaveHint}
    >
      <p>{words.mark}</p>
      {isAsking ? (
        <TextField id="oldPassphrase" className="field-wide" label={words.passphrase} hint={words.passphraseHint} value={passphrase} onChange={setPassphrase} error={problems[0]} maxLength={200} />
      ) : (
        <div className="step-making">
          <progress max={Math.max(1, progress.done + progress.left)} value={progress.done} aria-label={words.start} />
          <p role="status">{words.progress(progress.done, progress.left)} {goOn && words.stopped}</p>
          {goOn && problems.map((text) => <p key={text} role="alert" className="problem problem-error">{text}</p>)}
        </div>
      )}
    </StepFrame>
  )
}
