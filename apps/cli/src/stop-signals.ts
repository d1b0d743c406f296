// Being told to stop: Ctrl+C, SIGTERM, a closed terminal.

export type StopSignals = {
  /** Resolves with the number of the first signal. */
  readonly told: Promise<number>
  readonly wasTold: () => boolean
  /** Back to what Node does by itself. */
  readonly release: () => void
  /**
   * Ends this process by the signal of that number, as whoever started it expects, and at once: Node's own exit takes its worker threads apart, and
   * breaks when one of them is in the middle of the platform's cryptography.
   */
  readonly endOf: (number: number) => void
}

/** In milliseconds: one signal reaches this process twice, from the terminal and passed on by whoever started it. */
const echo = 2000

/**
 * The same signal again right away is no order to stop at once, which would leave the database without a user. One that
 * comes later is.
 */
export function hearStopSignals(): StopSignals {
  const { promise: told, resolve } = Promise.withResolvers<number>()
  let first: number | undefined
  const hear = (_: NodeJS.Signals, number: number): void => {
    first ??= performance.now()
    if (performance.now() - first > echo) process.exit(128 + number)
    resolve(number)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, hear)
  const release = (): void => {
    for (const signal of signals) process.off(signal, hear)
  }
  return {
    told,
    wasTold: () => first !== undefined,
    release,
    endOf: (number) => {
      release()
      process.kill(process.pid, number)
    },
  }
}
