// The texts of the language in use, and where a component gets them.
import type { Language } from '@lykta/incident'
import { createContext, use } from 'react'
import { en } from './en.ts'
import { type Messages, sv } from './sv.ts'

export type { Messages } from './sv.ts'

export const messagesIn: Readonly<Record<Language, Messages>> = { sv, en }

export const LanguageContext = createContext<Language>('sv')

export function useLanguage(): Language {
  return use(LanguageContext)
}

export function useMessages(): Messages {
  return messagesIn[useLanguage()]
}
