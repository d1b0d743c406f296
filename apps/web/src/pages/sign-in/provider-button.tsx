// Away to the town's identity provider, and out of it again, for whoever sits at a computer that others use.
import { type ReactNode, useState } from 'react'
import { provider } from '../../auth/provider.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useSignInWords } from './sign-in-words.ts'

export type ProviderButtonProps = { readonly name: string; readonly way: 'in' | 'out' }

export function ProviderButton({ name, way }: ProviderButtonProps): ReactNode {
  const words = useSignInWords()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  async function leave(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await (way === 'in' ? provider.signIn() : provider.signOut())
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <div className="sign-in-provider">
      <Button kind={way === 'in' ? 'secondary' : 'quiet'} isDisabled={busy} onPress={() => void leave()}>{way === 'in' ? words.provider(name) : words.providerOut(name)}</Button>
      <p className="hint">{way === 'in' ? words.providerHint : words.providerOutHint}</p>
      <FailureNote error={failure} />
    </div>
  )
}
