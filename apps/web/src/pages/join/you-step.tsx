// Name, e-mail and password: makes the sign-in and uses the invitation up; the log's first line is pinned as the invitation says.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { AcceptInvitation, FoundingAnswer, OpenInvitationAnswer, SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { hasKeys } from './join-steps.ts'
import { useJoinWords } from './join-words.ts'
import type { Invitation } from './read-invitation.ts'

export type YouStepProps = { readonly invitation: Invitation; readonly opened: OpenInvitationAnswer; readonly onBack: () => void }

export function YouStep({ invitation: { id, token, genesis }, opened, onBack }: YouStepProps): ReactNode {
  const words = useJoinWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const acting = useAct()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [checks, setChecks] = useState(0)
  const found = checks === 0 ? [] : findErrors(name, email, password)
  const errorOf = (field: Field): string | undefined => (found.includes(field) ? words.error[field] : undefined)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecks(checks + 1)
    if (findErrors(name, email, password).length > 0) return
    void acting.act(async () => {
      const request: AcceptInvitation = { id, token, member: crypto.randomUUID(), name: name.trim(), email: email.trim(), password, language }
      const { session } = await ask<FoundingAnswer>('invitations/accept', { method: 'POST', body: request })
      if (hasKeys(opened.role)) keys.pin(opened.network.id, genesis, 'invitation')
      // Used up: neither the address nor the history keeps it.
      history.replaceState(history.state, '', '/join')
      queries.setQueryData<SessionAnswer>(sessionQuery.queryKey, session)
      return undefined
    })
  }
  return (
    <form className="join-form" noValidate onSubmit={submit}>
      <p>{words.you}</p>
      <FormErrors title={words.errorsTitle(found.length)} errors={found.map((field) => ({ field: `join-${field}`, text: words.error[field] }))} checks={checks} />
      <TextField id="join-name" label={words.name} value={name} onChange={setName} error={errorOf('name')} autoComplete="name" maxLength={100} />
      <TextField id="join-email" label={words.email} value={email} onChange={setEmail} error={errorOf('email')} hint={words.emailHint} type="email" autoComplete="username" />
      <TextField
        id="join-password" label={words.password} value={password} onChange={setPassword} error={errorOf('password')} type={shown ? 'text' : 'password'} maxLength={128}
        hint={hasKeys(opened.role) ? words.passwordHintKeys : words.passwordHint} autoComplete="new-password"
      />
      <TickBox isTicked={shown} onTick={setShown}>{words.showPassword}</TickBox>
      <ActOutcome acting={acting} />
      <p className="join-ways">
        <Button kind="primary" type="submit" isDisabled={acting.busy}>{words.makeLogin}</Button>
        <Button kind="quiet" onPress={onBack}>{words.back}</Button>
      </p>
    </form>
  )
}

type Field = 'name' | 'email' | 'password'

function findErrors(name: string, email: string, password: string): readonly Field[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : (['email'] as const)),
    ...(password.length < 12 || password.length > 128 ? (['password'] as const) : []),
  ]
}
