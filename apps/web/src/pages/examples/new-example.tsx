// A new example: texts opened to start from, the two wordings beside the one that is reworded, and what speaks against them.
import type { Language } from '@lykta/incident'
import { type ReactNode, useEffect, useState } from 'react'
import type { ExamplesAnswer, NewExample as Sent } from '../../../../server/src/api/prose-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import type { Beside } from '../editor/reading.ts'
import { useExampleWords } from './example-words.ts'
import { openSomeTexts } from './open-texts.ts'
import { slipsOf } from './slips-of.ts'

export type NewExampleProps = {
  readonly besides: Readonly<Record<Language, Beside>>
  readonly mayOpen: boolean
  readonly onProposed: (answer: ExamplesAnswer) => void
}

export function NewExample({ besides, mayOpen, onProposed }: NewExampleProps): ReactNode {
  const words = useExampleWords()
  const shown = useLanguage()
  const { years, latestYear } = useNetwork()
  const { busy, failure, said, act } = useAct()
  const [year, setYear] = useState(String(latestYear))
  const [texts, setTexts] = useState<readonly string[] | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [wordings, setWordings] = useState({ sv: '', en: '' })
  useWarnBeforeLeaving(wordings.sv.trim() !== '' || wordings.en.trim() !== '')
  const [checked, setChecked] = useState(false)
  // Locked keys leave nothing readable on the screen.
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && setTexts(null)), [])
  const slips = { sv: slipsOf(wordings.sv, texts ?? [], besides.sv, words, shown), en: slipsOf(wordings.en, texts ?? [], besides.en, words, shown) }
  const isEmpty = wordings.sv.trim() === '' || wordings.en.trim() === ''
  const open = (): Promise<void> => act(async () => {
    if (!(await keys.askUnlock())) return undefined
    setTexts(null)
    setChosen(null)
    const found = await openSomeTexts(Number(year))
    setTexts(found)
    return found.length === 0 ? words.noTexts : undefined
  })
  const propose = (): void => {
    setChecked(true)
    if (isEmpty || slips.sv.length > 0 || slips.en.length > 0) return
    void act(async () => {
      const body: Sent = { id: crypto.randomUUID(), sv: wordings.sv.trim(), en: wordings.en.trim() }
      onProposed(await ask<ExamplesAnswer>('examples', { method: 'POST', body }))
      setWordings({ sv: '', en: '' })
      setTexts(null)
      setChosen(null)
      setChecked(false)
      return words.proposed
    })
  }
  const errorOf = (language: Language): string | undefined =>
    wordings[language].trim() === '' ? (checked ? words.empty : undefined) : slips[language].length > 0 ? slips[language].join(' ') : undefined
  return (
    <section className="example-new" aria-labelledby="example-new">
      <h2 id="example-new">{words.fresh}</h2>
      {mayOpen ? (
        <>
          <p>{words.freshText}</p>
          <div className="example-open">
            <SelectField label={words.year} selected={year} onSelect={setYear} options={years.toReversed().map((one) => ({ id: String(one), text: String(one) }))} />
            <Button kind="secondary" isDisabled={busy} onPress={() => void open()}>{busy ? words.opening : words.open}</Button>
          </div>
        </>
      ) : <p>{words.locked}</p>}
      {texts && texts.length > 0 && (
        <section aria-label={words.texts}>
          <ul className="example-texts">
            {texts.map((text, index) => (
              <li key={index} className={index === chosen ? 'example-chosen' : ''}>
                <p translate="no">{text}</p>
                <Button kind="secondary" isDisabled={index === chosen} onPress={() => setChosen(index)}>{index === chosen ? words.chosen : words.choose}</Button>
              </li>
            ))}
          </ul>
          <Button kind="quiet" onPress={() => setTexts(null)}>{words.close}</Button>
        </section>
      )}
      <TextField label={words.swedish} value={wordings.sv} onChange={(sv) => setWordings({ ...wordings, sv: sv.replaceAll('\n', ' ') })} lines={3} maxLength={600} hint={words.formHint} error={errorOf('sv')} spellCheck />
      <TextField label={words.english} value={wordings.en} onChange={(en) => setWordings({ ...wordings, en: en.replaceAll('\n', ' ') })} lines={3} maxLength={600} error={errorOf('en')} spellCheck />
      <Button kind="primary" isDisabled={busy} onPress={propose}>{words.propose}</Button>
      <ActOutcome acting={{ said, failure }} />
    </section>
  )
}
