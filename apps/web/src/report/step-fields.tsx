// The questions of one step that are put, given what is answered so far.
import { type FormAnswers, type FormStep, isShown, type Question } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { Slip } from './check-answers.ts'
import type { Entries, Entry } from './draft.ts'
import { FieldQuestion } from './questions/field-question.tsx'
import { GroupsQuestion } from './questions/groups-question.tsx'
import { useForm, useReportLanguage } from './words.tsx'

export type StepFieldsProps = {
  readonly step: FormStep
  readonly draft: Entries
  readonly answers: FormAnswers
  readonly onChange: (id: string, entry: Entry) => void
  readonly slips: readonly Slip[]
}

export function StepFields({ step, draft, answers, onChange, slips }: StepFieldsProps): ReactNode {
  const { version } = useForm()
  const language = useReportLanguage()
  const errorsOf = (question: string, group?: number): readonly string[] =>
    slips.filter((slip) => slip.question === question && slip.group === group).map(({ text }) => text[language])
  return step.questions.filter((question: Question) => isShown(version, question, answers)).map((question: Question) => {
    if (question.kind === 'groups') {
      const holder = question.rowsOf ?? question.id
      return (
        <GroupsQuestion
          key={question.id} question={question} entry={draft[holder] ?? {}} onChange={(entry) => onChange(holder, entry)}
          answers={answers} errors={errorsOf(question.id)} errorsOf={errorsOf}
        />
      )
    }
    return (
      <FieldQuestion key={question.id} question={question} entry={draft[question.id] ?? {}} onChange={(entry) => onChange(question.id, entry)} errors={errorsOf(question.id)} />
    )
  })
}

/** Ids of everything that the step asks, fields of groups included. */
export function idsOfStep(step: FormStep): ReadonlySet<string> {
  return new Set(step.questions.flatMap((question: Question) => [question.id, ...(question.kind === 'groups' ? question.fields.map(({ id }) => id) : [])]))
}
