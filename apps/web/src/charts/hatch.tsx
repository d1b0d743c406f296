// The hatching that means "in part": a period collected in part, or answers not known.
import type { ReactNode } from 'react'

export function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch-line" d="M0 0V6" />
      </pattern>
    </defs>
  )
}
