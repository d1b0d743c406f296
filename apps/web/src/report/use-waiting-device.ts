// While the coordinator has not confirmed the device: looks again now and then, as long as the page is seen.
import { useEffect } from 'react'
import type { Standing } from './standing.ts'

const every = 20_000

export function useWaitingDevice(standing: Standing | undefined, again: () => void): void {
  const waits = standing !== undefined && 'open' in standing && (standing.open.kept || (standing.open.session.state === 'device' && standing.open.session.caller?.keys === 'waiting'))
  useEffect(() => {
    if (!waits) return undefined
    const look = (): void => {
      if (!document.hidden) again()
    }
    const timer = setInterval(look, every)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [waits, again])
}
