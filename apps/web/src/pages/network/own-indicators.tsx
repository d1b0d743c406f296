// The network's own signs: added, worded anew, ended; never removed, so that old answers stay readable.
import { type ReactNode, useState } from 'react'
import type { OwnIndicatorEntry } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct, type Acting } from '../../components/use-act.ts'
import { categoryWord } from '../../format/code-words.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { newIndicatorId } from './new-indicator-id.ts'
import { useNetworkWords } from './network-words.ts'

export type OwnIndicatorsProps = { readonly indicators: readonly OwnIndicatorEntry[]; readonly onSave: (indicators: readonly OwnIndicatorEntry[]) => Promise<void> }

export function OwnIndicators({ indicators, onSave }: OwnIndicatorsProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const network = useNetwork()
  const acting = useAct()
  const [editing, setEditing] = useState<string>()
  const [ending, setEnding] = useState<OwnIndicatorEntry>()
  const store = (next: readonly OwnIndicatorEntry[]): Promise<void> =>
    acting.act(async () => {
      await onSave(next)
      setEditing(undefined)
      return words.saved
    })
  const replaced = (changed: OwnIndicatorEntry): readonly OwnIndicatorEntry[] => indicators.map((one) => (one.id === changed.id ? changed : one))
  return (
    <section className="network-section" aria-label={words.indicatorsTitle}>
      <h2>{words.indicatorsTitle}</h2>
      <p>{words.indicatorsText}</p>
      {indicators.length === 0 && <p className="faint">{words.noIndicators}</p>}
      <ul className="people">
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <div className="person">
              <p className="person-who">
                <strong>{indicator[language]}</strong>
                <small lang={language === 'sv' ? 'en' : 'sv'}>{indicator[language === 'sv' ? 'en' : 'sv']}</small>
              </p>
              <p>{categoryWord(indicator.category, language, network)}</p>
              <p>{indicator.validTo !== null && words.indicatorEnded(renderDay(indicator.validTo, language))}</p>
              {indicator.validTo === null && (
                <p className="person-ways">
                  <Button kind="quiet" aria-label={words.indicatorWordOf(indicator[language])} onPress={() => setEditing(indicator.id)}>{words.indicatorWord}</Button>
                  <Button kind="quiet" aria-label={words.indicatorEndOf(indicator[language])} onPress={() => setEnding(indicator)}>{words.indicatorEnd}</Button>
                </p>
              )}
            </div>
            {editing === indicator.id && (
              <IndicatorForm indicator={indicator} acting={acting} onSave={(changed) => void store(replaced(changed))} onEnd={() => setEditing(undefined)} />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <IndicatorForm
          indicator={{ id: '', sv: '', en: '', category: network.categories[0]?.id ?? '', validFrom: network.today, validTo: null }} acting={acting}
          onSave={(made) => void store([...indicators, { ...made, id: newIndicatorId(made.category, made.sv, indicators.map(({ id }) => id)) }])} onEnd={() => setEditing(undefined)}
        />
      ) : (
        <p><Button kind="secondary" onPress={() => setEditing('new')}>{words.addIndicator}</Button></p>
      )}
      <ActOutcome acting={acting} />
      {ending && (
        <AskOnce
          isOpen onOpenChange={(open) => !open && setEnding(undefined)} title={words.indicatorEndTitle(ending[language])} deed={words.indicatorEnd} back={words.cancel} danger={false}
          onDo={() => store(replaced({ ...ending, validTo: network.today }))}
        >
          <p>{words.indicatorEndText}</p>
        </AskOnce>
      )}
    </section>
  )
}

type IndicatorFormProps = { readonly indicator: OwnIndicatorEntry; readonly acting: Acting; readonly onSave: (indicator: OwnIndicatorEntry) => void; readonly onEnd: () => void }

function IndicatorForm({ indicator, acting, onSave, onEnd }: IndicatorFormProps): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const network = useNetwork()
  const [draft, setDraft] = useState(indicator)
  const [checked, setChecked] = useState(false)
  const isNew = indicator.id === ''
  const missing = (text: string): string | undefined => (checked && text.trim() === '' ? words.missing : undefined)
  const save = (): void => {
    setChecked(true)
    if (draft.sv.trim() !== '' && draft.en.trim() !== '') onSave({ ...draft, sv: draft.sv.trim(), en: draft.en.trim() })
  }
  return (
    <div className="indicator-form" role="group" aria-label={isNew ? words.addIndicator : words.indicatorWord}>
      <TextField label={words.indicatorSv} value={draft.sv} onChange={(sv) => setDraft({ ...draft, sv })} error={missing(draft.sv)} spellCheck {...(isNew ? {} : { hint: words.indicatorWordHint })} />
      <TextField label={words.indicatorEn} value={draft.en} onChange={(en) => setDraft({ ...draft, en })} error={missing(draft.en)} spellCheck />
      {isNew && (
        <Choice
          label={words.indicatorCategory} selected={draft.category} onSelect={(category) => setDraft({ ...draft, category })}
          options={network.categories.map(({ id }) => ({ id, text: categoryWord(id, language, network) }))}
        />
      )}
      <p className="network-ways">
        <Button kind="primary" isDisabled={acting.busy} onPress={save}>{words.save}</Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </div>
  )
}
