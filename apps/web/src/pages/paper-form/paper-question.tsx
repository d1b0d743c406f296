// One question as it stands on paper, whatever its kind: nothing is folded away, and what hangs on another answer says so.
import { type FieldQuestion, type FormVersion, type FormWords, indicatorCategories, type Language, type OwnIndicator, type Question, questionsOf, catalogueOf, indicatorsOn } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Day, Line, Tick } from './blanks.tsx'
import { usePaperWords } from './paper-words.ts'

export type PaperForm = {
  readonly version: FormVersion
  readonly words: FormWords
  readonly language: Language
  readonly today: string
  readonly ownIndicators: readonly OwnIndicator[]
}

type Asked = Exclude<Question, { readonly kind: 'groups' }>
export type PaperQuestionProps = { readonly question: Asked; readonly form: PaperForm }

export function PaperQuestion({ question, form }: PaperQuestionProps): ReactNode {
  const { label, help } = form.words.questions[question.id]!
  return (
    <div className={question.kind === 'several' && question.from === 'indicators' ? 'paper-question paper-signs' : 'paper-question'}>
      <p className="paper-label">
        {label} <When question={question} form={form} />
      </p>
      {help !== '' && !speaksOfThePage(question) && <p className="paper-help">{help}</p>}
      <PaperAnswer question={question} form={form} />
    </div>
  )
}

/** Searching, today as a day left empty, and what is encrypted on the device: a paper does none of it. */
function speaksOfThePage({ id, kind }: Asked): boolean {
  return kind === 'sealed-text' || id === 'indicators' || id === 'reportedOn'
}

/** "If ”Age” is Minor": on a screen it would not be shown at all. */
export function When({ question, form: { version, words } }: { readonly question: Pick<Question, 'shownWhen'>; readonly form: PaperForm }): ReactNode {
  const paper = usePaperWords()
  const { shownWhen } = question
  if (!shownWhen) return null
  const asked = questionsOf(version).find(({ id }) => id === shownWhen.question)
  const answers = shownWhen.is.map((code) => words.codes[shownWhen.question]?.[code] ?? code).join(paper.or)
  return asked ? <span className="paper-when">{paper.when(words.questions[asked.id]!.label, answers)}</span> : null
}

export function PaperAnswer({ question, form }: PaperQuestionProps): ReactNode {
  const paper = usePaperWords()
  const { words } = form
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const codes = question.codes.includes('unknown') ? question.codes : [...question.codes, 'unknown']
      return (
        <p className="paper-ticks">
          {codes.map((code) => <Tick key={code}>{words.codes[question.id]?.[code] ?? words.unknown}</Tick>)}
          {question.kind === 'choices' && <span className="paper-when">{paper.several}</span>}
        </p>
      )
    }
    case 'several':
      return question.from === 'indicators' ? <Signs form={form} /> : <p className="paper-ticks"><Line /><Tick>{words.unknown}</Tick></p>
    case 'organisation':
    case 'text':
      return <p className="paper-ticks"><Line /></p>
    case 'date':
      return (
        <>
          <p className="paper-ticks">
            <Day />
            {question.about && <Tick>{words.about}</Tick>}
            {question.precisions.length > 1 && <Tick>{words.unknown}</Tick>}
          </p>
          {question.precisions.length > 1 && <p className="paper-help">{paper.asFarAs}</p>}
        </>
      )
    case 'count':
      return <p className="paper-ticks"><Line short /><Tick>{words.atLeast}</Tick><Tick>{words.unknown}</Tick></p>
    case 'sealed-text':
      return (
        <>
          <p className="paper-help">{paper.reasonOnPaper}</p>
          <div className="paper-reason" aria-hidden="true" />
        </>
      )
  }
}

function Signs({ form: { language, today, ownIndicators, words } }: { readonly form: PaperForm }): ReactNode {
  const offered = indicatorsOn(today, catalogueOf(ownIndicators))
  return (
    <>
      {indicatorCategories.map((category) => {
        const own = offered.filter((sign) => sign.category === category.id)
        return own.length === 0 ? null : (
          <div key={category.id} className="paper-category">
            <p className="paper-category-name">{category[language]}</p>
            <ul>
              {own.map((sign) => <li key={sign.id}><Tick>{sign[language]}</Tick></li>)}
            </ul>
          </div>
        )
      })}
      <p className="paper-ticks"><Tick>{words.unknown}</Tick></p>
    </>
  )
}

const groupsOnPaper = ['1', '2', '3'] as const

/** A column for each group, a row for each thing that is asked of it. */
export function PaperGroups({ label, fields, form }: { readonly label: string; readonly fields: readonly FieldQuestion[]; readonly form: PaperForm }): ReactNode {
  const paper = usePaperWords()
  return (
    <>
      {/* A sheet of paper is wider than a phone: there it scrolls, by the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard (axe: scrollable-region-focusable) */}
      <div className="paper-groups-wide" role="region" aria-label={label} tabIndex={0}>
        <table className="paper-groups">
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {groupsOnPaper.map((number) => <th key={number} scope="col">{paper.group(number)}</th>)}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.id}>
                <th scope="row">
                  {form.words.questions[field.id]!.label} <When question={field} form={form} />
                </th>
                {groupsOnPaper.map((number) => <td key={number}><PaperAnswer question={field} form={form} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="paper-help">{paper.moreGroups}</p>
    </>
  )
}
