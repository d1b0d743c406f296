// What stands beside every field: its help, and what is wrong with it.
import type { ReactNode } from 'react'

export function Beside({ id, help, errors }: { readonly id: string; readonly help: string; readonly errors: readonly string[] }): ReactNode {
  return (
    <>
      {help !== '' && <p id={`${id}-help`} className="hint">{help}</p>}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="field-error">
          {errors.join(' ')}
        </p>
      )}
    </>
  )
}
