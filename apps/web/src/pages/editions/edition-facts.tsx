// What the draft rests on: when it was made, as of when, for whom, by which rules, and what the audit said.
import type { ReactNode } from 'react'
import type { EditionAnswer } from '../../../../server/src/api/types.ts'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { yearExposure } from './year-exposure.ts'

export function EditionFacts({ answer }: { readonly answer: EditionAnswer }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { edition: words, editions } = messages
  const { edition, audience, policy, audit } = answer
  const moment = (instant: string): string => renderMoment(instant, network.network.timeZone, language)
  const count = (value: number): string => renderCount(value, language)
  const rows: readonly (readonly [string, string])[] = [
    [editions.column.exposure, `${edition.year}: ${yearExposure(edition.year, network, language, messages)}`],
    ...(edition.madeAt === null ? [] : [[words.made, moment(edition.madeAt)] as const]),
    ...(edition.asOf === null ? [] : [[words.asOf, messages.facts.asOfValue(moment(edition.asOf.at), count(edition.asOf.position))] as const]),
    [words.audience, words.audiences[audience]],
    [words.policy, policy],
    ...(audit === null ? [] : [[words.audit, audit.passed ? words.auditPassed(count(audit.solved), count(audit.protectedCells)) : words.auditFailed] as const]),
  ]
  return (
    <section className="edition-section" aria-labelledby="edition-facts">
      <h2 id="edition-facts">{words.facts}</h2>
      <dl className="edition-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
