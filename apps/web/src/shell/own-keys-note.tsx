// What an unlocked member must know of her own keys, on every page: she is not listed yet, or under keys that are not hers.
import type { ReactNode } from 'react'
import { findSealText } from '@lykta/seal'
import { useKeys } from '../keys/use-keys.ts'
import { useLanguage } from '../messages/messages.ts'
import { useSessionWords } from './session-words.ts'

export function OwnKeysNote(): ReactNode {
  const words = useSessionWords()
  const language = useLanguage()
  const { own, findings } = useKeys()
  const alarms = [...findings.map(({ code, seq }) => findSealText(code, language, { seq })), ...(own.includes('membership.own-keys-other') ? [words.keysAlarm] : [])]
  if (alarms.length > 0) {
    return (
      <div className="alarm" role="alert">
        {alarms.map((text) => <p key={text}>{text}</p>)}
      </div>
    )
  }
  if (!own.includes('membership.own-keys-missing')) return null
  return (
    <aside className="sample" role="status">
      <span className="sample-lamp" aria-hidden="true" />
      <p>{words.waits}</p>
    </aside>
  )
}
