// The way to retention from the cases: for whoever weeds, and for whoever may answer for a hold.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { ownWords } from '../../messages/own-words.ts'

const useWords = ownWords({ sv: { all: 'Gallring och gallringsstopp', holds: 'Gallringsstopp' }, en: { all: 'Retention and legal holds', holds: 'Legal holds' } })

export function RetentionLink(): ReactNode {
  const words = useWords()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  if (!rights.includes('hold.answer')) return null
  return <p className="sharing-link"><Link to="/retention">{rights.includes('retention.manage') ? words.all : words.holds}</Link></p>
}
