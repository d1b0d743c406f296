// The list as a table, for a desk: one row an incident, its reference the link.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IncidentSummary } from '../../../../server/src/api/types.ts'
import { Mark } from '../../components/mark.tsx'
import '../../components/data-table.css'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { occurredWords, personsWords, reporterWords } from './incident-words.ts'
import type { Filters } from './incidents-page.tsx'
import { inPieces, Piece } from './windowed.tsx'

export function IncidentTable({ incidents, total, filters }: { readonly incidents: readonly IncidentSummary[]; readonly total: number; readonly filters: Filters }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { incidents: words } = messages
  const columns = ['date', 'ref', 'organisation', 'place', 'form', 'persons', 'police', 'reason'] as const
  return (
    <table className="incident-table" aria-rowcount={total + 1}>
      <caption className="unseen">{words.caption}</caption>
      <thead>
        <tr>{columns.map((column) => <th key={column} scope="col" className={`column-${column}`}>{words.columns[column]}</th>)}</tr>
      </thead>
      {inPieces(incidents).map(({ first, rows }) => (
      <Piece key={first} as="tbody" guess={rows.length * 57} isFirst={first === 0}>
        {rows.map((incident, index) => (
          <tr key={incident.ref} aria-rowindex={first + index + 2} className={incident.withdrawn ? 'withdrawn' : undefined}>
            <td className="column-date">{occurredWords(incident, network, language, messages)}</td>
            <th scope="row" className="column-ref">
              <Link to="/incidents/$ref" params={{ ref: incident.ref }} search={filters} data-incident={incident.ref} resetScroll={false}>{incident.ref}</Link>
              {incident.diary !== null && <small>{incident.diary}</small>}
              {incident.externalRef !== null && <small>{incident.externalRef}</small>}
              {incident.withdrawn && <Mark kind="lamp">{words.withdrawn}</Mark>}
            </th>
            <td>{reporterWords(incident, network, messages)}</td>
            <td>
              {codeWord('place-type', incident.placeType, language)}
              {incident.area !== null && <small>{incident.area}</small>}
            </td>
            <td>{codeWord('exploitation', incident.exploitation, language)}</td>
            <td className="column-persons">{personsWords(incident.persons, language, messages)}</td>
            <td className={`police-${incident.policeContacted}`}>{words.policeShort[incident.policeContacted]}</td>
            <td className="column-reason">{incident.sealed ? <span className="sealed"><Icon name="sealed" />{words.sealed}</span> : <span className="faint">{words.noReason}</span>}</td>
          </tr>
        ))}
      </Piece>
      ))}
    </table>
  )
}
