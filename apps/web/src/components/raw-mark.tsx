// The word on every raw table and chart: these numbers stay with the coordinator and the core group, or with the coordinator alone.
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import './marks.css'

/** `coordinator`: the core group is not given them (crossing, the chain of cases, the protocol). */
export function RawMark({ coordinator = false }: { readonly coordinator?: boolean }): ReactNode {
  const { raw } = useMessages()
  return <p className="raw-mark">{coordinator ? raw.markCoordinator : raw.mark}</p>
}
