// A new edition of the same year: its words alone or its figures too, and what has changed and why, in both languages.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { PublishedEdition } from '../../../../server/src/api/edition-types.ts'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { TextField } from '../../components/text-field.tsx'
import { FreezingState } from './freezing.tsx'
import { useLoosening } from './loosen-rules.tsx'
import { useFreezing } from './workshop-queries.ts'
import { useWorkshopWords } from './workshop-words.ts'

export function ReviseForm({ edition: { id, year, audience } }: { readonly edition: PublishedEdition }): ReactNode {
  const { revise: words } = useWorkshopWords()
  const navigate = useNavigate()
  const freezing = useFreezing((draft) => void navigate({ to: '/drafts/$id', params: { id: draft } }))
  const [texts, setTexts] = useState({ sv: '', en: '' })
  const [what, setWhat] = useState<'words' | 'figures'>('words')
  const [tried, setTried] = useState(false)
  // What was decided for the old edition holds for its words; of figures that are made anew it is decided anew.
  const { overrides, lacksReason, fields } = useLoosening()
  const missing = (text: string): string | undefined => (tried && text.trim() === '' ? words.missing : undefined)
  const start = (): void => {
    setTried(true)
    if (texts.sv.trim() === '' || texts.en.trim() === '' || (what === 'figures' && lacksReason)) return
    freezing.freeze({ year, audience, overrides: what === 'figures' ? overrides : [], revises: id, changed: texts, figures: what === 'figures' })
  }
  return (
    <section className="edition-section workshop-form" aria-labelledby="revise">
      <h2 id="revise">{words.title}</h2>
      <p>{words.text}</p>
      {freezing.job?.state !== 'running' && (
        <>
          <OneOf label={words.what} options={[{ id: 'words', text: words.words }, { id: 'figures', text: words.figures }]} selected={what} onSelect={setWhat} />
          <p>{what === 'words' ? words.wordsText : words.figuresText(String(year))}</p>
          {(['sv', 'en'] as const).map((language) => (
            <TextField
              key={language} label={words[language]} hint={words.hint} value={texts[language]} onChange={(text) => setTexts({ ...texts, [language]: text })}
              lines={3} maxLength={2000} spellCheck error={missing(texts[language])}
            />
          ))}
          {what === 'figures' && fields(tried)}
          <Button kind="secondary" onPress={start}>{words.deed}</Button>
        </>
      )}
      <FreezingState freezing={freezing} />
    </section>
  )
}
