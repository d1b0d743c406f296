// The way to disclosures, readings and sessions from the lists of incidents: to the first of them that the caller sees.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { useSharingLinkWords } from './sharing-link-words.ts'

export function SharingLink(): ReactNode {
  const words = useSharingLinkWords()
  const session = useQuery(sessionQuery)
  const rights = session.data?.rights ?? []
  // A network without members has the pages too: they say what they are for.
  const isLocal = session.data?.state === 'local'
  if (isLocal || rights.includes('incident.share')) {
    return (
      <p className="sharing-link">
        <Link to="/shares">{words.both}</Link>
        {(isLocal || rights.includes('reading.many')) && <Link to="/sessions">{words.search}</Link>}
      </p>
    )
  }
  return rights.includes('reading.see') ? <p className="sharing-link"><Link to="/reads">{words.reads}</Link></p> : null
}
