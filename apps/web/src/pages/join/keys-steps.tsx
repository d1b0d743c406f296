// One's own keys: made here, the passphrase shown once and asked back, then stored; a sheet of one's own for who wants it.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { Paper } from '../../components/paper.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { type Acting, useAct } from '../../components/use-act.ts'
import { keys, type KeysOwner } from '../../keys/keys.ts'
import { useFoundingWords } from '../found/found-words.ts'
import { AskBack } from './ask-back-form.tsx'
import { useJoinWords } from './join-words.ts'
import type { JoinStep } from './messages/sv.ts'
import { OwnSheet } from './own-sheet.tsx'

type Made = Awaited<ReturnType<typeof keys.makeKeys>>

export type KeysStepsProps = { readonly owner: KeysOwner; readonly step: 'passphrase' | 'ask-back' | 'sheet'; readonly onStep: (step: JoinStep) => void }

export function KeysSteps({ owner, step, onStep }: KeysStepsProps): ReactNode {
  const queries = useQueryClient()
  const storing = useAct()
  const [shownAgain, setShownAgain] = useState(false)
  const { made, failed, again } = useMaking(owner, step !== 'sheet')
  if (step === 'sheet') return <OwnSheet onNext={() => onStep('sign-in')} />
  if (!made) return <Making failed={failed} onAgain={again} />
  if (step === 'passphrase') return <Passphrase passphrase={made.passphrase} shownAgain={shownAgain} onNext={() => onStep('ask-back')} />
  const store = (): Promise<void> =>
    storing.act(async () => {
      await made.store()
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      onStep('sheet')
      return undefined
    })
  return (
    <AskBackAndStore
      passphrase={made.passphrase} storing={storing} onRight={() => void store()}
      onShowAgain={(afterMistakes) => {
        setShownAgain(afterMistakes)
        onStep('passphrase')
      }}
    />
  )
}

/** Once: what was made stands until it is stored, or the page is left. */
function useMaking(owner: KeysOwner, wanted: boolean): { readonly made: Made | undefined; readonly failed: boolean; readonly again: () => void } {
  const [made, setMade] = useState<Made>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!wanted) return undefined
    let isHere = true
    // Whose they are: this page is shown before anything around it has said so.
    keys.setOwner(owner)
    keys.makeKeys().then((fresh) => isHere && setMade(fresh), () => isHere && setFailed(true))
    return () => {
      isHere = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- Once for each attempt.
  }, [attempt])
  return {
    made, failed,
    again: () => {
      setFailed(false)
      setAttempt(attempt + 1)
    },
  }
}

function Making({ failed, onAgain }: { readonly failed: boolean; readonly onAgain: () => void }): ReactNode {
  const words = useJoinWords()
  if (!failed) return <Busy text={words.making} />
  return (
    <>
      <p role="alert" className="problem problem-error">{words.keysFailed}</p>
      <Button kind="primary" onPress={onAgain}>{words.again}</Button>
    </>
  )
}

function Passphrase({ passphrase, shownAgain, onNext }: { readonly passphrase: string; readonly shownAgain: boolean; readonly onNext: () => void }): ReactNode {
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

type AskBackAndStoreProps = { readonly passphrase: string; readonly storing: Acting; readonly onRight: () => void; readonly onShowAgain: (afterMistakes: boolean) => void }

function AskBackAndStore({ passphrase, storing, onRight, onShowAgain }: AskBackAndStoreProps): ReactNode {
  return (
    <>
      <AskBack passphrase={passphrase} busy={storing.busy} onRight={onRight} onShowAgain={onShowAgain} />
      <ActOutcome acting={storing} />
    </>
  )
}
