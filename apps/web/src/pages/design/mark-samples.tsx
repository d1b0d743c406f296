// Marks of state, the word on raw numbers, and messages about what is wrong.
import type { ReactNode } from 'react'
import { Mark } from '../../components/mark.tsx'
import { ProblemList } from '../../components/problem-list.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { messagesIn, useMessages } from '../../messages/messages.ts'

const text = (of: (messages: (typeof messagesIn)['sv']) => string): { readonly sv: string; readonly en: string } => ({ sv: of(messagesIn.sv), en: of(messagesIn.en) })

export function MarkSamples(): ReactNode {
  const { editions, edition, incidents } = useMessages()
  return (
    <>
      <ul className="states">
        <li><Mark>{editions.state.none}</Mark></li>
        <li><Mark kind="lamp">{incidents.withdrawn}</Mark></li>
        <li><Mark kind="accent">{editions.state.ready}</Mark></li>
        <li><Mark kind="danger">{edition.auditFailed}</Mark></li>
      </ul>
      <RawMark />
      <ProblemList
        problems={[
          { code: 'sample', severity: 'error', values: {}, where: { file: 'incidenter.csv', row: 14 }, text: text(({ design }) => design.fieldError) },
          { code: 'sample', severity: 'warning', values: {}, where: {}, text: text(({ design }) => design.sentence) },
        ]}
      />
    </>
  )
}
