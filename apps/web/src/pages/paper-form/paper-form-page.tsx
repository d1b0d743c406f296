// The form on paper, for whoever enters what others have told: seen as it will be printed, and printed.
import { findFormVersion, formWords, ownQuestionsOn, withOwnQuestions, withOwnWords } from '@lykta/incident'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FormAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { PaperFormSheet } from './paper-form.tsx'
import { usePaperWords } from './paper-words.ts'

const formQuery = queryOptions({ queryKey: ['form'], queryFn: ({ signal }) => ask<FormAnswer>('form', { signal }) })

export function PaperFormPage(): ReactNode {
  const words = usePaperWords()
  const language = useLanguage()
  const query = useQuery(formQuery)
  const session = useQuery(sessionQuery)
  return (
    <div className="paper-form-page">
      <div className="paper-form-about">
        <PageHeading title={words.title} />
        <p className="lead">{words.lead}</p>
        <p>{words.afterwards}</p>
        <p><Button kind="primary" onPress={() => window.print()}>{words.print}</Button></p>
      </div>
      <Loaded query={query}>
        {({ formVersion, today, ownIndicators, ownQuestions = [], network }) => {
          const version = findFormVersion(formVersion)
          if (!version) return null
          const own = ownQuestionsOn(today, ownQuestions)
          const form = { version: withOwnQuestions(version, own), words: withOwnWords(formWords(version, language), own, language), language, today, ownIndicators }
          return <PaperFormSheet form={form} networkName={network.name} numbers={session.data?.emergencyNumbers ?? []} />
        }}
      </Loaded>
    </div>
  )
}
