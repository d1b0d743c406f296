// The outbox as the page shows it, and its trying again: at once, when the connection comes back, and then ever less often.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Waiting } from '../kept/store.ts'

export type OutboxState = {
  readonly waiting: number
  /** Of these, those that wait until the coordinator has confirmed the device. */
  readonly unconfirmed: number
  /** Of these, those that a clock far ahead has sealed: they wait until that time has come. */
  readonly early: number
  readonly refused: readonly Waiting[]
  /** References of what has arrived while this page was open. */
  readonly arrived: readonly string[]
  /** The server answers and does not know this browser: what waits cannot be sent. */
  readonly unknown: boolean
}

export type Outbox = OutboxState & {
  readonly tryNow: () => void
  /** A refused one, or all that waits, has been seen and is thrown away. */
  readonly drop: (ids: readonly string[] | 'all') => void
}

const [shortest, longest] = [5_000, 300_000]
const empty: OutboxState = { waiting: 0, unconfirmed: 0, early: 0, refused: [], arrived: [], unknown: false }

/** 'looks': what waits is counted, and cannot be sent by whoever is here now. Null where nothing can wait. */
export function useOutbox(does: 'sends' | 'looks' | null): Outbox {
  const [state, setState] = useState(empty)
  const run = useRef<() => void>(() => undefined)
  useEffect(() => {
    if (does === null) return undefined
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let pause = shortest
    let busy = false
    const load = import('./outbox.ts')
    const readKept = async (): Promise<readonly Waiting[]> => (await import('../kept/store.ts')).readWaiting()
    const look = async (): Promise<number> => {
      const all = await readKept()
      const refused = all.filter((one) => one.refused !== null)
      const unconfirmed = all.filter((one) => one.refused === null && one.unlisted !== null).length
      const early = all.filter((one) => one.refused === null && one.early === true).length
      if (!ended) setState((before) => ({ ...before, waiting: all.length - refused.length, unconfirmed, early, refused }))
      return all.length - refused.length
    }
    const flush = async (): Promise<void> => {
      if (busy || ended || does === 'looks') return
      busy = true
      clearTimeout(timer)
      timer = undefined
      const { arrived, stopped } = await load.then(({ flushOutbox }) => flushOutbox()).finally(() => {
        busy = false
      })
      if (ended) return
      setState((before) => ({ ...before, arrived: [...before.arrived, ...arrived], unknown: stopped === 'unknown' }))
      if ((await look()) === 0) return
      // Not all at the same moment, when a whole house has its network back.
      timer ??= setTimeout(soonAgain, pause * (1 + Math.random() / 2))
      pause = Math.min(pause * 2, longest)
    }
    const soonAgain = (): void => void flush().catch(() => undefined)
    const soon = (): void => {
      pause = shortest
      soonAgain()
    }
    run.current = soon
    const onVisible = (): void => {
      if (!document.hidden) soon()
    }
    const onChange = async (): Promise<void> => {
      if ((await look()) > 0 && !busy && !ended) timer ??= setTimeout(soonAgain, shortest)
    }
    const listening = load.then(({ onOutboxChange }) => onOutboxChange(() => void onChange().catch(() => undefined)))
    window.addEventListener('online', soon)
    document.addEventListener('visibilitychange', onVisible)
    // Before anything is sent: afterwards there may be no connection to fetch it by.
    if (does === 'sends') void load.then(({ fetchParcelKey }) => fetchParcelKey()).catch(() => undefined)
    void look().catch(() => undefined)
    soon()
    return () => {
      ended = true
      clearTimeout(timer)
      window.removeEventListener('online', soon)
      document.removeEventListener('visibilitychange', onVisible)
      void listening.then((stop) => stop(), () => undefined)
    }
  }, [does])
  const tryNow = useCallback(() => run.current(), [])
  const drop = useCallback((ids: readonly string[] | 'all') => {
    void (async () => {
      const [{ takeOut }, { readWaiting }] = await Promise.all([import('./outbox.ts'), import('../kept/store.ts')])
      for (const { id } of await readWaiting()) if (ids === 'all' || ids.includes(id)) await takeOut(id)
    })()
  }, [])
  return { ...state, tryNow, drop }
}
