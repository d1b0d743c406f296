// One part in several states, each with the state's name under it.
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.ts'

export type State = 'rest' | 'hover' | 'focus' | 'pressed' | 'disabled' | 'busy' | 'error' | 'empty'

/** The class that draws a state without anyone's pointer or keyboard; rest and disabled need none. */
export function shownClass(state: State): string {
  return state === 'hover' || state === 'focus' || state === 'pressed' ? `show-${state}` : ''
}

export function States({ states, children }: { readonly states: readonly State[]; readonly children: (state: State) => ReactNode }): ReactNode {
  const { design } = useMessages()
  return (
    <ul className="states">
      {states.map((state) => (
        <li key={state}>
          {children(state)}
          <p className="state-name">{design.states[state]}</p>
        </li>
      ))}
    </ul>
  )
}
