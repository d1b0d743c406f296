// The log of what was disclosed: what waits for my organisation's answer first, then everything, the newest first.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
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
  return (
    <>
      <p className="lead">{words.logLead}</p>
      <Loaded query={query}>
        {({ shares }) => {
          const waiting = shares.filter(({ may }) => may.includes('accept'))
          const others = shares.filter((share) => !waiting.includes(share))
          return (
            <>
              {shares.length === 0 && <EmptyState title={words.logNone}><p>{words.logNoneText}</p></EmptyState>}
              {waiting.length > 0 && (
                <section aria-labelledby="shares-waiting">
                  <h2 id="shares-waiting">{words.waiting}</h2>
                  <ul className="shares">{waiting.map((share) => <ShareItem key={share.id} share={share} />)}</ul>
                </section>
              )}
              {others.length > 0 && (
                <section aria-labelledby="shares-all">
                  <h2 id="shares-all">{words.log}</h2>
                  <ul className="shares">{others.map((share) => <ShareItem key={share.id} share={share} />)}</ul>
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
