// Two incidents beside each other, and what speaks for and against their being the same.
import type { Reason } from '@lykta/incident'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SamePerson } from '../../../../server/src/api/same-types.ts'
import type { IncidentSummary } from '../../../../server/src/api/types.ts'
import { codeWord, countryWord } from '../../format/code-words.ts'
import { groupInWords, personsInWords } from '../../format/group-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import type { Language } from '@lykta/incident'
import { useNetwork } from '../../network.ts'
import { occurredWords, reporterWords } from '../incidents/incident-words.ts'
import { useSameWords } from './same-words.ts'

export function SideBySide({ incidents }: { readonly incidents: readonly IncidentSummary[] }): ReactNode {
  return <div className="side-by-side">{incidents.map((incident) => <OneSide key={incident.ref} incident={incident} />)}</div>
}

export function OneSide({ incident }: { readonly incident: IncidentSummary }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  return (
    <div className="one-side">
      <p className="one-side-head">
        <Link to="/incidents/$ref" params={{ ref: incident.ref }}>{occurredWords(incident, network, language, messages)}</Link>
        <code>{incident.ref}</code>
      </p>
      <p>{codeWord('exploitation', incident.exploitation, language)} · {codeWord('place-type', incident.placeType, language)}{incident.area === null ? '' : `, ${incident.area}`}</p>
      <p className="faint">{reporterWords(incident, network, messages)}, {personsInWords(incident.persons, language)}</p>
    </div>
  )
}

/** What speaks for it stands first, each with as many bars as it weighs. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }): ReactNode {
  const words = useSameWords()
  // That both have what nearly all have weighs a little less than nothing, and yet nobody would hold it against them.
  const against = reasons.filter(({ code, bits }) => bits < 0 && (code === 'same-reporter' || !code.startsWith('same-'))).toReversed()
  const lists = [[words.speaksFor, reasons.filter(({ bits }) => bits > 0)], [words.speaksAgainst, against]] as const
  return (
    <dl className="reasons">
      {lists.filter(([, list]) => list.length > 0).map(([title, list]) => (
        <div key={title}>
          <dt>{title}</dt>
          {list.map(({ code, bits }) => <dd key={code} className={Math.abs(bits) >= 2 ? 'heavy' : undefined}>{words.reasons[code]}</dd>)}
        </div>
      ))}
    </dl>
  )
}

export function groupWords({ group }: SamePerson, language: Language, unknown: string): string {
  const nationalities = group.nationalities.length === 0 ? unknown : group.nationalities.map((code) => countryWord(code, language)).join(', ')
  return `${groupInWords(group, language)}, ${nationalities}`
}
