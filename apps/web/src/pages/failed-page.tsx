// In place of a page that could not be fetched or shown: the page's own code comes from the server, which may be stopped.
import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FailureError, unreachable } from '../api/ask.ts'
import { FailurePanel } from '../components/failure-panel.tsx'

export function FailedPage({ error }: ErrorComponentProps): ReactNode {
  return <FailurePanel wholePage error={notFetched(error) ? new FailureError(unreachable) : error} onAgain={() => void reloadWhenAnswered()} />
}

/** Browsers word it differently, and all of them say that it is a module; the builder speaks of preloading its style. */
function notFetched(error: unknown): boolean {
  return (error instanceof TypeError && /module/i.test(error.message)) || (error instanceof Error && error.message.startsWith('Unable to preload'))
}

/** A page that failed to come is not asked for again until the app is: but only once there is a server to give it. */
async function reloadWhenAnswered(): Promise<void> {
  const answered = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false)
  if (answered) location.reload()
}
