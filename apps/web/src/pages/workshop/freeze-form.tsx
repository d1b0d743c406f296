// Freezing a year: for whom, whether a rule is loosened and why, and the work until the draft can be read.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { EditionAudience } from '../../../../server/src/api/edition-types.ts'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { shownWords } from '../../messages/shown-words.ts'
import { useNetwork } from '../../network.ts'
import { FreezingState } from './freezing.tsx'
import { useLoosening } from './loosen-rules.tsx'
import { useFreezing } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'
import './workshop.css'

const audiences: readonly EditionAudience[] = ['public', 'network', 'core']

/** `over`: the year is. */
export function FreezeForm({ year, over }: { readonly year: number; readonly over: boolean }): ReactNode {
  const { freeze: words, audiences: names } = useWorkshopWords()
  const language = useLanguage()
  const { shownFrom } = useNetwork()
  const navigate = useNavigate()
  const freezing = useFreezing((draft) => void navigate({ to: '/drafts/$id', params: { id: draft } }))
  const [audience, setAudience] = useState<EditionAudience>('public')
  const [tried, setTried] = useState(false)
  const { overrides, lacksReason, fields } = useLoosening()
  const start = (): void => {
    setTried(true)
    if (!lacksReason) freezing.freeze({ year, audience, overrides })
  }
  return (
    <section className="edition-section workshop-form" aria-labelledby="freeze">
      <h2 id="freeze">{words.title}</h2>
      <p>{words.text}</p>
      {!over && <p className="hint">{words.yearNotOver}</p>}
      {freezing.job?.state !== 'running' && (
        <>
          <OneOf label={words.audience} options={audiences.map((id) => ({ id, text: names[id], hint: words.audienceHint[id](shownWords(shownFrom[id], language)) }))} selected={audience} onSelect={setAudience} />
          {fields(tried)}
          <Button kind="primary" onPress={start}>{words.deed}</Button>
        </>
      )}
      <FreezingState freezing={freezing} />
    </section>
  )
}
