// The answers that have one value each: when, where, which form, police and possible perpetrators.
import type { Incident } from '@lykta/incident'
import { isUnknownOccurrence, precisionOf } from '@lykta/incident'
import type { ReactNode } from 'react'
import { codeWord } from '../../format/code-words.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { knownWords, occurredWords, reporterWords } from './incident-words.ts'

export function IncidentFacts({ answers, level }: { readonly answers: Incident; readonly level: 2 | 3 }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { incident: words } = messages
  const Heading = level === 2 ? 'h2' : 'h3'
  const { collectionStart } = network.network
  const isUnknown = isUnknownOccurrence(answers.occurred, { collectionStart, reportedOn: answers.reportedOn })
  const precision = isUnknown ? '' : words.precision[precisionOf(answers.occurred)]
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.occurred, <>{occurredWords(answers, network, language, messages)}{precision !== '' && <small>{precision}</small>}</>],
    [words.reportedOn, renderDay(answers.reportedOn, language)],
    [words.reportedBy, reporterWords(answers, network, messages)],
    [words.place, codeWord('place-type', answers.placeType, language)],
    [words.area, answers.area ?? words.unknown],
    [words.form, codeWord('exploitation', answers.exploitation, language)],
    [words.contacted, codeWord('answer', answers.policeContacted, language)],
    [words.reports, knownWords(answers.policeReports, language, messages)],
    [words.roles.buyer, knownWords(answers.buyers, language, messages)],
    [words.roles.procurer, knownWords(answers.procurers, language, messages)],
    [words.roles.other, knownWords(answers.otherPerpetrators, language, messages)],
  ]
  const groups = [
    { title: words.when, rows: rows.slice(0, 6) },
    { title: words.police, rows: rows.slice(6, 8) },
    { title: words.perpetrators, rows: rows.slice(8), note: words.perpetratorsNote },
  ]
  return (
    <div className="incident-facts">
      {groups.map(({ title, rows: own, note }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          <dl>
            {own.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {note !== undefined && <p className="hint">{note}</p>}
        </section>
      ))}
    </div>
  )
}
