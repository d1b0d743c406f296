// Retention: what falls due and weeding it, how long each kind is kept, legal holds, and the log. Core members see the holds alone.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FailureError } from '../../api/ask.ts'
import { sessionQuery, waitMilliseconds } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { Icon } from '../../shell/icons.tsx'
import { ClocksPart } from './clocks-part.tsx'
import { ComingPart } from './coming-part.tsx'
import { HoldsPart } from './holds-part.tsx'
import './retention.css'
import { holdsQuery, retentionQuery } from './retention-queries.ts'
import { useRetentionWords } from './retention-words.ts'
import { WeedingLog } from './weeding-log.tsx'
import { WeedingPart } from './weeding-part.tsx'

export function RetentionPage(): ReactNode {
  const words = useRetentionWords()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  const manages = rights.includes('retention.manage')
  const retention = useQuery({ ...retentionQuery, enabled: manages })
  // Somebody else answers: the page looks again by itself.
  const holds = useQuery({ ...holdsQuery, enabled: rights.includes('hold.answer'), refetchInterval: waitMilliseconds })
  const notNamed = holds.error instanceof FailureError && holds.error.failure.status === 404
  return (
    <div className="retention">
      <PageHeading title={manages ? words.title : words.holds} before={<Link to="/cases" className="back"><Icon name="back" />{words.back}</Link>} />
      {manages && <p className="lead">{words.lead}</p>}
      {manages && <Loaded query={retention}>{(answer) => <><WeedingPart answer={answer} /><ComingPart answer={answer} /><ClocksPart answer={answer} /></>}</Loaded>}
      {notNamed ? <p>{words.notNamed}</p> : <Loaded query={holds}>{(answer) => <HoldsPart answer={answer} />}</Loaded>}
      {manages && retention.data && <WeedingLog log={retention.data.log} />}
    </div>
  )
}
