// Founding: the first coordinator.
import { type ReactNode, useState } from 'react'
import { SelectField } from '../../../components/select-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { TickBox } from '../../../components/tick-box.tsx'
import { useFoundingWords } from '../found-words.ts'
import { writtenOrganisations } from '../founding-draft.ts'
import { StepFrame } from '../step-frame.tsx'
import { useStepCheck } from '../use-step-check.ts'
import type { StepProps } from './network-step.tsx'

export function YouStep({ founding, today }: StepProps): ReactNode {
  const { you: words, step } = useFoundingWords()
  const { draft, takeOver, password } = founding
  const [shows, setShows] = useState(false)
  const { errors, checks, errorOf, goOn } = useStepCheck('you', founding, today)
  const write = (change: Partial<typeof draft.you>): void => founding.write({ you: { ...draft.you, ...change } })
  const organisations = [...(takeOver?.organisations ?? []), ...writtenOrganisations(draft)]
  return (
    <StepFrame title={step.you} lead={words.lead} errors={errors} checks={checks} onNext={goOn} onBack={founding.back} after={words.after}>
      <TextField id="yourName" label={words.name} autoComplete="name" value={draft.you.name} onChange={(name) => write({ name })} error={errorOf('yourName')} maxLength={100} />
      <TextField id="email" type="email" label={words.email} hint={words.emailHint} autoComplete="username" value={draft.you.email} onChange={(email) => write({ email })} error={errorOf('email')} />
      <SelectField
        id="yourOrganisation" label={words.organisation} none={words.chooseOrganisation} selected={draft.you.organisation} onSelect={(organisation) => write({ organisation })}
        options={organisations.map(({ id, name }) => ({ id, text: name }))} error={errorOf('yourOrganisation')}
      />
      <TextField id="password" type={shows ? 'text' : 'password'} label={words.password} hint={words.passwordHint} autoComplete="new-password" value={password} onChange={founding.setPassword} error={errorOf('password')} maxLength={128} />
      <TickBox isTicked={shows} onTick={setShows}>{words.showPassword}</TickBox>
    </StepFrame>
  )
}
