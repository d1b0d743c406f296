// Throwing a frozen draft away that nobody was asked about: asked once in words, and said when it is done.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { draftsQuery } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'

export function DiscardDraft({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const { discard: words } = useWorkshopWords()
  const client = useQueryClient()
  const acting = useAct()
  const [open, setOpen] = useState(false)
  const discard = (): Promise<void> => acting.act(async () => {
    await ask(`drafts/${id}`, { method: 'DELETE' })
    await client.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
    onDone()
    return undefined
  })
  return (
    <section className="edition-section workshop-form" aria-labelledby="draft-discard">
      <h2 id="draft-discard">{words.heading}</h2>
      <p>{words.lead}</p>
      <p className="workshop-buttons">
        <Button kind="secondary" isDisabled={acting.busy} onPress={() => setOpen(true)}>{words.deed}</Button>
      </p>
      <ActOutcome acting={acting} />
      <AskOnce isOpen={open} onOpenChange={setOpen} title={words.title} deed={words.deed} back={words.back} onDo={discard}>
        <p>{words.text}</p>
      </AskOnce>
    </section>
  )
}
