// One's own account: ways to sign in, the keys' passphrase and sheet, and the computers that are signed in.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Caller } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { PageHeading } from '../../components/page-heading.tsx'
import { useAccountWords } from './account-words.ts'
import './account.css'
import { AppPart } from './app-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { PasskeysPart } from './passkeys-part.tsx'
import { PasswordPart } from './password-part.tsx'
import { ProviderPart } from './provider-part.tsx'
import { SessionsPart } from './sessions-part.tsx'

export function AccountPage(): ReactNode {
  const words = useAccountWords()
  const session = useQuery(sessionQuery).data
  return (
    <div className="account-page">
      <PageHeading title={words.title} />
      {session?.state === 'local' ? <p>{words.nobody}</p> : session?.caller && <Parts caller={session.caller} />}
    </div>
  )
}

function Parts({ caller }: { readonly caller: Caller }): ReactNode {
  const words = useAccountWords()
  const provider = useQuery(sessionQuery).data?.provider
  return (
    <>
      <p className="lead">{words.who(caller.name ?? '', caller.email ?? '')}</p>
      <section aria-labelledby="ways">
        <h2 id="ways">{words.ways}</h2>
        <PasskeysPart caller={caller} />
        <AppPart caller={caller} />
        {provider && <ProviderPart name={provider.name} />}
        <PasswordPart />
      </section>
      {caller.keys !== 'none' && <KeysPart />}
      <SessionsPart />
    </>
  )
}
