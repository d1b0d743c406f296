// What was decided when incidents were asked for: day, outcome, in which office, for whom, and on which grounds.
import { type ExtractDecision, findSecrecyGround, type Language, type MaskGround } from '@lykta/incident'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExtractEntry } from '../../../../server/src/api/authority-types.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useAuthorityWords } from './authority-words.ts'

export function ExtractList({ extracts }: { readonly extracts: readonly ExtractEntry[] }): ReactNode {
  const words = useAuthorityWords()
  const language = useLanguage()
  return (
    <ul className="authority-list">
      {extracts.map((one) => {
        const grounds = groundsOf(one, language)
        return (
          <li key={one.id}>
            <p><strong>{renderDay(one.decidedOn, language)}: {words.outcome[one.outcome]}</strong></p>
            <p><Link to="/incidents/$ref" params={{ ref: one.ref }}>{one.diary ?? one.ref}</Link></p>
            <p className="hint">{words.recipient[one.recipient]}, {words.by(words.decider[one.decider])}. {grounds.length > 0 && words.grounds(grounds.join('; '))}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** Each once, in the order in which they were first named. */
export function groundsOf({ grounds, fields, passages }: Pick<ExtractDecision, 'grounds' | 'fields' | 'passages'>, language: Language): readonly string[] {
  return [...new Set([...grounds, ...fields.map(({ ground }) => ground), ...passages.map(({ ground }) => ground)].map((ground) => citedWords(ground, language)))]
}

export function citedWords({ code, words }: MaskGround, language: Language): string {
  return words ?? findSecrecyGround(code)?.cited[language] ?? code
}
