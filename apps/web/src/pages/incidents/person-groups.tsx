// The possibly exploited persons of an incident, in groups about whom the same is known.
import { type Answer, type PersonGroup, sumQuantities } from '@lykta/incident'
import type { ReactNode } from 'react'
import { codeWord, countryWord } from '../../format/code-words.ts'
import { groupNouns, groupNumber, personsInWords } from '../../format/group-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'

export function PersonGroups({ persons }: { readonly persons: readonly PersonGroup[] }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const { incident: words } = messages
  if (persons.length === 0) return <p>{words.personsNone}</p>
  const answer = (one: Answer | null): string => (one === null ? words.notAsked : codeWord('answer', one, language))
  const nameOf = (id: string | null): string | undefined => organisations.find((one) => one.id === id)?.name

  return (
    <>
      <ul className="persons">
        {persons.map((group, index) => {
          const support = nameOf(group.supportOrganisation)
          const facts: readonly (readonly [string, string])[] = [
            [words.person.nationality, group.nationalities.length === 0 ? words.unknown : group.nationalities.map((code) => countryWord(code, language)).join(', ')],
            [words.person.contact, `${answer(group.supportContact)}${support === undefined ? '' : `, ${words.contactWith(support)}`}`],
            [words.person.offered, answer(group.supportOffered)],
            [words.person.accepted, answer(group.acceptedSupport)],
          ]
          return (
            <li key={index}>
              <p className="person-head">
                <span className="person-count">{groupNumber(group.count, language)}</span> {groupNouns(group, language)}
              </p>
              <dl>
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              {group.personRef !== null && <p className="hint">{words.person.ref}</p>}
            </li>
          )
        })}
      </ul>
      {persons.length > 1 && <p>{words.personsTotal(personsInWords(sumQuantities(persons.map(({ count }) => count)), language))}</p>}
    </>
  )
}
