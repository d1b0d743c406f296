// What an unlocked member must know of her own keys, on every page: she is not listed yet, or under keys that are not hers.
import { type ReactNode, useState } from 'react'
import { findSealText } from '@lykta/seal'
import { Button } from '../components/button.tsx'
import { SpokenWords } from '../components/spoken-words.tsx'
import { keys } from '../keys/keys.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useLanguage } from '../messages/messages.ts'
import { useSessionWords } from './session-words.ts'

export function OwnKeysNote(): ReactNode {
  const words = useSessionWords()
  const language = useLanguage()
  const { state, own, findings, log, pinnedFrom } = useKeys()
  const alarms = [...findings.map(({ code, seq }) => findSealText(code, language, { seq })), ...(own.includes('membership.own-keys-other') ? [words.keysAlarm] : [])]
  if (alarms.length > 0) {
    return (
      <div className="alarm" role="alert">
        {alarms.map((text) => <p key={text}>{text}</p>)}
      </div>
    )
  }
  if (!own.includes('membership.own-keys-missing')) {
    return state === 'unlocked' && log && pinnedFrom === 'first-use' ? <FirstUseNote words={log.headWords} /> : null
  }
  return (
    <aside className="sample" role="status">
      <span className="sample-lamp" aria-hidden="true" />
      <p>{words.waits}</p>
    </aside>
  )
}

/** Once on each new device: neither invitation nor sheet has told it which log is the network's. */
function FirstUseNote({ words: spoken }: { readonly words: readonly string[] }): ReactNode {
  const words = useSessionWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <aside className="sample" aria-label={words.firstUseShow}>
      <span className="sample-lamp" aria-hidden="true" />
      <div>
        <p>{words.firstUse}</p>
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{words.firstUseShow}</summary>
          {isOpen && (
            <>
              <p>{words.firstUseHow}</p>
              <SpokenWords words={spoken} label={words.firstUseWords} />
              <Button kind="secondary" onPress={() => keys.confirmLog()}>{words.firstUseSame}</Button>
            </>
          )}
        </details>
      </div>
    </aside>
  )
}
