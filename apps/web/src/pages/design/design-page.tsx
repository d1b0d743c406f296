// Every part the pages are built from, in its states: for those who review how things look.
import type { ReactNode } from 'react'
import { PageHeading } from '../../components/page-heading.tsx'
import { useMessages } from '../../messages/messages.ts'

export function DesignPage(): ReactNode {
  const { design } = useMessages()
  return (
    <>
      <PageHeading title={design.title} />
      <p className="lead">{design.lead}</p>
    </>
  )
}
