// One's own keys: made here, the passphrase shown once and asked back, then stored; a sheet of one's own for who wants it.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { type Acting, useAct } from '../../components/use-act.ts'
import { keys, type KeysOwner } from '../../keys/keys.ts'
import { AskBack } from './ask-back-form.tsx'
import { useJoinWords } from './join-words.ts'
import type { JoinStep } from './messages/sv.ts'
import { OwnSheet } from './own-sheet.tsx'
import { ShownPassphrase } from './shown-passphrase.tsx'

type Made = Awaited<ReturnType<typeof keys.makeKeys>>

export type KeysStepsProps = { readonly owner: KeysOwner; readonly step: 'passphrase' | 'ask-back' | 'sheet'; readonly onStep: (step: JoinStep) => void }

export function KeysSteps({ owner, step, onStep }: KeysStepsProps): ReactNode {
  const queries = useQueryClient()
  const storing = useAct()
  const [shownAgain, setShownAgain] = useState(false)
  const { made, failed, again } = useMaking(owner, step !== 'sheet')
  if (step === 'sheet') return <OwnSheet onNext={() => onStep('sign-in')} />
  if (!made) return <Making failed={failed} onAgain={again} />
  if (step === 'passphrase') return <ShownPassphrase passphrase={made.passphrase} shownAgain={shownAgain} onNext={() => onStep('ask-back')} />
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

type AskBackAndStoreProps = { readonly passphrase: string; readonly storing: Acting; readonly onRight: () => void; readonly onShowAgain: (afterMistakes: boolean) => void }

function AskBackAndStore({ passphrase, storing, onRight, onShowAgain }: AskBackAndStoreProps): ReactNode {
  return (
    <>
      <AskBack passphrase={passphrase} busy={storing.busy} onRight={onRight} onShowAgain={onShowAgain} />
      <ActOutcome acting={storing} />
    </>
  )
}
