// The word on every raw table and chart: these numbers stay with the coordinator.
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import './marks.css'

export function RawMark(): ReactNode {
  const { raw } = useMessages()
  return <p className="raw-mark">{raw.mark}</p>
}
