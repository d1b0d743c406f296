// When keys lock by themselves: five minutes without a touch, or two minutes out of sight.

export type LockReason = 'asked' | 'idle' | 'hidden'

export const idleMilliseconds = 5 * 60_000
export const hiddenMilliseconds = 2 * 60_000

export type LockClock = {
  /** Something was pressed, typed or touched. */
  readonly touched: (now: number) => void
  readonly shown: (visible: boolean, now: number) => void
  /** Why the keys must be locked by now; undefined while they need not. A sleeping computer is found out when it wakes. */
  readonly due: (now: number) => Exclude<LockReason, 'asked'> | undefined
}

export function makeLockClock(start: number): LockClock {
  let touchedAt = start
  let hiddenAt: number | undefined
  return {
    touched: (now) => {
      touchedAt = now
    },
    shown: (visible, now) => {
      hiddenAt = visible ? undefined : (hiddenAt ?? now)
    },
    due: (now) => {
      if (hiddenAt !== undefined && now - hiddenAt >= hiddenMilliseconds) return 'hidden'
      return now - touchedAt >= idleMilliseconds ? 'idle' : undefined
    },
  }
}

const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Watches the page until it is told to stop; what was due while the tab slept is done before the page can be used again. */
export function watchPage(lock: (reason: LockReason) => void): () => void {
  const clock = makeLockClock(Date.now())
  if (document.hidden) clock.shown(false, Date.now())
  const check = (): boolean => {
    const reason = clock.due(Date.now())
    if (reason) lock(reason)
    return reason !== undefined
  }
  const onTouch = (): void => {
    if (!check()) clock.touched(Date.now())
  }
  const onVisibility = (): void => {
    if (!check()) clock.shown(!document.hidden, Date.now())
  }
  const timer = setInterval(check, 5_000)
  for (const name of touches) window.addEventListener(name, onTouch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    clearInterval(timer)
    for (const name of touches) window.removeEventListener(name, onTouch, { capture: true })
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
