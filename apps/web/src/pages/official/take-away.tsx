// Taking a series away: asked once, told when done; it can be entered again.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask } from '../../api/ask.ts'
import { officialQuery } from '../../api/official-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { useOfficialWords } from './official-words.ts'

export function TakeAway({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const words = useOfficialWords()
  const client = useQueryClient()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const remove = (): Promise<void> => acting.act(async () => {
    await ask(`official/${id}`, { method: 'DELETE' })
    await client.invalidateQueries({ queryKey: officialQuery.queryKey })
    return words.removed
  })
  return (
    <>
      <Button kind="quiet" aria-label={words.removeOf(name)} onPress={() => setIsOpen(true)}>{words.remove}</Button>
      <AskOnce isOpen={isOpen} onOpenChange={setIsOpen} title={words.removeTitle} deed={words.remove} back={words.keep} onDo={remove}>
        <p>{words.removeText(name)}</p>
      </AskOnce>
      <ActOutcome acting={acting} />
    </>
  )
}
