// The way to the log of breaches, and to what an authority has to decide, from the list of incidents and the network's page.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ownWords } from '../../messages/own-words.ts'

const useWords = ownWords({ sv: { authority: 'Myndighet', breaches: 'Personuppgiftsincidenter' }, en: { authority: 'Authority', breaches: 'Personal data breaches' } })

export function AuthorityLink(): ReactNode {
  const words = useWords()
  const session = useQuery(sessionQuery)
  if (session.data?.rights.includes('breach.manage') !== true) return null
  return <p className="sharing-link"><Link to="/breaches">{words.breaches}</Link> <Link to="/authority">{words.authority}</Link></p>
}
