// To the coordinator, on every page: a breach whose 72 hours run, and sheets that an authority has to try anew.
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { renderDay, renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { ownWords } from '../../messages/own-words.ts'
import { dutiesQuery } from './authority-queries.ts'

const sv = {
  title: 'Att göra',
  running: (number: string, until: string) => `Personuppgiftsincident ${number}: IMY ska underrättas senast ${until}.`,
  over: (number: string, until: string) => `Personuppgiftsincident ${number}: de 72 timmarna gick ut ${until}, och IMY är inte underrättad.`,
  see: 'Till incidenten',
  recovery: 'Återställningsbladen är inte prövade på tolv månader. För en myndighet är det en skyldighet.',
  soon: (day: string) => `Återställningsbladen ska prövas igen senast ${day}.`,
  keys: 'Till nycklarna',
}
const en: typeof sv = {
  title: 'To be done',
  running: (number, until) => `Personal data breach ${number}: IMY is to be told ${until} at the latest.`,
  over: (number, until) => `Personal data breach ${number}: the 72 hours ran out ${until}, and IMY has not been told.`,
  see: 'To the breach',
  recovery: 'The recovery sheets have not been tried in twelve months. For an authority that is a duty.',
  soon: (day) => `The recovery sheets are to be tried again ${day} at the latest.`,
  keys: 'To the keys',
}
const useWords = ownWords({ sv, en })
const minute = 60_000

export function DutiesNote({ session: { rights, network } }: { readonly session: SessionAnswer }): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const duties = useQuery({ ...dutiesQuery, enabled: rights.includes('breach.manage'), staleTime: minute, refetchInterval: 5 * minute })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const breaches = (duties.data?.breaches ?? []).filter(({ id }) => path !== `/breaches/${id}`)
  const { recovery = null, testedUntil = null } = duties.data ?? {}
  // In a network without members there are no sheets to try: its page on authority says so.
  const sheets = recovery === 'untested' || recovery === 'old' ? words.recovery : testedUntil === null ? null : words.soon(renderDay(testedUntil, language))
  if (breaches.length === 0 && sheets === null) return null
  return (
    <aside className="sample" aria-label={words.title}>
      <span className="sample-lamp" aria-hidden="true" />
      <div>
        {breaches.map(({ id, number, clock: { state, deadline } }) => (
          <p key={id}><strong>{words[state === 'over' ? 'over' : 'running'](renderCount(number, language), renderMoment(deadline, network.timeZone, language))}</strong> <Link to="/breaches/$id" params={{ id }}>{words.see}</Link></p>
        ))}
        {sheets !== null && <p>{sheets} <Link to="/network" search={{ part: 'keys' }}>{words.keys}</Link></p>}
      </div>
    </aside>
  )
}
