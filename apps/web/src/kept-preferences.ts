// What a reader has chosen, kept in this browser only and applied to the page; light enough for every entry of the app.
import type { Language } from '@lykta/incident'

export type Theme = 'system' | 'light' | 'dark'

export type Chosen = {
  readonly language: Language
  readonly theme: Theme
  /** Letter keys (/ j k ?) can be turned off: WCAG 2.1.4. */
  readonly letterKeys: boolean
}

const key = 'lykta'
export const unchosen: Chosen = { language: 'sv', theme: 'system', letterKeys: true }

/** Applied before the first paint, so that no page flashes in another language or light. */
export function readPreferences(): Chosen {
  const chosen = { ...unchosen, ...readStored() }
  applyPreferences(chosen)
  return chosen
}

export function applyPreferences({ language, theme }: Chosen): void {
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

export function storePreferences(chosen: Chosen): void {
  try {
    localStorage.setItem(key, JSON.stringify(chosen))
  } catch {
    // A browser that keeps nothing still shows the choice until the tab closes.
  }
}
