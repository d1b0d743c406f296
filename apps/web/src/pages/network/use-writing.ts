// An act that needs open keys: asks to unlock first, does it, and fetches anew what it has changed.
import { useQueryClient } from '@tanstack/react-query'
import { membersQuery, settingsQuery } from '../../api/member-queries.ts'
import { useAct, type Acting } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'

export type Writing = Acting & {
  /** Nothing is done, and nothing said, when the unlock dialog is closed instead. */
  readonly write: (run: () => Promise<string | undefined>) => Promise<void>
}

export function useWriting(): Writing {
  const acting = useAct()
  const queries = useQueryClient()
  return {
    ...acting,
    write: (run) =>
      acting.act(async () => {
        if (!(await keys.askUnlock())) return undefined
        const said = await run()
        await Promise.all([membersQuery, settingsQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })))
        return said
      }),
  }
}
