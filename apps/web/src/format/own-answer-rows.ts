// Answers to the network's own questions in words, in the order of the questions; the words are those of today.
import type { Incident, Language, OwnQuestion } from '@lykta/incident'
import { codeWord } from './code-words.ts'

export type OwnAnswerRow = { readonly id: string; readonly question: string; readonly answer: string }

export function ownAnswerRows(own: Incident['own'], questions: readonly OwnQuestion[], language: Language): readonly OwnAnswerRow[] {
  const order = (id: string): number => questions.findIndex((question) => question.id === id)
  return Object.entries(own ?? {}).toSorted(([a], [b]) => order(a) - order(b)).map(([id, answer]) => {
    const question = questions.find((one) => one.id === id)
    // Yes, no and don't know have the words that they have everywhere.
    const wordOf = (code: string): string => question?.choices.find((choice) => choice.id === code)?.[language] ?? codeWord('answer', code, language)
    return { id, question: question?.[language] ?? id, answer: (typeof answer === 'string' ? [answer] : answer).map(wordOf).join(', ') }
  })
}
