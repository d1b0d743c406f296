// The edition's own page inside this one. It has no script; the quick exit must be heard there as well.
import type { ReactNode, SyntheticEvent } from 'react'

export function PageFrame({ href, title }: { readonly href: string; readonly title: string }): ReactNode {
  return <iframe className="edition-frame" src={href} title={title} sandbox="allow-same-origin allow-downloads" onLoad={hearEscape} />
}

function hearEscape({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void {
  currentTarget.contentWindow?.addEventListener('keydown', ({ key, repeat }) => {
    if (key === 'Escape') window.dispatchEvent(new KeyboardEvent('keydown', { key, repeat }))
  })
}
