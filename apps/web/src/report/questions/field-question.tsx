// A question by its kind: whatever a version of the form asks is drawn by one of these.
import type { Question } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { FieldProps } from '../field.ts'
import { ChoiceQuestion } from './choice-question.tsx'
import { ChoicesQuestion } from './choices-question.tsx'
import { CountQuestion } from './count-question.tsx'
import { CountriesQuestion } from './countries-question.tsx'
import { DateQuestion } from './date-question.tsx'
import { OrganisationQuestion } from './organisation-question.tsx'
import { SignsQuestion } from './signs-question.tsx'
import { TextQuestion } from './text-question.tsx'

export function FieldQuestion({ question, ...props }: FieldProps<Exclude<Question, { readonly kind: 'groups' }>>): ReactNode {
  switch (question.kind) {
    case 'choice':
      return <ChoiceQuestion question={question} {...props} />
    case 'choices':
      return <ChoicesQuestion question={question} {...props} />
    case 'several':
      return question.from === 'indicators' ? <SignsQuestion question={question} {...props} /> : <CountriesQuestion question={question} {...props} />
    case 'organisation':
      return <OrganisationQuestion question={question} {...props} />
    case 'date':
      return <DateQuestion question={question} {...props} />
    case 'count':
      return <CountQuestion question={question} {...props} />
    case 'text':
    case 'sealed-text':
      return <TextQuestion question={question} {...props} />
  }
}
