// What a draft rests on: when it was frozen, as of when, for whom, by which rules, and the checksum of what is agreed to.
import type { ReactNode } from 'react'
import type { DraftAnswer } from '../../../../server/src/api/edition-types.ts'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useWorkshopWords } from './workshop-words.ts'

export function DraftFacts({ answer: { draft, asOf, policy, audit, digest } }: { readonly answer: DraftAnswer }): ReactNode {
  const { edition: words, facts } = useMessages()
  const { draft: own } = useWorkshopWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const moment = (instant: string): string => renderMoment(instant, network.timeZone, language)
  const count = (value: number): string => renderCount(value, language)
  const rows: readonly (readonly [string, string])[] = [
    [words.made, moment(draft.madeAt)],
    [words.asOf, facts.asOfValue(moment(asOf.at), count(asOf.position))],
    [words.audience, words.audiences[draft.audience]],
    [words.policy, policy],
    ...(audit ? [[words.audit, words.auditPassed(count(audit.solved), count(audit.protectedCells))] as const] : []),
    [own.digest, digest],
  ]
  return (
    <section className="edition-section" aria-labelledby="draft-facts">
      <h2 id="draft-facts">{own.facts}</h2>
      <dl className="edition-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === own.digest ? 'workshop-digest' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
