// Whoever takes over reads what was signed as her own client reads it, and signs with it; then the key is changed.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Entry } from '@lykta/seal'
import { membersQuery } from '../../../api/member-queries.ts'
import { AskOnce } from '../../../components/ask-once.tsx'
import { Button } from '../../../components/button.tsx'
import type { Acting } from '../../../components/use-act.ts'
import { keys } from '../../../keys/keys.ts'
import { rewrapJob } from '../rewrap-job.ts'
import { handOverQuery } from './hand-over-queries.ts'
import type { UnderWay } from './hand-over-steps.tsx'
import { useHandOverWords } from './hand-over-words.ts'

type Props = { readonly underWay: UnderWay; readonly line: string; readonly person: (id: string) => string; readonly acting: Acting; readonly nameOf: (organisation: string) => string }

export function TakeOver({ underWay: { from, to, former }, line, person, acting, nameOf }: Props): ReactNode {
  const words = useHandOverWords()
  const queries = useQueryClient()
  const [entry, setEntry] = useState<Entry>()
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    let gone = false
    void keys.readProposal(line).then((found) => gone || setEntry(found?.entry), () => undefined)
    return () => {
      gone = true
    }
  }, [line])
  if (!entry) return null
  const isSame = entry.type === 'hand-over' && entry.subject.from === from && entry.subject.to === to && entry.subject.former === former
  if (!isSame) return <p className="problem problem-error">{words.notSame}</p>
  const accept = (): Promise<void> => acting.act(async () => {
    if (!(await keys.askUnlock())) return undefined
    await keys.approve(line, 'hand-over/completion')
    void rewrapJob.run()
    await Promise.all([handOverQuery, membersQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })))
    return words.accepted
  })
  return (
    <>
      <p><strong>{words.read(person(entry.signer), nameOf(entry.subject.from), nameOf(entry.subject.to))}</strong></p>
      <p className="network-ways"><Button kind="primary" isDisabled={acting.busy} onPress={() => setAsking(true)}>{words.accept}</Button></p>
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.acceptAsk} deed={words.accept} back={words.back} danger={false} onDo={accept}>
        <p>{former === 'removed' ? words.happens.removed(nameOf(from)) : words.happens.kept(nameOf(from))}</p>
      </AskOnce>
    </>
  )
}
