// One act at a time: whether it goes on, what went wrong, and what to say when it is done.
import { useRef, useState } from 'react'

export type Acting = {
  readonly busy: boolean
  /** What was thrown by the last one; undefined when it went well. */
  readonly failure: unknown
  /** To be said in a live region; empty until there is something to say. */
  readonly said: string
  /** Nothing happens while another one goes on. The act's answer is said. */
  readonly act: (run: () => Promise<string | undefined>) => Promise<void>
}

export function useAct(): Acting {
  const [{ busy, failure, said }, setState] = useState<Omit<Acting, 'act'>>({ busy: false, failure: undefined, said: '' })
  const running = useRef(false)
  async function act(run: () => Promise<string | undefined>): Promise<void> {
    if (running.current) return
    running.current = true
    setState({ busy: true, failure: undefined, said: '' })
    try {
      const told = await run()
      setState({ busy: false, failure: undefined, said: told ?? '' })
    } catch (error) {
      setState({ busy: false, failure: error, said: '' })
    } finally {
      running.current = false
    }
  }
  return { busy, failure, said, act }
}
