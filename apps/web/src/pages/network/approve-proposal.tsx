// The second coordinator: pastes what she was given, reads what it does, compares the words if it admits someone, and signs.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Entry } from '@lykta/seal'
import type { MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { TextField } from '../../components/text-field.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import type { NetworkWords } from './messages/sv.ts'
import { useNetworkWords } from './network-words.ts'
import { rewrapJob } from './rewrap-job.ts'
import { useWriting } from './use-writing.ts'

type Read = { readonly entry: Entry; readonly words: readonly string[] | null }

export function ApproveProposal({ answer }: { readonly answer: MembersAnswer }): ReactNode {
  const words = useNetworkWords()
  const session = useQuery(sessionQuery)
  const { log } = useKeys()
  const writing = useWriting()
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<string>()
  const coordinators = log?.holders.filter(({ role }) => role === 'coordinator').length ?? 0
  if (coordinators < 2) return null
  const nameOf = (id: string): string => answer.members.find((member) => member.id === id)?.name ?? answer.devices.find((device) => device.id === id)?.name ?? id

  async function look(): Promise<void> {
    setRead(undefined)
    const found = await keys.readProposal(text)
    const { log: now } = await keys.refreshLog()
    if (!found || found.entry.type === 'genesis') return setError(words.approveNot)
    if (found.entry.approver !== session.data?.caller?.id) return setError(words.approveNotYours)
    if (found.entry.previous !== now?.head.hash) return setError(words.approveStale)
    setError(undefined)
    setRead(found)
  }
  const approve = (entry: Entry): Promise<void> =>
    writing.write(async () => {
      const { path, extra } = whereTo(entry, answer)
      await keys.approve(text, path, extra)
      if (entry.type === 'remove') void rewrapJob.run()
      setText('')
      setRead(undefined)
      return words.approved
    })
  return (
    <details className="approving">
      <summary>{words.approveOpen}</summary>
      <p>{words.approveText}</p>
      <TextField label={words.approveField} value={text} onChange={(next) => { setText(next); setRead(undefined); setError(undefined) }} error={error} lines={4} maxLength={20_000} />
      {!read && <Button kind="secondary" isDisabled={text.trim() === ''} onPress={() => void look()}>{words.approveRead}</Button>}
      {read && (
        <section className="proposal">
          <p>
            {words.approveBy(nameOf(read.entry.signer))} <strong>{proposedWords(read.entry, nameOf, words)}</strong>
          </p>
          {read.words && (
            <>
              <p>{words.compareText}</p>
              <SpokenWords words={read.words} label={words.wordsLabel} />
            </>
          )}
          <Button kind="primary" isDisabled={writing.busy} onPress={() => void approve(read.entry)}>{words.approveDo}</Button>
        </section>
      )}
      <ActOutcome acting={writing} />
    </details>
  )
}

function proposedWords(entry: Entry, nameOf: (id: string) => string, { proposes, role }: NetworkWords): string {
  if (entry.type === 'remove') return proposes.remove(nameOf(entry.subject.id))
  if (entry.type === 'recovery') return proposes.recovery
  if (entry.type !== 'add') return proposes.other
  const { member, role: becomes } = entry.subject
  return becomes === 'coordinator' ? proposes.coordinator(nameOf(member)) : proposes.change(nameOf(member), role[becomes])
}

/** A change of role or a removal reaches the sign-in too; a line alone goes to the log. */
function whereTo(entry: Entry, { members }: MembersAnswer): { readonly path: string; readonly extra: Readonly<Record<string, unknown>> } {
  if (entry.type === 'remove') return { path: `members/${entry.subject.id}/removal`, extra: {} }
  if (entry.type !== 'add') return { path: 'log', extra: {} }
  const { member, role, organisation } = entry.subject
  const now = members.find(({ id }) => id === member)
  if (now?.role === role && now.organisation === organisation) return { path: 'log', extra: {} }
  return { path: `members/${member}/role`, extra: { role, organisation } }
}
