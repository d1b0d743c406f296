// A small word about a thing's state; the lamp is for "look here".
import type { ReactNode } from 'react'
import './marks.css'

export type MarkKind = 'plain' | 'lamp' | 'accent' | 'danger'

export function Mark({ kind = 'plain', children }: { readonly kind?: MarkKind; readonly children: ReactNode }): ReactNode {
  return <span className={`mark mark-${kind}`}>{children}</span>
}
