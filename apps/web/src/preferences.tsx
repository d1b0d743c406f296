// What a reader chooses once: language, appearance, letter keys. For every page of the app.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { applyPreferences, type Chosen, storePreferences, unchosen } from './kept-preferences.ts'
import { LanguageContext } from './messages/messages.ts'

type Preferences = Chosen & { readonly choose: (change: Partial<Chosen>) => void }

const PreferencesContext = createContext<Preferences>({ ...unchosen, choose: () => undefined })

export function usePreferences(): Preferences {
  return use(PreferencesContext)
}

export function PreferencesProvider({ initial, children }: { readonly initial: Chosen; readonly children: ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(initial)
  useEffect(() => applyPreferences(chosen), [chosen])
  const preferences = useMemo<Preferences>(
    () => ({
      ...chosen,
      choose: (change) => {
        const next = { ...chosen, ...change }
        storePreferences(next)
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
