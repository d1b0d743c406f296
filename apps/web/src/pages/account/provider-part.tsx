// One's account with the town's identity provider: given to oneself, or taken away.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { provider } from '../../auth/provider.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useAct } from '../../components/use-act.ts'
import { useAuthWords } from '../../auth/messages.ts'
import { useAccountWords } from './account-words.ts'

const ownProviderKey = ['own-provider']

export function ProviderPart({ name }: { readonly name: string }): ReactNode {
  const words = useAccountWords()
  const auth = useAuthWords()
  const client = useQueryClient()
  const own = useQuery({ queryKey: ownProviderKey, queryFn: provider.own })
  const [going, setGoing] = useState(false)
  const acting = useAct()
  const link = (): Promise<void> =>
    acting.act(async () => {
      await provider.link('account')
      return undefined
    })
  const unlink = (): Promise<void> =>
    acting.act(async () => {
      await provider.unlink()
      await client.invalidateQueries({ queryKey: ownProviderKey })
      return words.providerRemoved
    })
  return (
    <section className="account-part" aria-labelledby="provider">
      <h3 id="provider">{name}</h3>
      <Loaded query={own}>
        {({ linkedAt }) => (linkedAt === null ? (
          <>
            <p>{auth.providerText(name)}</p>
            <Button kind="secondary" isDisabled={acting.busy} onPress={() => void link()}>{auth.providerLink}</Button>
          </>
        ) : (
          <>
            <p>{words.providerThere(linkedAt.slice(0, 10))}</p>
            <Button kind="quiet" isDisabled={acting.busy} onPress={() => setGoing(true)}>{words.providerRemove}</Button>
          </>
        ))}
      </Loaded>
      <ActOutcome acting={acting} />
      <AskOnce isOpen={going} onOpenChange={setGoing} title={words.providerRemoveTitle} deed={words.remove} back={words.keep} onDo={unlink}>
        <p>{words.providerRemoveText}</p>
      </AskOnce>
    </section>
  )
}
