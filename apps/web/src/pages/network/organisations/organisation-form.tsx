// One organisation, or a source outside the network, as it is written down: added, or what is true of it changed.
import { canonicalText, type Organisation, type Sector, sectors } from '@lykta/incident'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { OrganisationState } from '../../../../../server/src/api/member-types.ts'
import { Button } from '../../../components/button.tsx'
import { focusWrong } from '../../../components/focus-wrong.ts'
import { OvertakenNote } from '../../../components/overtaken-note.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { codeWord } from '../../../format/code-words.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { checkOrganisation, type OrganisationDraft, type OrganisationErrors, stateOf } from './organisation-draft.ts'
import { useOrganisationWords } from './organisation-words.ts'

export type OrganisationFormProps = {
  readonly title: string
  readonly start: OrganisationDraft
  /** Undefined for a new one, whose code is made of its name. */
  readonly stands: Organisation | undefined
  /** As it stands by now, beside the one that the fields were filled from. */
  readonly newest?: Organisation
  readonly outside: boolean
  readonly busy: boolean
  readonly codeFor: (name: string) => string
  readonly onSave: (after: OrganisationState) => void
  readonly onAgain?: () => void
  readonly onEnd: () => void
}

export function OrganisationForm({ title, start, stands, newest, outside, busy, codeFor, onSave, onAgain, onEnd }: OrganisationFormProps): ReactNode {
  const words = useOrganisationWords()
  const language = useLanguage()
  const { organisations, today } = useNetwork()
  const [draft, setDraft] = useState(start)
  const [errors, setErrors] = useState<OrganisationErrors>({})
  const group = useRef<HTMLDivElement>(null)
  const stood = stands?.left ?? null
  useEffect(() => group.current?.querySelector('input')?.focus(), [])
  const save = (): void => {
    const found = checkOrganisation(draft, { others: organisations.filter(({ id }) => id !== stands?.id), today, outside, stood })
    setErrors(found)
    if (Object.keys(found).length === 0) return onSave(stateOf(draft, stands?.code ?? codeFor(draft.name)))
    return focusWrong(group.current)
  }
  const errorOf = (field: keyof OrganisationDraft): string | undefined => {
    const code = errors[field]
    return code && words[code]
  }
  const write = (change: Partial<OrganisationDraft>): void => setDraft({ ...draft, ...change })
  return (
    <div ref={group} className="indicator-form" role="group" aria-label={title}>
      <TextField label={words.name} value={draft.name} onChange={(name) => write({ name })} error={errorOf('name')} maxLength={100} spellCheck />
      <SelectField
        label={words.sector} selected={draft.sector} onSelect={(sector) => write({ sector: sector as Sector | '' })} error={errorOf('sector')}
        {...(draft.sector === '' ? { none: words.chooseSector } : {})} options={sectors.map((id) => ({ id, text: codeWord('sector', id, language) }))}
      />
      {(!outside || stands) && (
        <TextField
          type="date" className="field-date" label={words.joined} value={draft.joined} onChange={(joined) => write({ joined })} error={errorOf('joined')}
          {...(outside ? { hint: words.joinedOutside } : {})}
        />
      )}
      {stood !== null && <TextField type="date" className="field-date" label={words.left} hint={words.leftHint} value={draft.left} onChange={(left) => write({ left })} error={errorOf('left')} />}
      {stands && newest && onAgain && <OvertakenNote isOvertaken={canonicalText(stands) !== canonicalText(newest)} isTyped={canonicalText(draft) !== canonicalText(start)} onAgain={onAgain} />}
      <p className="network-ways">
        <Button kind="primary" isDisabled={busy} onPress={save}>{words.save}</Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </div>
  )
}
