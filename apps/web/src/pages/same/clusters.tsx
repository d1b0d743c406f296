// What is linked: reports of one event, or sightings of one person, each of which can be taken out again.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SameCluster } from '../../../../server/src/api/same-types.ts'
import { Button } from '../../components/button.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useLanguage } from '../../messages/messages.ts'
import { takeOut } from './same-queries.ts'
import { useSameWords } from './same-words.ts'
import { groupWords, OneSide } from './side-by-side.tsx'

export function Clusters({ clusters, acting: { busy, act } }: { readonly clusters: readonly SameCluster[]; readonly acting: Acting }): ReactNode {
  const words = useSameWords()
  const language = useLanguage()
  const client = useQueryClient()
  return (
    <ul className="clusters">
      {clusters.map(({ id, of, members }) => (
        <li key={id} className="suggestion">
          <p className="cluster-head">{of === 'event' ? words.linkedEvent : words.linkedPersons}</p>
          <ul className="cluster-members">
            {members.map(({ ref, entry, degree, incident, group }) => (
              <li key={`${ref} ${entry}`}>
                <div>
                  <OneSide incident={incident} />
                  {group !== null && <p className="faint">{words.person(groupWords({ ref, entry, group }, language, words.unknownNationality))}</p>}
                </div>
                <span className="faint">{words.degrees[degree]}</span>
                <Button
                  kind="quiet" isDisabled={busy} aria-label={words.takeOutOf(ref)}
                  onPress={() => void act(async () => {
                    await takeOut(client, { things: [{ ref, entry }] })
                    return words.saidOut
                  })}
                >
                  {words.takeOut}
                </Button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
