// Swedish or English, one click away on every page.
import type { Language } from '@lykta/incident'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import { usePreferences } from '../preferences.tsx'

const names: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' }

export function LanguageSwitch(): ReactNode {
  const { shell } = useMessages()
  const { language, choose } = usePreferences()
  return (
    <div className="switch" role="group" aria-label={shell.language}>
      {(['sv', 'en'] as const).map((one) => (
        <button key={one} type="button" lang={one} title={names[one]} aria-pressed={one === language} onClick={() => choose({ language: one })}>
          {one}
          <span className="unseen"> {names[one]}</span>
        </button>
      ))}
    </div>
  )
}
