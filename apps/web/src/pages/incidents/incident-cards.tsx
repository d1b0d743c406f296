// The list as cards, for a phone and for the narrow list beside an open incident.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IncidentSummary } from '../../../../server/src/api/types.ts'
import { Mark } from '../../components/mark.tsx'
import { codeWord } from '../../format/code-words.ts'
import { personsInWords } from '../../format/group-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { occurredWords, reporterWords } from './incident-words.ts'
import type { Filters } from './incidents-page.tsx'
import { inPieces, Piece } from './windowed.tsx'

export type IncidentCardsProps = {
  readonly incidents: readonly IncidentSummary[]
  readonly filters: Filters
  readonly open: string | undefined
}

export function IncidentCards({ incidents, filters, open }: IncidentCardsProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { incidents: words } = messages
  return (
    <>
      {inPieces(incidents).map(({ first, rows }) => (
    <Piece key={first} as="ul" className="cards" label={words.caption} guess={rows.length * 120} isFirst={first === 0}>
      {rows.map((incident) => (
        <li key={incident.ref} className={incident.withdrawn ? 'card withdrawn' : 'card'}>
          <p className="card-head">
            <Link
              to="/incidents/$ref" params={{ ref: incident.ref }} search={filters} data-incident={incident.ref} resetScroll={false}
              aria-current={incident.ref === open ? 'page' : undefined}
            >
              {occurredWords(incident, network, language, messages)}
            </Link>
            <span className="card-ref">{incident.externalRef ?? incident.ref}</span>
          </p>
          <p>
            {codeWord('exploitation', incident.exploitation, language)} · {codeWord('place-type', incident.placeType, language)}
            {incident.area === null ? '' : `, ${incident.area}`}
          </p>
          <p className="card-reporter">{reporterWords(incident, network, messages)}</p>
          <p className="card-facts">
            {incident.diary !== null && <span>{incident.diary}</span>}
            <span>{personsInWords(incident.persons, language)}</span>
            <span className={`police-${incident.policeContacted}`}>{words.police[incident.policeContacted]}</span>
            {incident.sealed && <span className="sealed"><Icon name="sealed" />{words.sealedLong}</span>}
            {incident.withdrawn && <Mark kind="lamp">{words.withdrawn}</Mark>}
          </p>
        </li>
      ))}
    </Piece>
      ))}
    </>
  )
}
