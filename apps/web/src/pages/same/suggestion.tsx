// One suggestion: two incidents of one event, or two persons, with the three answers there are to it.
import type { Degree } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { EventSuggestion, PersonSuggestion, SameRef } from '../../../../server/src/api/same-types.ts'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useLanguage } from '../../messages/messages.ts'
import { differ, linkThem } from './same-queries.ts'
import { useSameWords } from './same-words.ts'
import { groupWords, Reasons, SideBySide } from './side-by-side.tsx'

const placeOf = ({ ref, entry }: SameRef): SameRef => ({ ref, entry })

export function EventCard({ suggestion, acting }: { readonly suggestion: EventSuggestion; readonly acting: Acting }): ReactNode {
  const words = useSameWords()
  const language = useLanguage()
  const { incidents, reasons, bits, persons } = suggestion
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(persons.keys()))
  const [first, second] = incidents.map(({ ref }): SameRef => ({ ref, entry: null })) as [SameRef, SameRef]
  const pairs = (degree: Degree) => [
    { first, second, degree },
    ...persons.filter((_, index) => ticked.has(index)).map(({ persons: [one, other] }) => ({ first: placeOf(one), second: placeOf(other), degree })),
  ]
  return (
    <li className="suggestion">
      <Strength bits={bits} />
      <SideBySide incidents={incidents} />
      <Reasons reasons={reasons} />
      {persons.length > 0 && (
        <fieldset className="suggestion-persons">
          <legend>{words.samePersons}</legend>
          {persons.map(({ persons: [one, other] }, index) => (
            <TickBox key={`${one.entry} ${other.entry}`} isTicked={ticked.has(index)} onTick={(on) => setTicked((before) => new Set(on ? [...before, index] : [...before].filter((place) => place !== index)))}>
              {groupWords(one, language, words.unknownNationality)} = {groupWords(other, language, words.unknownNationality)}
            </TickBox>
          ))}
          <p className="hint">{words.personsHint}</p>
        </fieldset>
      )}
      <Answers first={first} second={second} pairs={pairs} acting={acting} />
    </li>
  )
}

export function PersonCard({ suggestion: { incidents, persons, reasons, bits }, acting }: { readonly suggestion: PersonSuggestion; readonly acting: Acting }): ReactNode {
  const words = useSameWords()
  const language = useLanguage()
  const [first, second] = persons.map(placeOf) as [SameRef, SameRef]
  return (
    <li className="suggestion">
      <Strength bits={bits} />
      <SideBySide incidents={incidents} />
      <p>{words.person(groupWords(persons[0], language, words.unknownNationality))} = {groupWords(persons[1], language, words.unknownNationality)}</p>
      <Reasons reasons={reasons} />
      <Answers first={first} second={second} pairs={(degree) => [{ first, second, degree }]} acting={acting} />
    </li>
  )
}

function Strength({ bits }: { readonly bits: number }): ReactNode {
  const { strength } = useSameWords()
  return <Mark kind={bits >= 15 ? 'accent' : 'plain'}>{bits >= 15 ? strength.strong : bits >= 11 ? strength.middle : strength.weak}</Mark>
}

type AnswersProps = {
  readonly first: SameRef
  readonly second: SameRef
  readonly pairs: (degree: Degree) => readonly { readonly first: SameRef; readonly second: SameRef; readonly degree: Degree }[]
  readonly acting: Acting
}

function Answers({ first, second, pairs, acting: { busy, act } }: AnswersProps): ReactNode {
  const words = useSameWords()
  const client = useQueryClient()
  const link = (degree: Degree) => (): void => void act(async () => {
    await linkThem(client, { pairs: pairs(degree) })
    return words.saidLinked
  })
  const refuse = (): void => void act(async () => {
    await differ(client, { first, second, differ: true })
    return words.saidNo
  })
  const named = (what: string): string => words.of(what, first.ref, second.ref)
  return (
    <p className="suggestion-answers">
      <Button kind="primary" isDisabled={busy} aria-label={named(words.certain)} onPress={link('certain')}>{words.certain}</Button>
      <Button kind="secondary" isDisabled={busy} aria-label={named(words.probable)} onPress={link('probable')}>{words.probable}</Button>
      <Button kind="quiet" isDisabled={busy} aria-label={named(words.no)} onPress={refuse}>{words.no}</Button>
    </p>
  )
}
