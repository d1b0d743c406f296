// The log of what was disclosed: what waits for my organisation's answer first, then everything, the newest first.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useListAct } from '../../components/use-list-act.ts'
import { ShareItem } from './share-item.tsx'
import { SharingFrame } from './sharing-frame.tsx'
import { sharesQuery } from './sharing-queries.ts'
import { useSharingWords } from './sharing-words.ts'

export function SharesPage(): ReactNode {
  return <SharingFrame page="log"><Shares /></SharingFrame>
}

function Shares(): ReactNode {
  const words = useSharingWords()
  const query = useQuery(sharesQuery)
  const { acting, heading } = useListAct()
  return (
    <>
      <p className="lead">{words.logLead}</p>
      <ActOutcome acting={acting} />
      <Loaded query={query}>
        {({ shares }) => {
          const waiting = shares.filter(({ may }) => may.includes('accept'))
          const others = shares.filter((share) => !waiting.includes(share))
          return (
            <>
              {shares.length === 0 && <EmptyState title={words.logNone}><p>{words.logNoneText}</p></EmptyState>}
              {waiting.length > 0 && (
                <section aria-labelledby="shares-waiting">
                  <h2 id="shares-waiting" ref={heading} tabIndex={-1}>{words.waiting}</h2>
                  <ul className="shares">{waiting.map((share) => <ShareItem key={share.id} share={share} acting={acting} />)}</ul>
                </section>
              )}
              {others.length > 0 && (
                <section aria-labelledby="shares-all">
                  <h2 id="shares-all" {...(waiting.length > 0 ? {} : { ref: heading, tabIndex: -1 })}>{words.log}</h2>
                  <ul className="shares">{others.map((share) => <ShareItem key={share.id} share={share} acting={acting} />)}</ul>
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
