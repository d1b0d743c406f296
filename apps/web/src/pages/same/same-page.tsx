// What may be the same, best first; what is linked, and what was said not to be the same. Nobody is named by any of it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SameAnswer } from '../../../../server/src/api/same-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { Icon } from '../../shell/icons.tsx'
import { Clusters } from './clusters.tsx'
import { differ, sameQuery } from './same-queries.ts'
import { useSameWords } from './same-words.ts'
import './same.css'
import { EventCard, PersonCard } from './suggestion.tsx'

export function SamePage(): ReactNode {
  const words = useSameWords()
  const query = useQuery(sameQuery)
  return (
    <article className="same">
      <PageHeading title={words.title} before={<Link to="/incidents" className="back"><Icon name="back" />{words.back}</Link>} />
      <p>{words.intro}</p>
      <p className="hint">{words.counts}</p>
      <Loaded query={query}>{(answer) => <Same answer={answer} />}</Loaded>
    </article>
  )
}

function Same({ answer: { done, events, persons, more, linked, refused } }: { readonly answer: SameAnswer }): ReactNode {
  const words = useSameWords()
  const language = useLanguage()
  const client = useQueryClient()
  const acting = useAct()
  // Of each kind: whether there was something to decide before, so that none is no more.
  const decided = (entry: boolean): boolean =>
    linked.some(({ of }) => (of === 'persons') === entry) || refused.some(([first]) => (first.entry !== null) === entry)
  return (
    <>
      <ActOutcome acting={acting} />
      {done < 1 && <p role="status" className="looking">{words.looking(`${renderCount(Math.round(done * 100), language)} %`)}</p>}
      <section aria-labelledby="same-events">
        <h2 id="same-events">{words.events}</h2>
        {done === 1 && events.length === 0 && <EmptyState title={decided(false) ? words.eventsNoMore : words.eventsNone}>{null}</EmptyState>}
        <ul className="suggestions">{events.map((suggestion) => <EventCard key={suggestion.incidents.map(({ ref }) => ref).join()} suggestion={suggestion} acting={acting} />)}</ul>
      </section>
      <section aria-labelledby="same-persons">
        <h2 id="same-persons">{words.persons}</h2>
        {done === 1 && persons.length === 0 && <p className="faint">{decided(true) ? words.personsNoMore : words.personsNone}</p>}
        <ul className="suggestions">{persons.map((suggestion) => <PersonCard key={suggestion.persons.map(({ ref, entry }) => `${ref} ${entry}`).join()} suggestion={suggestion} acting={acting} />)}</ul>
        {more > 0 && <p className="hint">{words.more(renderCount(more, language))}</p>}
      </section>
      <section aria-labelledby="same-linked">
        <h2 id="same-linked">{words.linked}</h2>
        {linked.length === 0 ? <p className="faint">{words.linkedNone}</p> : <Clusters clusters={linked} acting={acting} />}
      </section>
      {refused.length > 0 && (
        <section aria-labelledby="same-refused">
          <h2 id="same-refused">{words.refused}</h2>
          <ul className="refused">
            {refused.map(([first, second]) => (
              <li key={`${first.ref} ${first.entry} ${second.ref} ${second.entry}`}>
                <span><code>{first.ref}</code> · <code>{second.ref}</code></span>
                <Button
                  kind="quiet" isDisabled={acting.busy} aria-label={words.askAgainOf(first.ref, second.ref)}
                  onPress={() => void acting.act(async () => {
                    await differ(client, { first, second, differ: false })
                    return words.saidAgain
                  })}
                >
                  {words.askAgain}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
