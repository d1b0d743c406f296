// What has been weeded: kind, how much, by whom and when, and under which decision.
import type { ReactNode } from 'react'
import type { LoggedWeeding } from '../../../../server/src/api/retention-types.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNamings } from '../sharing/sharing-words.ts'
import { useRetentionWords } from './retention-words.ts'

export function WeedingLog({ log }: { readonly log: readonly LoggedWeeding[] }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const { who, moment } = useNamings()
  return (
    <section aria-labelledby="weed-log">
      <h2 id="weed-log">{words.log}</h2>
      {log.length === 0 ? <p className="faint">{words.logNone}</p> : (
        <>
          <p>{words.logLead}</p>
          <ul className="weed-log">
            {log.map(({ id, class: of, subjects, parts, decision, by, at }) => (
              <li key={id}>
                {words.logLine(words.what[of], renderCount(subjects, language), parts === subjects ? null : renderCount(parts, language))}
                <span className="clock-about"> {words.by(who(by), moment(at))}. {decision !== null && words.decision(decision)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
