// The texts of the page and of the form in the language in use, for every part of the page.
import { type FormVersion, type FormWords, formWords, type Language, withOwnWords } from '@lykta/incident'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { FormAnswer } from '../../../server/src/api/types.ts'
import type { Open } from './standing.ts'
import { en } from './messages/en.ts'
import { type ReportMessages, sv } from './messages/sv.ts'

export const LanguageContext = createContext<Language>('sv')

export function useReportLanguage(): Language {
  return use(LanguageContext)
}

export function useReportMessages(): ReportMessages {
  return use(LanguageContext) === 'sv' ? sv : en
}

export type Form = {
  readonly version: FormVersion
  readonly words: FormWords
  readonly context: FormAnswer
  /** Who uses the page. */
  readonly open: Open
}

const FormContext = createContext<Form | null>(null)

export function FormProvider({ version, open, children }: Pick<Form, 'version' | 'open'> & { readonly children: ReactNode }): ReactNode {
  const language = useReportLanguage()
  const form = useMemo(() => ({ version, context: open.context, open, words: withOwnWords(formWords(version, language), open.context.ownQuestions ?? [], language) }), [version, open, language])
  return <FormContext value={form}>{children}</FormContext>
}

/** Whether free text can be sealed and sent by whoever fills in the form; without, why not. */
export function whySealless({ open: { session, context, device } }: Pick<Form, 'open'>): 'network' | 'own' | null {
  if (session.state === 'local') return context.epoch === null ? 'network' : null
  return device || session.caller?.keys === 'listed' ? null : 'own'
}

/** Throws before the form has been fetched. */
export function useForm(): Form {
  const form = use(FormContext)
  if (!form) throw new Error('useForm: no form yet')
  return form
}
