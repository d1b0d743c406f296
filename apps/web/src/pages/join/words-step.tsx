// Eight words for the coordinator, and waiting until she has listed the keys; then whether the listed ones are really hers.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { findSealText, type OwnKeysFinding } from '@lykta/seal'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { sessionQuery, waitMilliseconds } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useJoinWords } from './join-words.ts'

export function WordsStep({ onListed }: { readonly onListed: () => void }): ReactNode {
  const words = useJoinWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const { state } = useKeys()
  const [eight, setEight] = useState<readonly string[]>()
  const [findings, setFindings] = useState<readonly OwnKeysFinding[]>([])
  const [failure, setFailure] = useState<unknown>()
  const session = useQuery({ ...sessionQuery, refetchInterval: waitMilliseconds })
  const listed = session.data?.caller?.keys === 'listed'
  const unlocked = state === 'unlocked'

  useEffect(() => {
    // Made of the keys themselves; they stay on the page when the keys lock, for they are no secret.
    if (unlocked) void keys.ownWords().then(setEight, setFailure)
  }, [unlocked])
  const onChecked = useEffectEvent((found: readonly OwnKeysFinding[]) => {
    setFailure(undefined)
    // The server says listed before the log does only for as long as it takes to fetch the log again.
    setFindings(found.filter((code) => code !== 'membership.own-keys-missing'))
    if (found.length > 0) return
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onListed()
  })
  useEffect(() => {
    if (listed && unlocked) void keys.checkOwn().then((found) => onChecked(found), setFailure)
  }, [listed, unlocked])

  return (
    <>
      {findings.length > 0 && (
        <section className="failure" role="alert">
          <h2>{words.otherKeys}</h2>
          {findings.map((code) => <p key={code}>{findSealText(code, language)}</p>)}
          <p>{words.talk}</p>
        </section>
      )}
      <p>{words.words}</p>
      {eight && <SpokenWords words={eight} label={words.wordsLabel} />}
      {!unlocked && (!eight || listed) && (
        <>
          <p>{listed ? words.unlockToCheck : words.wordsLocked}</p>
          <Button kind="primary" onPress={() => void keys.askUnlock()}>{words.unlock}</Button>
        </>
      )}
      <ol className="join-list join-numbered">{words.wordsHow.map((one) => <li key={one}>{one}</li>)}</ol>
      <div className="join-waiting">
        <span className="busy-lamp" aria-hidden="true" />
        <p role="status">{listed && unlocked ? words.checking : words.waiting}</p>
      </div>
      <p className="hint">{words.waitingHint}</p>
      <FailureNote error={failure} />
    </>
  )
}
