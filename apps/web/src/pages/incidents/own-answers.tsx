// Answers to the network's own questions, in a case; they are in no table.
import type { Incident } from '@lykta/incident'
import type { ReactNode } from 'react'
import { ownAnswerRows } from '../../format/own-answer-rows.ts'
import { useLanguage } from '../../messages/messages.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useNetwork } from '../../network.ts'
import { en } from './messages/own-answers-en.ts'
import { sv } from './messages/own-answers-sv.ts'

const useWords = ownWords({ sv, en })

/** Nothing where none was asked. */
export function OwnAnswers({ own, heading: Heading }: { readonly own: Incident['own']; readonly heading: 'h2' | 'h3' }): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const { ownQuestions } = useNetwork()
  const rows = ownAnswerRows(own, ownQuestions, language)
  if (rows.length === 0) return null
  return (
    <>
      <Heading>{words.title}</Heading>
      <div className="incident-facts">
        <section>
          <dl>
            {rows.map(({ id, question, answer }) => (
              <div key={id}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{words.noTable}</p>
        </section>
      </div>
    </>
  )
}
