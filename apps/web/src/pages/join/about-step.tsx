// What the invitation is for, what the role may do, and who sees what: read before anything is given.
import type { ReactNode } from 'react'
import type { OpenInvitationAnswer } from '../../../../server/src/api/member-types.ts'
import { Button } from '../../components/button.tsx'
import { hasKeys } from './join-steps.ts'
import { useJoinWords } from './join-words.ts'

export function AboutStep({ opened, onNext }: { readonly opened: OpenInvitationAnswer; readonly onNext: () => void }): ReactNode {
  const words = useJoinWords()
  const { role, organisation, emergencyNumbers } = opened
  const { sees } = words
  const writes = hasKeys(role)
  return (
    <>
      <p className="lead">{words.yourRole(words.role[role], organisation?.name ?? null)}</p>
      <p>{words.about}</p>
      <h2>{words.may}</h2>
      <ul className="join-list">{words.mayDo[role].map((one) => <li key={one}>{one}</li>)}</ul>
      {writes && (
        <>
          <h2>{words.whoSees}</h2>
          <ul className="join-list">
            {[sees.organisation, sees.person, sees.reason, sees.coded, sees.authority].map((one) => <li key={one}>{one}</li>)}
          </ul>
          <p className="join-danger">
            <strong>{words.danger}</strong>
            {emergencyNumbers.length > 0 && <span> {words.numbers}: {emergencyNumbers.map(({ name, number, hours }) => `${name} ${number}${hours === '' ? '' : ` (${hours})`}`).join(' · ')}.</span>}
          </p>
        </>
      )}
      <p>{writes ? words.needs('10') : words.needsShort}</p>
      <Button kind="primary" onPress={onNext}>{words.accept}</Button>
    </>
  )
}
