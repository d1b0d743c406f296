// Words for every problem and question of this room, in both languages, with their place or without.
import type { Language, Problem } from '@lykta/incident'
import { en } from './en.ts'
import { sv } from './sv.ts'

const texts = { sv, en } as const
const line = { sv: 'rad', en: 'line' } as const

/** Without its place, for whoever stands at it. Undefined for a code of another room. */
export function findProseText(code: string, values: Problem['values'], language: Language): string | undefined {
  const text = Object.hasOwn(sv, code) ? texts[language][code as keyof typeof sv](values) : undefined
  return text && text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** With file and line. */
export function findPublicationText({ code, where: { file, row }, values }: Problem, language: Language): string | undefined {
  const text = Object.hasOwn(sv, code) ? texts[language][code as keyof typeof sv](values) : undefined
  return text && `${file}, ${line[language]} ${row}: ${text}`
}
