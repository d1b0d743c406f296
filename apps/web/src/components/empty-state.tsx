// Nothing here yet: what will come, and how to start.
import type { ReactNode } from 'react'
import './states.css'

export function EmptyState({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
