// What a reader chooses once: language, appearance, letter keys. Kept in this browser only, and nothing else is.
import type { Language } from '@lykta/incident'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { LanguageContext } from './messages/messages.ts'

export type Theme = 'system' | 'light' | 'dark'

type Chosen = {
  readonly language: Language
  readonly theme: Theme
  /** Letter keys (/ j k ?) can be turned off: WCAG 2.1.4. */
  readonly letterKeys: boolean
}

type Preferences = Chosen & { readonly choose: (change: Partial<Chosen>) => void }

const key = 'lykta'
const unchosen: Chosen = { language: 'sv', theme: 'system', letterKeys: true }

const PreferencesContext = createContext<Preferences>({ ...unchosen, choose: () => undefined })

export function usePreferences(): Preferences {
  return use(PreferencesContext)
}

/** Applied before the first paint, so that no page flashes in another language or light. */
export function readPreferences(): Chosen {
  const chosen = { ...unchosen, ...readStored() }
  apply(chosen)
  return chosen
}

export function PreferencesProvider({ initial, children }: { readonly initial: Chosen; readonly children: ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(initial)
  useEffect(() => apply(chosen), [chosen])
  const preferences = useMemo<Preferences>(
    () => ({
      ...chosen,
      choose: (change) => {
        const next = { ...chosen, ...change }
        store(next)
        setChosen(next)
      },
    }),
    [chosen],
  )
  return (
    <PreferencesContext value={preferences}>
      <LanguageContext value={chosen.language}>
        <I18nProvider locale={chosen.language === 'sv' ? 'sv-SE' : 'en-GB'}>{children}</I18nProvider>
      </LanguageContext>
    </PreferencesContext>
  )
}

function apply({ language, theme }: Chosen): void {
  const root = document.documentElement
  root.lang = language
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}

function readStored(): Partial<Chosen> {
  try {
    const { language, theme, letterKeys } = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>
    return {
      ...(language === 'sv' || language === 'en' ? { language } : {}),
      ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(typeof letterKeys === 'boolean' ? { letterKeys } : {}),
    }
  } catch {
    return {}
  }
}

function store(chosen: Chosen): void {
  try {
    localStorage.setItem(key, JSON.stringify(chosen))
  } catch {
    // A browser that keeps nothing still shows the choice until the tab closes.
  }
}
