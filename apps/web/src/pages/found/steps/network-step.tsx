// Founding: the network's name, municipality, first day and time zone.
import type { ReactNode } from 'react'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'
import type { Founding } from '../use-founding.ts'
import { useStepCheck } from '../use-step-check.ts'

export type StepProps = { readonly founding: Founding; readonly today: string }

export function NetworkStep({ founding, today }: StepProps): ReactNode {
  const words = useFoundingWords()
  const { network } = founding.draft
  const { errors, checks, errorOf, goOn } = useStepCheck('network', founding, today)
  const write = (change: Partial<typeof network>): void => founding.write({ network: { ...network, ...change } })
  return (
    <StepFrame title={words.step.network} lead={words.network.lead} errors={errors} checks={checks} onNext={goOn} after={words.network.after}>
      <div className="step-note">
        <p>{words.intro}</p>
        <p>{words.introWhat}</p>
      </div>
      <TextField id="name" className="field-wide" label={words.network.name} hint={words.network.nameHint} value={network.name} onChange={(name) => write({ name })} error={errorOf('name')} maxLength={100} spellCheck />
      <TextField id="municipality" label={words.network.municipality} value={network.municipality} onChange={(municipality) => write({ municipality })} error={errorOf('municipality')} maxLength={100} />
      <TextField id="collectionStart" type="date" className="field-date" label={words.network.collectionStart} hint={words.network.collectionStartHint} value={network.collectionStart} onChange={(collectionStart) => write({ collectionStart })} error={errorOf('collectionStart')} />
      <SelectField
        id="timeZone" label={words.network.timeZone} hint={words.network.timeZoneHint} selected={network.timeZone} onSelect={(timeZone) => write({ timeZone })}
        options={zones(network.timeZone).map((id) => ({ id, text: id.replaceAll('_', ' ') }))}
      />
    </StepFrame>
  )
}

function zones(chosen: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(chosen) ? known : [chosen, ...known]
}
