// One question as it is written: its words in both languages, the kind of answer, its list, where it stands and when it is asked.
import { mostOwnChoices, ownQuestionKinds, type OwnQuestionKind } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { OneOf } from '../../../components/one-of.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { type ChoiceDraft, type QuestionDraft, type Slip, type Slips, slipsOf } from './question-draft.ts'
import { useQuestionWords } from './question-words.ts'

export type QuestionFormProps = {
  readonly start: QuestionDraft
  readonly steps: readonly { readonly id: string; readonly text: string }[]
  readonly busy: boolean
  readonly onSave: (draft: QuestionDraft) => void
  readonly onEnd: () => void
}

export function QuestionForm({ start, steps, busy, onSave, onEnd }: QuestionFormProps): ReactNode {
  const words = useQuestionWords()
  const [draft, setDraft] = useState(start)
  const [checked, setChecked] = useState(false)
  const isNew = start.id === ''
  const slips: Slips = checked ? slipsOf(draft) : new Map<string, Slip>()
  const said = (field: string): string | undefined => (slips.has(field) ? words[slips.get(field)!] : undefined)
  const change = (part: Partial<QuestionDraft>): void => setDraft({ ...draft, ...part })
  const save = (): void => {
    setChecked(true)
    if (slipsOf(draft).size === 0) onSave(draft)
  }
  return (
    <div className="indicator-form" role="group" aria-label={isNew ? words.add : words.changeOf(start.sv)}>
      <TextField label={words.swedish} value={draft.sv} onChange={(sv) => change({ sv })} error={said('sv')} spellCheck {...(isNew ? {} : { hint: words.wordHint })} />
      <TextField label={words.english} value={draft.en} onChange={(en) => change({ en })} error={said('en')} spellCheck />
      {isNew && (
        <OneOf
          label={words.kind} selected={draft.kind} onSelect={(kind: OwnQuestionKind) => change({ kind })}
          options={ownQuestionKinds.map((id) => ({ id, text: words.kinds[id], hint: id === 'several' ? words.severalHint : words.unknownHint }))}
        />
      )}
      {draft.kind !== 'yes-no' && <Choices choices={draft.choices} said={said} onChange={(choices) => change({ choices })} isNew={isNew} />}
      <SelectField label={words.step} options={steps} selected={draft.step} onSelect={(step) => change({ step })} />
      <TextField className="day-field" label={words.from} type="date" value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} error={said('from')} />
      <TextField className="day-field" label={words.to} type="date" value={draft.validTo} onChange={(validTo) => change({ validTo })} error={said('to')} hint={words.toHint} />
      <p className="network-ways">
        <Button kind="primary" isDisabled={busy} onPress={save}>{words.save}</Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </div>
  )
}

type ChoicesProps = {
  readonly choices: readonly ChoiceDraft[]
  readonly said: (field: string) => string | undefined
  readonly onChange: (choices: readonly ChoiceDraft[]) => void
  readonly isNew: boolean
}

function Choices({ choices, said, onChange, isNew }: ChoicesProps): ReactNode {
  const words = useQuestionWords()
  const change = (key: number, part: Partial<ChoiceDraft>): void => onChange(choices.map((choice) => (choice.key === key ? { ...choice, ...part } : choice)))
  const few = said('choices')
  return (
    <fieldset className="own-choices">
      <legend className="label">{words.choices}</legend>
      {!isNew && <p className="hint">{words.keptChoices}</p>}
      {few !== undefined && <p className="field-error" role="alert">{few}</p>}
      {choices.map(({ key, sv, en, isNew: removable }, index) => {
        const number = String(index + 1)
        return (
          <div key={key} className="own-choice" role="group" aria-label={words.choice(number)}>
            <TextField label={words.choiceSv(number)} value={sv} onChange={(text) => change(key, { sv: text })} error={said(`${key}:sv`)} maxLength={100} spellCheck />
            <TextField label={words.choiceEn(number)} value={en} onChange={(text) => change(key, { en: text })} error={said(`${key}:en`)} maxLength={100} spellCheck />
            {removable && <Button kind="quiet" aria-label={words.removeChoice(number)} onPress={() => onChange(choices.filter((choice) => choice.key !== key))}>{words.remove}</Button>}
          </div>
        )
      })}
      {choices.length < mostOwnChoices && (
        <Button kind="secondary" onPress={() => onChange([...choices, { id: '', sv: '', en: '', key: Math.max(-1, ...choices.map(({ key }) => key)) + 1, isNew: true }])}>{words.addChoice}</Button>
      )}
    </fieldset>
  )
}
