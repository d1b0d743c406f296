// The app that shows codes: set up, or given up.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Caller } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { signIn } from '../../auth/sign-in.ts'
import { TotpSetUp } from '../../auth/totp-set-up.tsx'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useAccountWords } from './account-words.ts'

export function AppPart({ caller }: { readonly caller: Caller }): ReactNode {
  const words = useAccountWords()
  const client = useQueryClient()
  // While the backup codes are shown, the set-up must not give way to the word that it is done.
  const [isSettingUp, setIsSettingUp] = useState(!caller.totp)
  const changed = (): Promise<void> => client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  return (
    <section className="account-part" aria-labelledby="app">
      <h3 id="app">{words.app}</h3>
      {isSettingUp ? (
        <TotpSetUp
          onConfirmed={() => void changed()}
          onFinish={() => setIsSettingUp(false)}
        />
      ) : (
        <EndApp
          isOnlyWay={caller.passkeys === 0}
          onEnded={() => {
            setIsSettingUp(true)
            void changed()
          }}
        />
      )}
    </section>
  )
}

function EndApp({ isOnlyWay, onEnded }: { readonly isOnlyWay: boolean; readonly onEnded: () => void }): ReactNode {
  const words = useAccountWords()
  const [password, setPassword] = useState('')
  const acting = useAct()
  const end = (): Promise<void> =>
    acting.act(async () => {
      await signIn.endTotp(password)
      onEnded()
      return words.appOff
    })
  if (isOnlyWay) return <p>{words.appOn}</p>
  return (
    <>
      <p>{words.appOn}</p>
      <details>
        <summary>{words.appEnd}</summary>
        <div className="account-form">
          <TextField label={words.current} type="password" autoComplete="current-password" value={password} onChange={setPassword} maxLength={128} />
          <ActOutcome acting={acting} />
          <Button kind="danger" isDisabled={acting.busy || password === ''} onPress={() => void end()}>{words.appEnd}</Button>
        </div>
      </details>
    </>
  )
}
