// The whole form on paper: what must be known first, every part in order, and who enters it.
import type { FormStep, GroupsQuestion, Question } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { EmergencyNumber } from '../../../../server/src/api/member-types.ts'
import { renderDay } from '../../format/dates.ts'
import { Line } from './blanks.tsx'
import { type PaperForm, PaperGroups, PaperQuestion } from './paper-question.tsx'
import { usePaperWords } from './paper-words.ts'
import './paper-form.css'

export type PaperFormProps = { readonly form: PaperForm; readonly networkName: string; readonly numbers: readonly EmergencyNumber[] }

export function PaperFormSheet({ form, networkName, numbers }: PaperFormProps): ReactNode {
  const words = usePaperWords()
  const { version, language } = form
  const groups = version.steps.flatMap(({ questions }): readonly Question[] => questions).filter((question) => question.kind === 'groups')
  return (
    <article className="paper-form" aria-labelledby="paper-form-title" lang={language}>
      <header className="paper-head">
        <div>
          <p className="paper-network">{networkName}</p>
          <h2 id="paper-form-title">{words.formTitle}</h2>
          <p className="paper-help">{words.edition(version.id, renderDay(form.today, language))}</p>
        </div>
        <div className="paper-office">
          <p className="paper-label">{words.office}</p>
          <p className="paper-ticks">{words.reference} <Line /></p>
          <p className="paper-ticks">{words.entered} <Line /></p>
        </div>
      </header>
      <div className="paper-first">
        <p><strong>{words.danger}</strong> {words.rules}</p>
        {numbers.length > 0 && <p>{words.numbers} {numbers.map(({ name, number, hours }) => `${name} ${number}${hours === '' ? '' : ` (${hours})`}`).join(', ')}</p>}
        <p>{words.care}</p>
        <p>{words.unknownIsFine}</p>
      </div>
      {version.steps.map((step) => <Part key={step.id} step={step} form={form} groups={groups} />)}
    </article>
  )
}

type PartProps = { readonly step: FormStep; readonly form: PaperForm; readonly groups: readonly GroupsQuestion[] }

function Part({ step, form, groups }: PartProps): ReactNode {
  const { title, help } = form.words.steps[step.id]!
  // How it came is known: on this paper. What is asked of each group stands with the group.
  const questions = step.questions.filter((question: Question) => question.id !== 'channel' && !(question.kind === 'groups' && question.rowsOf !== undefined))
  if (questions.length === 0) return null
  return (
    <section className="paper-part">
      <h3>{title}</h3>
      {help !== '' && !step.onBehalf && <p className="paper-help">{help}</p>}
      {questions.map((question: Question) => (question.kind === 'groups' ? (
        <div key={question.id} className="paper-question">
          <p className="paper-label">{form.words.questions[question.id]!.label}</p>
          <PaperGroups label={form.words.questions[question.id]!.label} fields={[...question.fields, ...groups.filter(({ rowsOf }) => rowsOf === question.id).flatMap(({ fields }) => fields)]} form={form} />
        </div>
      ) : <PaperQuestion key={question.id} question={question} form={form} />))}
    </section>
  )
}
