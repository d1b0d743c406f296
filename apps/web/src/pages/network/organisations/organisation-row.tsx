// One organisation in the list: what it is, since when, who belongs to it, and what can be done.
import type { Organisation } from '@lykta/incident'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { codeWord } from '../../../format/code-words.ts'
import { renderDay } from '../../../format/dates.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { useOrganisationWords } from './organisation-words.ts'
import type { Belonging } from './use-organisations.ts'

export type OrganisationRowProps = {
  readonly organisation: Organisation
  readonly belonging: Belonging
  readonly busy: boolean
  readonly onChange: () => void
  readonly onEnd: () => void
  readonly onRemoveDevices: () => void
}

export function OrganisationRow({ organisation, belonging: { members, devices }, busy, onChange, onEnd, onRemoveDevices }: OrganisationRowProps): ReactNode {
  const words = useOrganisationWords()
  const language = useLanguage()
  const { code, name, sector, joined, left } = organisation
  const { today } = useNetwork()
  const gone = left !== null && left <= today
  const names = (list: readonly { readonly name: string }[]): string => list.map((one) => one.name).join(', ')
  return (
    <>
      <article className="person" aria-label={name}>
        <div className="person-who">
          <h3>{name}</h3>
          <small>{words.code(code)}</small>
        </div>
        <p>
          {codeWord('sector', sector, language)}
          {joined !== null && <small>{left === null ? words.since(renderDay(joined, language)) : words.between(renderDay(joined, language), renderDay(left, language))}</small>}
        </p>
        <p>{!gone && words.people(members.length, devices.length)}</p>
        <p className="person-ways">
          <Button kind="quiet" aria-label={words.changeOf(name)} onPress={onChange}>{words.change}</Button>
          {joined !== null && !gone && <Button kind="quiet" aria-label={words.endOf(name)} onPress={onEnd}>{words.end}</Button>}
        </p>
      </article>
      {gone && members.length > 0 && (
        <p className="problem problem-warning">{words.leftover(names(members))} <Link to="/network" search={{ part: 'members' }}>{words.toMembers}</Link></p>
      )}
      {gone && devices.length > 0 && (
        <div className="problem problem-warning">
          <p>{words.leftoverDevices(names(devices))}</p>
          <p><Button kind="secondary" isDisabled={busy} onPress={onRemoveDevices}>{words.removeDevices}</Button></p>
        </div>
      )}
    </>
  )
}
