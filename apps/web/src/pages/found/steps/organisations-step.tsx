// Founding: the organisations that report, a row each.
import type { Sector } from '@lykta/incident'
import { sectors } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useMessages } from '../../../messages/messages.ts'
import { useFoundingWords } from '../found-words.ts'
import { emptyOrganisation, type OrganisationDraft } from '../founding-draft.ts'
import { StepFrame } from '../step-frame.tsx'
import { useStepCheck } from '../use-step-check.ts'
import type { StepProps } from './network-step.tsx'

export function OrganisationsStep({ founding, today }: StepProps): ReactNode {
  const { organisations: words, step, takeOverIntro } = useFoundingWords()
  const { codes } = useMessages()
  const rows = founding.draft.organisations
  const { errors, checks, errorOf, goOn } = useStepCheck('organisations', founding, today)
  const write = (id: string, change: Partial<OrganisationDraft>): void =>
    founding.write({ organisations: rows.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const add = (): void => {
    const row = emptyOrganisation()
    founding.write({ organisations: [...rows, row] })
    requestAnimationFrame(() => document.getElementById(`organisation-${row.id}-name`)?.focus())
  }
  return (
    <StepFrame
      title={step.organisations} lead={words.lead} errors={errors} checks={checks} onNext={goOn} after={words.after}
      onBack={founding.takeOver ? undefined : founding.back}
    >
      {founding.takeOver && (
        <>
          <p className="step-note">{takeOverIntro(founding.takeOver.network.name)}</p>
          <p>
            <strong>{words.known}:</strong> {founding.takeOver.organisations.map(({ name }) => name).join(', ')}
          </p>
        </>
      )}
      {rows.map(({ id, name, sector, joined }, index) => (
        <fieldset key={id} className="step-row">
          <legend>{words.row(index + 1)}</legend>
          <TextField id={`organisation-${id}-name`} label={words.name} value={name} onChange={(text) => write(id, { name: text })} error={errorOf(`organisation-${id}-name`)} maxLength={100} />
          <SelectField
            id={`organisation-${id}-sector`} label={words.sector} none={words.chooseSector} selected={sector} error={errorOf(`organisation-${id}-sector`)}
            onSelect={(chosen) => write(id, { sector: chosen as Sector | '' })} options={sectors.map((one) => ({ id: one, text: codes.sector[one] }))}
          />
          <TextField id={`organisation-${id}-joined`} type="date" className="field-date" label={words.joined} hint={words.joinedHint} value={joined} onChange={(day) => write(id, { joined: day })} error={errorOf(`organisation-${id}-joined`)} />
          {rows.length > 1 && (
            <Button kind="quiet" className="step-row-remove" onPress={() => founding.write({ organisations: rows.filter((one) => one.id !== id) })}>{words.remove(name.trim())}</Button>
          )}
        </fieldset>
      ))}
      <p><Button kind="secondary" onPress={add}>{words.add}</Button></p>
    </StepFrame>
  )
}
