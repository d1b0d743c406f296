// What is printed instead of the page: it stands beside the app, is not drawn on screen, and on paper it stands alone.
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

export function Paper({ children }: { readonly children: ReactNode }): ReactNode {
  return createPortal(<div className="paper">{children}</div>, document.body)
}
