// Light, dark, or as the computer has it.
import type { ReactNode } from 'react'
import type { Theme } from '../kept-preferences.ts'
import { useMessages } from '../messages/messages.ts'
import { usePreferences } from '../preferences.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']

export function ThemeSwitch(): ReactNode {
  const { shell } = useMessages()
  const { theme, choose } = usePreferences()
  return (
    <div className="switch" role="group" aria-label={shell.theme}>
      {themes.map((one) => (
        <button key={one} type="button" aria-pressed={one === theme} onClick={() => choose({ theme: one })}>
          {shell.themes[one]}
        </button>
      ))}
    </div>
  )
}
