// The network's own questions: added, worded anew, ended; never removed, so that old answers stay readable.
import { formVersionOn, formWords, mostOwnQuestions, type OwnQuestion } from '@lykta/incident'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ActOutcome } from '../../../components/act-outcome.tsx'
import { AskOnce } from '../../../components/ask-once.tsx'
import { Button } from '../../../components/button.tsx'
import { useAct } from '../../../components/use-act.ts'
import { renderDay } from '../../../format/dates.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { draftOf, emptyDraft, questionOf } from './question-draft.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestionWords } from './question-words.ts'
import './own-questions.css'

export type OwnQuestionsProps = { readonly questions: readonly OwnQuestion[]; readonly onSave: (questions: readonly OwnQuestion[]) => Promise<void> }

export function OwnQuestions({ questions, onSave }: OwnQuestionsProps): ReactNode {
  const words = useQuestionWords()
  const language = useLanguage()
  const { today } = useNetwork()
  const acting = useAct()
  const [editing, setEditing] = useState<string>()
  const [ending, setEnding] = useState<OwnQuestion>()
  const form = formVersionOn(today)
  const { steps: titles } = formWords(form, language)
  const steps = form.steps.filter(({ onBehalf }) => !onBehalf).map(({ id }) => ({ id, text: titles[id]!.title }))
  const store = (next: readonly OwnQuestion[]): Promise<void> =>
    acting.act(async () => {
      await onSave(next)
      setEditing(undefined)
      return words.saved
    })
  const replaced = (changed: OwnQuestion): readonly OwnQuestion[] => questions.map((one) => (one.id === changed.id ? changed : one))
  const ids = questions.map(({ id }) => id)
  return (
    <section className="network-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <p className="own-questions-warning">{words.seenBy}</p>
      <p>{words.noFreeText} {words.noTable}</p>
      <p><Link to="/paper-form">{words.paper}</Link></p>
      {questions.length === 0 && <p className="faint">{words.none}</p>}
      <ul className="people">
        {questions.map((question) => (
          <li key={question.id}>
            <div className="person">
              <Described question={question} part={titles[question.step]?.title ?? ''} today={today} />
              <p className="person-ways">
                <Button kind="quiet" aria-label={words.changeOf(question[language])} onPress={() => setEditing(question.id)}>{words.change}</Button>
                {question.validTo === null && <Button kind="quiet" aria-label={words.endOf(question[language])} onPress={() => setEnding(question)}>{words.end}</Button>}
              </p>
            </div>
            {editing === question.id && (
              <QuestionForm start={draftOf(question)} steps={steps} busy={acting.busy} onSave={(draft) => void store(replaced(questionOf(draft, ids)))} onEnd={() => setEditing(undefined)} />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <QuestionForm start={emptyDraft(steps[0]!.id, today)} steps={steps} busy={acting.busy} onSave={(draft) => void store([...questions, questionOf(draft, ids)])} onEnd={() => setEditing(undefined)} />
      ) : (
        questions.length < mostOwnQuestions && <p><Button kind="secondary" onPress={() => setEditing('new')}>{words.add}</Button></p>
      )}
      <ActOutcome acting={acting} />
      {ending && (
        <AskOnce
          isOpen onOpenChange={(open) => !open && setEnding(undefined)} title={words.endTitle(ending[language])} deed={words.end} back={words.cancel} danger={false}
          onDo={() => store(replaced({ ...ending, validTo: ending.validFrom !== null && ending.validFrom > today ? ending.validFrom : today }))}
        >
          <p>{words.endText}</p>
        </AskOnce>
      )}
    </section>
  )
}

function Described({ question, part, today }: { readonly question: OwnQuestion; readonly part: string; readonly today: string }): ReactNode {
  const words = useQuestionWords()
  const language = useLanguage()
  const other = language === 'sv' ? 'en' : 'sv'
  const { kind, choices, validFrom, validTo } = question
  const when = [
    validFrom !== null && validFrom > today ? words.askedFrom(renderDay(validFrom, language)) : '',
    validTo === null ? '' : validTo > today ? words.askedUntil(renderDay(validTo, language)) : words.ended(renderDay(validTo, language)),
  ].filter((text) => text !== '')
  return (
    <>
      <p className="person-who">
        <strong>{question[language]}</strong>
        <small lang={other}>{question[other]}</small>
      </p>
      <p>
        {words.kinds[kind]}
        {choices.length > 0 && <small>{choices.map((choice) => choice[language]).join(' · ')}</small>}
      </p>
      <p>
        {words.inPart(part)}
        {when.map((text) => <small key={text}>{text}</small>)}
      </p>
    </>
  )
}
