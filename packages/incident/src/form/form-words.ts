// What a language says of one form version: every step, question and code, so that a language that lacks a word does not compile.
import type { FormVersion, GroupsQuestion, Question } from './form-version.ts'

export type StepWords = {
  readonly title: string
  /** One or two plain sentences; '' when the title says it all. */
  readonly help: string
}

export type QuestionWords = {
  readonly label: string
  readonly help: string
}

/** Every question and field of a version, by its type. */
type Questions<Form extends FormVersion> = Form['steps'][number]['questions'][number]
type Fields<Form extends FormVersion> = Extract<Questions<Form>, GroupsQuestion>['fields'][number]
type Every<Form extends FormVersion> = Questions<Form> | Fields<Form>
type Choices<Form extends FormVersion> = Extract<Every<Form>, { readonly kind: 'choice' }>

/** For one version: `FormWordsOf<typeof lykta1>`. */
export type FormWordsOf<Form extends FormVersion> = {
  /** The language's own name: "Svenska". */
  readonly language: string
  readonly steps: Readonly<Record<Form['steps'][number]['id'], StepWords>>
  readonly questions: Readonly<Record<Every<Form>['id'], QuestionWords>>
  /** By question: the words for its codes. */
  readonly codes: { readonly [Id in Choices<Form>['id']]: Readonly<Record<Extract<Choices<Form>, { readonly id: Id }>['codes'][number], string>> }
  /** For whoever does not know, under every question. */
  readonly unknown: string
  /** "Minst" / "At least", before a number. */
  readonly atLeast: string
  /** "Ungefär" / "Around", beside a date. */
  readonly about: string
  readonly precisions: Readonly<Record<'day' | 'month' | 'year', string>>
  /** A source that is no member of the network. */
  readonly outside: string
  readonly addGroup: string
  /** "Grupp 2"; the first is 1. */
  readonly group: (number: number) => string
}

/** Of any version. */
export type FormWords = Omit<FormWordsOf<FormVersion>, 'codes'> & {
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The fields of groups after the question that holds them. */
export function questionsOf(form: FormVersion): readonly Question[] {
  return form.steps.flatMap(({ questions }) => questions.flatMap((question) => [question, ...(question.kind === 'groups' ? question.fields : [])]))
}
