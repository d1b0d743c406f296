// The computers that are signed in; each of them can be signed out from here.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { signIn } from '../../auth/sign-in.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useAccountWords } from './account-words.ts'
import { nameOfMachine } from './name-of-machine.ts'

const sessionsKey = ['own-sessions']

export function SessionsPart(): ReactNode {
  const words = useAccountWords()
  const language = useLanguage()
  const client = useQueryClient()
  const sessions = useQuery({ queryKey: sessionsKey, queryFn: signIn.sessions })
  const acting = useAct()
  const end = (work: () => Promise<unknown>): void => {
    void acting.act(async () => {
      await work()
      await client.invalidateQueries({ queryKey: sessionsKey })
      return words.ended
    })
  }
  // The reader's own clock: it is about her own computers.
  const moment = (instant: string): string => new Date(instant).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="account-part" aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      <p>{words.sessionsText}</p>
      <Loaded query={sessions}>
        {(list) => (
          <>
            <ul className="account-list">
              {list.map(({ id, machine, startedAt, current }) => {
                const name = nameOfMachine(machine) ?? words.unknownMachine
                return (
                  <li key={id}>
                    <span>
                      <strong>{name}</strong> {current && <Mark>{words.here}</Mark>}
                      <small>{words.since(moment(startedAt))}</small>
                    </span>
                    {!current && <Button kind="quiet" aria-label={words.endOf(name)} isDisabled={acting.busy} onPress={() => end(() => signIn.endSession(id))}>{words.end}</Button>}
                  </li>
                )
              })}
            </ul>
            {list.length > 1 && <Button kind="secondary" isDisabled={acting.busy} onPress={() => end(signIn.endOtherSessions)}>{words.endOthers}</Button>}
          </>
        )}
      </Loaded>
      <ActOutcome acting={acting} />
    </section>
  )
}
