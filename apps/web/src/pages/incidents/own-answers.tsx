// Answers to the network's own questions, in the words they have now; they are in no table.
import type { Incident } from '@lykta/incident'
import type { ReactNode } from 'react'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage } from '../../messages/messages.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useNetwork } from '../../network.ts'
import { en } from './messages/own-answers-en.ts'
import { sv } from './messages/own-answers-sv.ts'

const useWords = ownWords({ sv, en })

/** Nothing where none was asked. */
export function OwnAnswers({ own, level }: { readonly own: Incident['own']; readonly level: 2 | 3 }): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const { ownQuestions } = useNetwork()
  if (!own || Object.keys(own).length === 0) return null
  const Heading = level === 2 ? 'h2' : 'h3'
  const order = (id: string): number => ownQuestions.findIndex((question) => question.id === id)
  const rows = Object.entries(own).toSorted(([a], [b]) => order(a) - order(b))
  return (
    <div className="incident-facts">
      <section>
        <Heading>{words.title}</Heading>
        <dl>
          {rows.map(([id, answer]) => {
            const question = ownQuestions.find((one) => one.id === id)
            // Yes, no and don't know have the words that they have everywhere.
            const wordOf = (code: string): string => question?.choices.find((choice) => choice.id === code)?.[language] ?? codeWord('answer', code, language)
            return (
              <div key={id}>
                <dt>{question?.[language] ?? id}</dt>
                <dd>{(typeof answer === 'string' ? [answer] : answer).map(wordOf).join(', ')}</dd>
              </div>
            )
          })}
        </dl>
        <p className="hint">{words.noTable}</p>
      </section>
    </div>
  )
}
