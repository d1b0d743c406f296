// After the wait: who it is that becomes coordinator, how she signs in from now on, and whether another coordinator is gone.
import type { Id } from '@lykta/incident'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import type { RecoveryLook } from '../../keys/recovering.ts'
import { useLanguage } from '../../messages/messages.ts'
import { CompareGenesis, useComparing } from './compare-genesis.tsx'
import type { Plan } from './plan.ts'
import { useRecoveryWords } from './recovery-words.ts'
import { emptyPerson, findPersonErrors, type Person, planOf, whoNew } from './who.ts'

export type YouStepProps = {
  readonly session: SessionAnswer
  readonly look: RecoveryLook
  /** Of a moment ago, when one comes back to change it. */
  readonly plan: Plan | undefined
  readonly onNext: (plan: Plan) => void
}

export function YouStep({ session, look, plan, onNext }: YouStepProps): ReactNode {
  const words = useRecoveryWords()
  const language = useLanguage()
  const caller = session.state === 'signed-in' ? session.caller : null
  const { members, organisations } = look.usable!
  const [person, setPerson] = useState<Person>(() => ({ ...emptyPerson, who: caller?.id ?? (plan?.signIn.way === 'reset' ? plan.owner.member : plan ? whoNew : '') }))
  const [gone, setGone] = useState<readonly Id[]>(plan?.gone ?? [])
  const [shown, setShown] = useState(false)
  const [checks, setChecks] = useState(0)
  const comparing = useComparing(look.log)
  const change = (part: Partial<Person>): void => setPerson({ ...person, ...part })

  const nameOf = new Map(members.map(({ id, name }) => [id, name === '' ? words.nameless : name]))
  const standing = members.find(({ id }) => id === person.who)
  const needsOrganisation = person.who === whoNew || (standing !== undefined && standing.organisation === null)
  const others = look.log.holders.filter(({ id, role }) => role === 'coordinator' && id !== person.who)
  const found = findPersonErrors(person, { isSignedIn: caller !== null, needsOrganisation })
  const errorOf = (field: keyof Person): string | undefined => (checks > 0 && found.includes(field) ? words[`${field}Error`] : undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecks(checks + 1)
    if (!comparing.check() || found.length > 0) return
    onNext(planOf(person, { network: look.network.id, standing, isSignedIn: caller !== null, language, gone: gone.filter((id) => others.some((one) => one.id === id)) }))
  }
  const errors = checks > 0 ? [...found.map((field) => ({ field: `recovery-${field}`, text: words[`${field}Error`] })), ...(comparing.isMissing ? [{ field: 'recovery-same', text: words.sameError }] : [])] : []
  return (
    <form className="join-form" noValidate onSubmit={submit}>
      <p className="lead">{words.youLead}</p>
      <FormErrors title={words.errorsTitle(errors.length)} errors={errors} checks={checks} />
      <CompareGenesis comparing={comparing} />
      {caller ? (
        <p>{words.signedInAs(caller.name ?? '')}</p>
      ) : (
        <SelectField
          id="recovery-who" label={words.who} none={words.whoNone} selected={person.who} error={errorOf('who')} onSelect={(who) => change({ who })}
          options={[...members.map(({ id, role }) => ({ id, text: `${nameOf.get(id) ?? ''} (${words.role[role]})` })), { id: whoNew, text: words.whoNew }]}
        />
      )}
      {!caller && person.who === whoNew && (
        <>
          <TextField id="recovery-name" label={words.name} value={person.name} onChange={(name) => change({ name })} error={errorOf('name')} autoComplete="name" maxLength={100} />
          <TextField id="recovery-email" label={words.email} value={person.email} onChange={(email) => change({ email })} error={errorOf('email')} hint={words.emailHint} type="email" autoComplete="username" />
        </>
      )}
      {!caller && person.who !== '' && (
        <>
          <TextField
            id="recovery-password" label={words.password} value={person.password} onChange={(password) => change({ password })} error={errorOf('password')} maxLength={128}
            type={shown ? 'text' : 'password'} autoComplete="new-password" hint={person.who === whoNew ? words.passwordHint : words.resetHint}
          />
          <TickBox isTicked={shown} onTick={setShown}>{words.showPassword}</TickBox>
        </>
      )}
      {needsOrganisation && (
        <SelectField
          id="recovery-organisation" label={words.organisation} none={words.whoNone} selected={person.organisation} error={errorOf('organisation')}
          onSelect={(organisation) => change({ organisation })} options={organisations.map(({ id, name }) => ({ id, text: name }))}
        />
      )}
      {others.length > 0 && (
        <fieldset className="recovery-gone">
          <legend>{words.gone}</legend>
          <p className="hint">{words.goneHint}</p>
          {others.map(({ id }) => (
            <TickBox key={id} isTicked={gone.includes(id)} onTick={(ticked) => setGone(ticked ? [...gone, id] : gone.filter((one) => one !== id))}>
              {nameOf.get(id) ?? words.nameless}
            </TickBox>
          ))}
        </fieldset>
      )}
      <p className="join-ways">
        <Button kind="primary" type="submit">{words.make}</Button>
      </p>
    </form>
  )
}
