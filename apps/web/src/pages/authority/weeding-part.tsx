// Decisions on weeding: which stand, the form for a new one, and withdrawing one.
import { useQueryClient } from '@tanstack/react-query'
import { retentionClasses, type RetentionClass } from '@lykta/incident'
import { type ReactNode, useRef, useState } from 'react'
import type { AuthorityAnswer, WeedingEntry, WeedingRequest } from '../../../../server/src/api/authority-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { Mark } from '../../components/mark.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { authorityQuery } from './authority-queries.ts'
import { useAuthorityWords } from './authority-words.ts'
import { TickGroup } from './tick-group.tsx'

const classes = retentionClasses.filter(({ end }) => end !== 'keep').map(({ id }) => id)

export function WeedingPart({ answer: { weeding, today } }: { readonly answer: AuthorityAnswer }): ReactNode {
  const words = useAuthorityWords()
  const language = useLanguage()
  const client = useQueryClient()
  const acting = useAct()
  const [asking, setAsking] = useState<WeedingEntry>()
  const send = async ({ id, ...body }: WeedingRequest & { readonly id: string }): Promise<void> => {
    await ask(`weeding-decisions/${id}`, { method: 'PUT', body })
    await client.invalidateQueries({ queryKey: authorityQuery.queryKey })
  }
  return (
    <section aria-labelledby="weeding">
      <h2 id="weeding">{words.weedingTitle}</h2>
      <p>{words.weedingText}</p>
      {weeding.every(({ withdrawn }) => withdrawn) && <p className="faint">{words.weedingNone}</p>}
      <ul className="authority-list">
        {weeding.map((one) => (
          <li key={one.id}>
            <p><strong>{words.decided(one.reference, renderDay(one.decidedOn, language))}</strong> {one.withdrawn && <Mark kind="plain">{words.withdrawn}</Mark>}</p>
            <p className="hint">{words.classes}: {one.classes.map((id) => words.class[id]).join(', ').toLocaleLowerCase(language)}</p>
            {!one.withdrawn && <Button kind="quiet" aria-label={words.withdrawOf(one.reference)} onPress={() => setAsking(one)}>{words.withdraw}</Button>}
          </li>
        ))}
      </ul>
      <ActOutcome acting={acting} />
      <NewDecision today={today} onSend={send} />
      <AskOnce
        isOpen={asking !== undefined} onOpenChange={() => setAsking(undefined)} title={words.withdrawAsk(asking?.reference ?? '')} deed={words.withdraw} back={words.back}
        onDo={() => acting.act(async () => {
          if (asking) await send({ ...asking, withdrawn: true })
          return words.saved
        })}
      >
        <p>{words.withdrawText}</p>
      </AskOnce>
    </section>
  )
}

function NewDecision({ today, onSend }: { readonly today: string; readonly onSend: (sent: WeedingRequest & { readonly id: string }) => Promise<void> }): ReactNode {
  const words = useAuthorityWords()
  const acting = useAct()
  const [{ reference, decidedOn, chosen }, setForm] = useState<{ readonly reference: string; readonly decidedOn: string; readonly chosen: readonly RetentionClass[] }>({ reference: '', decidedOn: '', chosen: [] })
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(decidedOn) && decidedOn <= today
  const put = (change: { readonly reference?: string; readonly decidedOn?: string; readonly chosen?: readonly RetentionClass[] }): void => setForm({ reference, decidedOn, chosen, ...change })
  const save = (): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (reference.trim() === '' || !isDay || chosen.length === 0) return focusWrong(form.current)
    await onSend({ id: crypto.randomUUID(), revision: 0, reference: reference.trim(), decidedOn, classes: chosen, withdrawn: false })
    setForm({ reference: '', decidedOn: '', chosen: [] })
    setChecked(false)
    return words.saved
  })
  return (
    <details className="authority-new">
      <summary>{words.weedingNew}</summary>
      <div ref={form} className="authority-form">
        <TextField label={words.reference} value={reference} onChange={(text) => put({ reference: text })} hint={words.referenceHint} error={checked && reference.trim() === '' ? words.missing : undefined} maxLength={80} />
        <TextField type="date" label={words.decidedOn} value={decidedOn} onChange={(text) => put({ decidedOn: text })} error={checked && !isDay ? words.dayWrong : undefined} />
        <TickGroup label={words.classes} options={classes.map((id) => ({ id, text: words.class[id] }))} chosen={chosen} onChoose={(ids) => put({ chosen: ids })} error={checked && chosen.length === 0 ? words.chooseClass : undefined} />
      </div>
      <ActOutcome acting={acting} />
      <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
    </details>
  )
}
