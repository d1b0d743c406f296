// The network's organisations and the sources outside it: added, named anew, ended, corrected; never taken away.
import { canonicalText, type Id, type Organisation } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { MembersAnswer } from '../../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../../components/act-outcome.tsx'
import { Button } from '../../../components/button.tsx'
import { useAct } from '../../../components/use-act.ts'
import { renderDay } from '../../../format/dates.ts'
import { renderCount } from '../../../format/numbers.ts'
import { keys } from '../../../keys/keys.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { codesFor } from '../../found/founding-draft.ts'
import { draftOf } from './organisation-draft.ts'
import { OrganisationEnding } from './organisation-ending.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { OrganisationRow } from './organisation-row.tsx'
import { useOrganisationWords } from './organisation-words.ts'
import { useOrganisations } from './use-organisations.ts'

/** One at a time: a new one, or the id of what is changed or ended; `from`: as it stood when its form was filled. */
type Open = { readonly what: 'member' | 'outside' } | { readonly what: 'end'; readonly id: Id } | { readonly what: 'change'; readonly id: Id; readonly from: Organisation }

export function OrganisationsPart({ answer }: { readonly answer: MembersAnswer | undefined }): ReactNode {
  const words = useOrganisationWords()
  const language = useLanguage()
  const { organisations, today } = useNetwork()
  const acting = useAct()
  const { belongingTo, store, removeDevices } = useOrganisations(answer)
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const order = new Intl.Collator(language)
  const sorted = organisations.toSorted((a, b) => order.compare(a.name, b.name))
  const present = sorted.filter(({ joined, left }) => joined !== null && (left === null || left > today))
  const former = sorted.filter(({ joined, left }) => joined !== null && left !== null && left <= today)
  const outside = sorted.filter(({ joined }) => joined === null)
  const codeFor = (name: string): string => codesFor([name], organisations.map(({ code }) => code))[0]!

  function end(organisation: Organisation, left: string): Promise<void> {
    const { devices } = belongingTo(organisation.id)
    return acting.act(async () => {
      // Asked for first: what cannot be finished is not begun.
      if (devices.length > 0 && !(await keys.askUnlock())) return undefined
      const { id: _, ...before } = organisation
      const { withdrawnInvitations } = await store(organisation.id, organisation, { ...before, left })
      close()
      const removed = await removeDevices(devices)
      return words.ended(organisation.name, renderDay(left, language), withdrawnInvitations, removed)
    })
  }

  const rowOf = (organisation: Organisation): ReactNode => {
    const belonging = belongingTo(organisation.id)
    return (
      <li key={organisation.id}>
        <OrganisationRow
          organisation={organisation} belonging={belonging} busy={acting.busy}
          onChange={() => setOpen({ what: 'change', id: organisation.id, from: organisation })} onEnd={() => setOpen({ what: 'end', id: organisation.id })}
          onRemoveDevices={() => void acting.act(async () => ((await keys.askUnlock()) ? words.devicesRemoved(await removeDevices(belonging.devices)) : undefined))}
        />
        {open?.what === 'change' && open.id === organisation.id && (
          <OrganisationForm
            key={canonicalText(open.from)} title={words.changeOf(open.from.name)} start={draftOf(open.from)} stands={open.from} newest={organisation} outside={open.from.joined === null} busy={acting.busy} codeFor={codeFor} onEnd={close}
            onAgain={() => setOpen({ ...open, from: organisation })}
            onSave={(after) => void acting.act(async () => {
              await store(organisation.id, open.from, after)
              close()
              return words.saved(after.name)
            })}
          />
        )}
        {open?.what === 'end' && open.id === organisation.id && (
          <OrganisationEnding organisation={organisation} belonging={belonging} busy={acting.busy} onDo={(day) => void end(organisation, day)} onEnd={close} />
        )}
      </li>
    )
  }
  const adding = (what: 'member' | 'outside', title: string): ReactNode => open?.what === what ? (
    <OrganisationForm
      title={title} start={{ name: '', sector: '', joined: what === 'member' ? today : '', left: '' }} stands={undefined} outside={what === 'outside'} busy={acting.busy} codeFor={codeFor} onEnd={close}
      onSave={(after) => void acting.act(async () => {
        await store(crypto.randomUUID(), null, after)
        close()
        return what === 'member' ? words.added(after.name) : words.addedOutside(after.name)
      })}
    />
  ) : <p><Button kind="secondary" onPress={() => setOpen({ what })}>{title}</Button></p>
  return (
    <>
      <ActOutcome acting={acting} />
      <section className="network-section" aria-label={words.membersTitle}>
        <h2>{words.membersTitle}</h2>
        {present.length === 0 && <p className="faint">{words.noMembers}</p>}
        <ul className="people">{present.map(rowOf)}</ul>
        {adding('member', words.add)}
        {former.length > 0 && (
          <details open={former.some(({ id }) => id === (open && 'id' in open ? open.id : undefined))}>
            <summary>{words.formerTitle(renderCount(former.length, language))}</summary>
            <ul className="people">{former.map(rowOf)}</ul>
          </details>
        )}
      </section>
      <section className="network-section" aria-label={words.outsideTitle}>
        <h2>{words.outsideTitle}</h2>
        <p>{words.outsideText}</p>
        {outside.length === 0 && <p className="faint">{words.noOutside}</p>}
        <ul className="people">{outside.map(rowOf)}</ul>
        {adding('outside', words.addOutside)}
      </section>
    </>
  )
}
