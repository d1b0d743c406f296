// An entry in words, as it is reviewed before it is sent.
import { catalogueOf, indicatorText, type Language, nationalityName, type Question } from '@lykta/incident'
import { type Entry, halfTyped } from './draft.ts'
import type { Form } from './words.tsx'

/** One text for each thing answered; empty where nothing is known. */
export function answerTexts(question: Question, entry: Entry, { words, context }: Form, language: Language): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return entry.code === undefined || entry.code === 'unknown' ? [] : [words.codes[question.id]?.[entry.code] ?? entry.code]
    case 'choices':
      return entry.unknown ? [] : (entry.ids ?? []).map((id) => words.codes[question.id]?.[id] ?? id)
    case 'organisation': {
      const found = context.organisations.find(({ id }) => id === entry.code)
      return found ? [found.name] : []
    }
    case 'several':
      if (entry.unknown) return []
      return question.from === 'nationalities'
        ? (entry.ids ?? []).map((id) => nationalityName(id, language))
        : (entry.ids ?? []).map((id) => indicatorText(id, language, catalogueOf(context.ownIndicators)))
    case 'date':
      // The one question that says itself what leaving it empty means.
      if (question.id === 'reportedOn' && !entry.day) return dateTexts({ day: context.today }, '', language)
      return entry.unknown ? [] : dateTexts(question.precisions.length === 1 ? { ...entry, precision: 'day' } : entry, words.about, language)
    case 'count': {
      const number = (entry.text ?? '').trim()
      return entry.unknown || number === '' ? [] : [entry.atLeast ? `${words.atLeast} ${number}` : number]
    }
    case 'text':
    case 'sealed-text':
      return entry.text?.trim() ? [entry.text.trim()] : []
    case 'groups':
      return []
  }
}

function dateTexts({ precision = 'day', day = '', month = '', year = '', about = false }: Entry, aboutWord: string, language: Language): readonly string[] {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const written = (): string => {
    if (precision === 'day') {
      return day === '' || day === halfTyped ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
    }
    if (precision === 'year' || month === '') return year.trim()
    return `${new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, Number(month) - 1, 1))} ${year.trim()}`
  }
  const text = written()
  return text === '' ? [] : [about ? `${aboutWord} ${text}` : text]
}
