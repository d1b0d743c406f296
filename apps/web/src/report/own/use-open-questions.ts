// How many questions wait for an answer about what a device has sent: asked once, when there is a connection.
import { useEffect, useState } from 'react'
import type { OwnIncidentsAnswer } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import type { Open } from '../standing.ts'

export function useOpenQuestions({ session: { state }, kept }: Open): number {
  const [count, setCount] = useState(0)
  const asks = state === 'device' && !kept
  useEffect(() => {
    if (!asks) return
    void ask<OwnIncidentsAnswer>('own-incidents').then(
      ({ incidents }) => setCount(incidents.filter((one) => one.state === 'question' && !one.withdrawn).length),
      () => undefined,
    )
  }, [asks])
  return count
}
