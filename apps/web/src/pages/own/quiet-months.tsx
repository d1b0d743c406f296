// "Nothing to report" is an answer too: for the month that is on, and the one before.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { OwnIncident, QuietMonth } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { ownIncidentsQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { renderMonth } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useOwnIncidentWords } from './own-words.ts'

export function QuietMonths({ quietMonths, incidents }: { readonly quietMonths: readonly string[]; readonly incidents: readonly OwnIncident[] }): ReactNode {
  const words = useOwnIncidentWords()
  const language = useLanguage()
  const { today } = useNetwork()
  const queries = useQueryClient()
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [said, setSaid] = useState('')

  async function send(month: string, withdrawn: boolean): Promise<void> {
    setSending(true)
    setFailure(undefined)
    try {
      const body: QuietMonth = { month, withdrawn }
      await ask('quiet-months', { method: 'POST', body })
      await queries.invalidateQueries({ queryKey: ownIncidentsQuery.queryKey })
      setSaid(withdrawn ? '' : words.quietSaid(nameOf(month)))
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  const nameOf = (month: string): string => renderMonth(`${month}-01`, language)

  return (
    <section className="own-quiet" aria-label={words.quietTitle}>
      <h2>{words.quietTitle}</h2>
      <p>{words.quietText}</p>
      <ul>
        {monthsUntil(today).map((month) => {
          const reported = incidents.some(({ reportedOn, withdrawn }) => !withdrawn && reportedOn.startsWith(month))
          return (
            <li key={month}>
              {reported ? (
                <span>{words.quietReported(nameOf(month))}</span>
              ) : quietMonths.includes(month) ? (
                <>
                  <span>{words.quietSaid(nameOf(month))}</span>
                  <Button kind="quiet" isDisabled={sending} onPress={() => void send(month, true)}>{words.quietUndo(nameOf(month))}</Button>
                </>
              ) : (
                <Button kind="secondary" isDisabled={sending} onPress={() => void send(month, false)}>{words.quiet(nameOf(month))}</Button>
              )}
            </li>
          )
        })}
      </ul>
      <p className="unseen" role="status">{said}</p>
      <FailureNote error={failure} />
    </section>
  )
}

/** The month before, then this one: "2026-10", "2026-11". */
function monthsUntil(today: string): readonly string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const before = month === 1 ? [year - 1, 12] : [year, month - 1]
  return [before, [year, month]].map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)
}
