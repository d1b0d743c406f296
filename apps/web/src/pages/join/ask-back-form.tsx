// Three of the six words, typed again by their place; after three mistakes all of them are shown once more.
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { TextField } from '../../components/text-field.tsx'
import { drawPlaces, mostMistakes, wrongPlaces } from '../found/ask-back.ts'
import { useFoundingWords } from '../found/found-words.ts'
import { useJoinWords } from './join-words.ts'

const random = (below: number): number => crypto.getRandomValues(new Uint32Array(1))[0]! % below

export type AskBackProps = {
  readonly passphrase: string
  readonly busy: boolean
  readonly onRight: () => void
  readonly onShowAgain: (afterMistakes: boolean) => void
}

export function AskBack({ passphrase, busy, onRight, onShowAgain }: AskBackProps): ReactNode {
  const words = useJoinWords()
  const { askBack } = useFoundingWords()
  const [places] = useState(() => drawPlaces(random))
  const [typed, setTyped] = useState<readonly string[]>(['', '', ''])
  const [wrong, setWrong] = useState<readonly number[]>([])
  const [mistakes, setMistakes] = useState(0)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    const found = wrongPlaces(passphrase, places, typed)
    if (found.length === 0) return onRight()
    if (mistakes + 1 >= mostMistakes) return onShowAgain(true)
    setWrong(found)
    setMistakes(mistakes + 1)
  }
  return (
    <form className="join-form" noValidate autoComplete="off" onSubmit={submit}>
      <p className="lead">{askBack.lead}</p>
      <FormErrors title={words.errorsTitle(wrong.length)} errors={wrong.map((place) => ({ field: `word-${place}`, text: `${askBack.word(place + 1)}: ${askBack.wrong}` }))} checks={mistakes} />
      {places.map((place, index) => (
        <TextField
          key={place} id={`word-${place}`} label={askBack.word(place + 1)} value={typed[index] ?? ''} maxLength={40} error={wrong.includes(place) ? askBack.wrong : undefined}
          onChange={(text) => setTyped(typed.map((one, at) => (at === index ? text : one)))}
        />
      ))}
      {mistakes > 0 && <p className="hint">{askBack.tries(mostMistakes - mistakes)}</p>}
      <p className="join-ways">
        <Button kind="primary" type="submit" isDisabled={busy}>{words.next}</Button>
        <Button kind="quiet" onPress={() => onShowAgain(false)}>{askBack.showAgain}</Button>
      </p>
    </form>
  )
}
