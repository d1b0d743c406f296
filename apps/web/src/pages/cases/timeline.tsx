// Everything that has happened in a case, newest first: events, revisions of its incidents, questions and answers, notes.
import type { CaseAct, ChainStep, Id } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { CaseAnswer, TimelineEntry } from '../../../../server/src/api/case-types.ts'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay, renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useAuthorWords } from '../incidents/use-author-words.ts'
import { messageWords } from '../own/message-list.tsx'
import { useOwnIncidentWords } from '../own/own-words.ts'
import { type CaseWords, stepWords, useCaseWords } from './case-words.ts'
import { NoteForm } from './note-form.tsx'
import { SealedNote } from './sealed-note.tsx'
import type { AddToCase } from './use-case-act.ts'

export function Timeline({ answer, add }: { readonly answer: CaseAnswer; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const [writes, setWrites] = useState(false)
  const { form, opener } = useFormFocus(writes ? 'note' : undefined)
  // That something was a mistake is shown at what it was.
  const shown = answer.timeline.filter((entry) => !(entry.what === 'event' && entry.act.kind === 'void')).toReversed()
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      {writes ? <div ref={form}><NoteForm answer={answer} add={add} onDone={() => setWrites(false)} /></div> : (
        <p className="case-ways"><Button kind="secondary" ref={opener('note')} onPress={() => setWrites(true)}>{words.noteAdd}</Button> <span className="hint">{words.noteHelp}</span></p>
      )}
      <ol className="timeline" reversed>
        {shown.map((entry) => <Entry key={keyOf(entry)} answer={answer} entry={entry} add={add} />)}
      </ol>
    </section>
  )
}

const keyOf = (entry: TimelineEntry): string => (entry.what === 'event' ? entry.id : entry.what === 'message' ? entry.message.id : `${entry.incident} ${entry.number}`)

function Entry({ answer, entry, add }: { readonly answer: CaseAnswer; readonly entry: TimelineEntry; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  const authorOf = useAuthorWords()
  const said = useOwnIncidentWords()
  const author = authorOf(entry.author)
  const act = entry.what === 'event' ? entry.act : undefined
  const refs = new Map(answer.incidents.map(({ id, ref }) => [id, ref]))
  const title = entry.what === 'event' ? actWords(entry.act, answer.steps, refs, words, language)
    : entry.what === 'message' ? words.what[entry.message.kind]
      : entry.withdrawn ? words.what.withdrawn(entry.ref) : entry.number === 1 ? words.what.first(entry.ref) : words.what.revision(entry.ref, renderCount(entry.number, language))
  const voided = entry.what === 'event' && entry.voided
  const day = act?.kind === 'step' ? act.on : act?.kind === 'police-report' ? act.filedOn : act?.kind === 'plan' ? act.due : null
  const organisation = act && 'organisation' in act ? organisations.find(({ id }) => id === act.organisation)?.name : undefined
  return (
    <li className={`timeline-${act?.kind ?? entry.what}`}>
      <p className="timeline-what">
        {voided ? <s>{title}</s> : <strong>{title}</strong>}
        {day !== null && <span>{act?.kind === 'plan' ? words.due(renderDay(day, language)) : renderDay(day, language)}</span>}
        {organisation !== undefined && <span>{organisation}</span>}
        {voided && <span>{words.taken}</span>}
      </p>
      {entry.what === 'message' && <p>{messageWords(entry.message, said)}</p>}
      {act?.kind === 'note' && entry.what === 'event' && entry.note && <SealedNote answer={answer} note={{ id: entry.id, replaces: act.replaces, ...entry.note }} add={add} />}
      <p className="timeline-when">
        <small>{entry.what === 'revision' && entry.on !== null ? renderDay(entry.on, language) : renderMoment(entry.at, network.timeZone, language)}{author !== undefined && ` ${words.by(author)}`}</small>
        {entry.what === 'event' && entry.mayVoid && <Mistake id={entry.id} title={title} add={add} />}
      </p>
    </li>
  )
}

function Mistake({ id, title, add }: { readonly id: Id; readonly title: string; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const [asks, setAsks] = useState(false)
  const { busy, failure, act } = useAct()
  return (
    <>
      <Button kind="quiet" isDisabled={busy} aria-label={words.mistakeOf(title)} onPress={() => setAsks(true)}>{words.mistake}</Button>
      <FailureNote error={failure} />
      <AskOnce isOpen={asks} onOpenChange={setAsks} title={words.mistakeTitle} deed={words.mistake} back={words.cancel} onDo={() => act(async () => {
        await add({ kind: 'void', event: id })
        return undefined
      })}>
        <p><strong>{title}</strong></p>
        <p>{words.mistakeText}</p>
      </AskOnce>
    </>
  )
}

function actWords(act: CaseAct, steps: readonly ChainStep[], refs: ReadonlyMap<Id, string>, { what, closeReasons, reopenReasons, offences, otherIncident }: CaseWords, language: 'sv' | 'en'): string {
  switch (act.kind) {
    case 'open': return what.open
    case 'join': return what.join(refs.get(act.incident) ?? otherIncident)
    case 'leave': return what.leave(refs.get(act.incident) ?? otherIncident)
    case 'step': return (act.outcome === 'reached' ? what.step : what.triedStep)(stepWords(steps, act.step, language))
    case 'plan': return act.step === null ? what.noPlan : what.plan(stepWords(steps, act.step, language))
    case 'police-report': return what.police(offences[act.offence].toLocaleLowerCase(language))
    case 'note': return what.note
    case 'void': return what.void
    case 'close': return what.close(closeReasons[act.reason].toLocaleLowerCase(language))
    case 'reopen': return what.reopen(reopenReasons[act.reason].toLocaleLowerCase(language))
    case 'remind': return what.remind
  }
}
