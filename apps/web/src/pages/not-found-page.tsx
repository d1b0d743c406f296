// No page has this address.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeading } from '../components/page-heading.tsx'
import '../components/states.css'
import { useMessages } from '../messages/messages.ts'

export function NotFoundPage(): ReactNode {
  const { failure } = useMessages()
  return (
    <section className="failure">
      <PageHeading title={failure.notFoundTitle} />
      <p>{failure.notFoundText}</p>
      <p><Link to="/">{failure.home}</Link></p>
    </section>
  )
}
