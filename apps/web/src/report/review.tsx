// What will be sent, as it will be read; each part can be changed.
import { type FormAnswers, type FormStep, isShown, type PersonAnswers, type Question } from '@lykta/incident'
import type { ReactNode } from 'react'
import { answerTexts } from './answer-text.ts'
import type { Entries, Entry } from './draft.ts'
import { GuardPanel, Marked } from './questions/guarded-text.tsx'
import { useFindings } from './use-findings.ts'
import { useForm, useReportLanguage, useReportMessages, whySealless } from './words.tsx'

export type ReviewProps = {
  readonly steps: readonly FormStep[]
  readonly draft: Entries
  readonly answers: FormAnswers
  readonly onChange: (id: string, entry: Entry) => void
  /** Null while it may have arrived already. */
  readonly onGo: ((step: number) => void) | null
}

export function Review({ steps, draft, answers, onChange, onGo }: ReviewProps): ReactNode {
  const { review } = useReportMessages()
  const { version, words } = useForm()
  const persons = Array.isArray(answers.persons) ? (answers.persons as readonly PersonAnswers[]) : []
  return (
    <div className="review">
      {steps.map((step, index) => (
        <section key={step.id} className="review-step">
          <div className="review-head">
            <h2>{words.steps[step.id]!.title}</h2>
            {onGo && <button type="button" className="plain" aria-label={review.changeStep(words.steps[step.id]!.title)} onClick={() => onGo(index)}>{review.change}</button>}
          </div>
          <dl>
            {step.questions.filter((question: Question) => isShown(version, question, answers)).map((question: Question) => {
              if (question.kind === 'groups') {
                const rows = draft[question.rowsOf ?? question.id]?.rows ?? []
                if (rows.length === 0) return question.rowsOf === undefined ? <Answer key={question.id} question={question} entry={{}} /> : null
                return rows.map((row, at) => (
                  <div key={row.key} className="review-group">
                    <dt>{words.group(at + 1)}</dt>
                    <dd>
                      <dl>
                        {question.fields.filter((field) => isShown(version, field, answers, persons[at])).map((field) => (
                          <Answer key={field.id} question={field} entry={row.entries[field.id] ?? {}} />
                        ))}
                      </dl>
                    </dd>
                  </div>
                ))
              }
              const entry = draft[question.id] ?? {}
              if (question.kind === 'text' || question.kind === 'sealed-text') {
                return <Text key={question.id} question={question} text={entry.text ?? ''} onChange={onGo ? (text) => onChange(question.id, { ...entry, text }) : null} />
              }
              return <Answer key={question.id} question={question} entry={entry} />
            })}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Answer({ question, entry }: { readonly question: Question; readonly entry: Entry }): ReactNode {
  const form = useForm()
  const language = useReportLanguage()
  const texts = answerTexts(question, entry, form, language)
  return (
    <div>
      <dt>{form.words.questions[question.id]!.label}</dt>
      <dd>
        {texts.length === 0 ? <span className="faint">{form.words.unknown}</span> : texts.length === 1 ? texts[0] : (
          <ul>
            {texts.map((text) => <li key={text}>{text}</li>)}
          </ul>
        )}
      </dd>
    </div>
  )
}

type TextProps = { readonly question: Question; readonly text: string; readonly onChange: ((text: string) => void) | null }

function Text({ question, text, onChange }: TextProps): ReactNode {
  const { review } = useReportMessages()
  const form = useForm()
  const { words } = form
  const findings = useFindings(text)
  const sealed = question.kind === 'sealed-text'
  if (sealed && whySealless(form) !== null) return null
  return (
    <div>
      <dt>{words.questions[question.id]!.label}</dt>
      <dd>
        {text.trim() === '' ? <span className="faint">{review.empty}</span> : (
          <>
            <p className="review-text" translate="no">
              <Marked text={text} findings={findings} />
            </p>
            {onChange && <GuardPanel id={`review-${question.id}-guard`} text={text} findings={findings} onChange={onChange} />}
            {sealed && <p className="hint">{review.sealed}</p>}
          </>
        )}
      </dd>
    </div>
  )
}
