// Founding: three of the six words are typed again; after three mistakes all of them are shown once more.
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { drawPlaces, mostMistakes, wrongPlaces } from '../ask-back.ts'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'
import type { Founding } from '../use-founding.ts'

const random = (below: number): number => crypto.getRandomValues(new Uint32Array(1))[0]! % below

export type AskBackStepProps = { readonly founding: Founding; readonly passphrase: string; readonly onShowAgain: (afterMistakes: boolean) => void }

export function AskBackStep({ founding, passphrase, onShowAgain }: AskBackStepProps): ReactNode {
  const { askBack: words, step } = useFoundingWords()
  const [places] = useState(() => drawPlaces(random))
  const [typed, setTyped] = useState<readonly string[]>(['', '', ''])
  const [wrong, setWrong] = useState<readonly number[]>([])
  const [mistakes, setMistakes] = useState(0)
  const goOn = (): void => {
    const found = wrongPlaces(passphrase, places, typed)
    if (found.length === 0) return founding.next()
    if (mistakes + 1 >= mostMistakes) return onShowAgain(true)
    setWrong(found)
    setMistakes(mistakes + 1)
  }
  const errors = wrong.map((place) => ({ field: `word-${place}`, text: `${words.word(place + 1)}: ${words.wrong}` }))
  return (
    <StepFrame
      title={step['ask-back']} lead={words.lead} errors={errors} checks={mistakes} onNext={goOn} onBack={founding.back} after={words.after}
      also={<Button kind="quiet" onPress={() => onShowAgain(false)}>{words.showAgain}</Button>}
    >
      {places.map((place, index) => (
        <TextField
          key={place} id={`word-${place}`} label={words.word(place + 1)} value={typed[index] ?? ''} maxLength={40} error={wrong.includes(place) ? words.wrong : undefined}
          onChange={(text) => setTyped(typed.map((one, at) => (at === index ? text : one)))}
        />
      ))}
      {mistakes > 0 && <p className="hint">{words.tries(mostMistakes - mistakes)}</p>}
    </StepFrame>
  )
}
