// The way to the log of breaches, to what an authority has to decide, and to the network's page where the menu has none, from the list of incidents and the network's page.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ownWords } from '../../messages/own-words.ts'

const useWords = ownWords({ sv: { authority: 'Myndighet', breaches: 'Personuppgiftsincidenter', network: 'Nätverket och export' }, en: { authority: 'Authority', breaches: 'Personal data breaches', network: 'The network, and export' } })

/** The menu has the network's page for whoever manages members; a network without members has it here. */
export function AuthorityLink({ isOnNetworkPage = false }: { readonly isOnNetworkPage?: boolean }): ReactNode {
  const words = useWords()
  const session = useQuery(sessionQuery)
  const rights = session.data?.rights ?? []
  if (!rights.includes('breach.manage')) return null
  const needsNetwork = !isOnNetworkPage && rights.includes('settings.manage') && !rights.includes('members.manage')
  return (
    <p className="sharing-link">
      <Link to="/breaches">{words.breaches}</Link> <Link to="/authority">{words.authority}</Link>
      {needsNetwork && <> <Link to="/network">{words.network}</Link></>}
    </p>
  )
}
