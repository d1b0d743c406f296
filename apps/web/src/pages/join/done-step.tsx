// The end of the invitation: what holds now, and where to go.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Caller } from '../../../../server/src/api/member-types.ts'
import { PageHeading } from '../../components/page-heading.tsx'
import { hasKeys } from './join-steps.ts'
import { useJoinWords } from './join-words.ts'

export function DoneStep({ caller: { role }, network }: { readonly caller: Caller; readonly network: string }): ReactNode {
  const words = useJoinWords()
  const reads = role === 'core-member' || role === 'coordinator'
  return (
    <div className="join">
      <PageHeading title={words.done(network)} tab={words.title} />
      <p className="lead">{reads ? words.doneReads : hasKeys(role) ? words.doneWrites : words.donePlain}</p>
      <p className="join-ways">
        {reads && <Link to="/" className="button button-primary">{words.toOverview}</Link>}
        {hasKeys(role) && <a href="/day/" className={`button ${reads ? 'button-secondary' : 'button-primary'}`}>{words.toReport}</a>}
        {role === 'reporter' && <Link to="/own" className="button button-secondary">{words.toOwn}</Link>}
        {role === 'reader' && <Link to="/editions" className="button button-primary">{words.toEditions}</Link>}
        {role === 'operator' && <Link to="/" className="button button-primary">{words.toStart}</Link>}
      </p>
    </div>
  )
}
