// One's passkeys: which there are, which of them open the keys too, another one, and away with one.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Caller, OwnPasskey } from '../../../../server/src/api/member-types.ts'
import { keysQuery, sessionQuery } from '../../api/member-queries.ts'
import { PasskeySetUp } from '../../auth/passkey-set-up.tsx'
import { signIn } from '../../auth/sign-in.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useAct } from '../../components/use-act.ts'
import { useAccountWords } from './account-words.ts'

export const ownPasskeysKey = ['own-passkeys']

export function PasskeysPart({ caller }: { readonly caller: Caller }): ReactNode {
  const words = useAccountWords()
  const client = useQueryClient()
  const passkeys = useQuery({ queryKey: ownPasskeysKey, queryFn: signIn.passkeys })
  const bundles = useQuery({ ...keysQuery, enabled: caller.keys !== 'none' }).data?.bundles ?? []
  const [going, setGoing] = useState<OwnPasskey | null>(null)
  const acting = useAct()
  const changed = async (): Promise<void> => {
    await Promise.all([ownPasskeysKey, sessionQuery.queryKey, keysQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const remove = (): Promise<void> =>
    acting.act(async () => {
      await signIn.deletePasskey(going?.id ?? '')
      await changed()
      return words.removed
    })
  return (
    <section className="account-part" aria-labelledby="passkeys">
      <h3 id="passkeys">{words.passkeys}</h3>
      <Loaded query={passkeys}>
        {(list) => (list.length === 0 ? <p className="hint">{words.noPasskeys}</p> : (
          <ul className="account-list">
            {list.map((one) => (
              <li key={one.id}>
                <span>
                  <strong>{one.name}</strong>
                  <small>{[words.added(one.createdAt.slice(0, 10)), ...(bundles.some(({ credential }) => credential === one.credential) ? [words.opensKeys] : [])].join(', ')}</small>
                </span>
                <Button kind="quiet" aria-label={words.removeOf(one.name)} onPress={() => setGoing(one)}>{words.remove}</Button>
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
      <ActOutcome acting={acting} />
      <PasskeySetUp onAdded={() => void changed()} />
      <AskOnce
        isOpen={going !== null} onOpenChange={(open) => !open && setGoing(null)} title={words.removeTitle} deed={words.remove} back={words.keep} onDo={remove}
      >
        <p>{words.removeText(going?.name ?? '')}</p>
        {caller.passkeys === 1 && !caller.totp && <p className="problem problem-warning">{words.lastWay}</p>}
      </AskOnce>
    </section>
  )
}
