// What is printed instead of the page: it stands beside the app, is not drawn on screen, and on paper it stands alone.
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

export function Paper({ children }: { readonly children: ReactNode }): ReactNode {
  // A dialog would hide its neighbours from those who listen; this is for paper only, so it is hidden from them always.
  return createPortal(<div className="paper" aria-hidden="true">{children}</div>, document.body)
}
