// What is known of a breach: codes and numbers in clear, and what happened in words, sealed before it leaves the browser.
import { useQueryClient } from '@tanstack/react-query'
import {
  breachCauses, breachConsequences, type BreachContent, breachData, breachKinds, breachMeasures, breachParts, breachPersons, breachRisks, breachClock, canonicalText, clockOfInstant, delayReasons, instantOfClock, joinBreachText, splitBreachText, untoldReasons,
} from '@lykta/incident'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { BreachEntry, BreachesAnswer, BreachRequest, BreachTextAnswer } from '../../../../server/src/api/authority-types.ts'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import type { FormAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { orLookAgain } from '../../api/or-look-again.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OvertakenNote } from '../../components/overtaken-note.tsx'
import { Paper } from '../../components/paper.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { closedDraft, isUnsaved, lockDraft, openDraft, type SealedDraft, shownText, unlockDraft } from '../../keys/sealed-draft.ts'
import { useNetwork } from '../../network.ts'
import { sealReason } from '../../report/seal-reason.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { breachesQuery, dutiesQuery } from './authority-queries.ts'
import { SealedField } from '../meetings/sealed-field.tsx'
import { BreachPaper } from './breach-paper.tsx'
import { useBreachWords } from './breach-words.ts'
import { MomentField } from './moment-field.tsx'
import { TickGroup } from './tick-group.tsx'

export type BreachFormProps = { readonly id: string; readonly entry: BreachEntry | undefined; readonly now: string; readonly session: SessionAnswer }

const noWords = splitBreachText('')

/** `entry`: as it stands by now. The fields keep to the one that they were filled from. */
export function BreachForm({ entry, ...props }: BreachFormProps): ReactNode {
  const [{ from, times }, setFrom] = useState({ from: entry, times: 0 })
  return <Fields key={times} {...props} entry={from} newest={entry} onSaved={(saved) => setFrom({ from: saved, times })} onAgain={() => setFrom({ from: entry, times: times + 1 })} />
}

type FieldsProps = BreachFormProps & { readonly newest: BreachEntry | undefined; readonly onSaved: (saved: BreachEntry) => void; readonly onAgain: () => void }

function Fields({ id, entry, newest, now, session, onSaved, onAgain }: FieldsProps): ReactNode {
  const words = useBreachWords()
  const { network: { timeZone } } = useNetwork()
  const client = useQueryClient()
  const [first] = useState(() => newContent(now))
  const filled = entry?.content ?? first
  const [content, setContent] = useState<BreachContent>(filled)
  const [numbers, setNumbers] = useState({ persons: textOf(content.personsAbout), records: textOf(content.recordsAbout) })
  const [draft, setDraft] = useState<SealedDraft<typeof noWords>>(entry?.text ? closedDraft : openDraft(noWords))
  const text = shownText(draft)
  const [saving, opening] = [useAct(), useAct()]
  const form = useRef<HTMLDivElement>(null)
  const put = (change: Partial<BreachContent>): void => setContent({ ...content, ...change })
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && entry?.text && setDraft(lockDraft)), [entry?.text])
  const isWrong = (number: string): boolean => number !== '' && !/^\d{1,7}$/.test(number)
  const late = breachClock(content, now).state === 'late'
  const sent: BreachContent = { ...content, delay: late ? content.delay : null, untold: content.toldAt === null ? content.untold : null }
  const isTyped = isUnsaved(draft) || numbers.persons !== textOf(filled.personsAbout) || numbers.records !== textOf(filled.recordsAbout) || codesOf(sent) !== codesOf(filled)
  useWarnBeforeLeaving(isTyped)

  const open = (): Promise<void> => opening.act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const opened = await keys.openGiven(await ask<BreachTextAnswer>(`breaches/${id}/text`), { breach: id })
    setDraft((before) => unlockDraft(before, splitBreachText(opened.text)))
    return undefined
  })
  const save = (): Promise<void> => saving.act(async () => {
    if (isWrong(numbers.persons) || isWrong(numbers.records)) return focusWrong(form.current)
    if (draft.away) return words.openFirst
    const [revision, createdAt] = [entry?.revision ?? 0, new Date().toISOString()]
    const written = text && joinBreachText(text)
    const sealed = written === null || written === joinBreachText(draft.saved ?? noWords) ? (entry?.text ? 'kept' : null) : await seal(session, id, { text: written, revision: revision + 1, previous: entry?.text?.hash ?? null, createdAt })
    if (sealed === undefined) return words.noKeys
    const body: BreachRequest = {
      revision, createdAt, sealed,
      content: { ...sent, personsAbout: numberOf(numbers.persons), recordsAbout: numberOf(numbers.records) },
    }
    const answer = await orLookAgain(client, [breachesQuery.queryKey], () => ask<BreachesAnswer>(`breaches/${id}`, { method: 'PUT', body }))
    const saved = answer.breaches.find((one) => one.id === id)
    // Another revision came right after it: that one has not been seen here.
    if (saved?.revision === revision + 1) onSaved(saved)
    client.setQueryData(breachesQuery.queryKey, answer)
    void client.invalidateQueries({ queryKey: dutiesQuery.queryKey })
    if (text) setDraft((now) => ({ ...now, saved: text }))
    return words.saved
  })
  const one = <Code extends string>(codes: readonly Code[], label: Readonly<Record<Code, string>>): readonly { readonly id: Code; readonly text: string }[] => codes.map((code) => ({ id: code, text: label[code] }))
  return (
    <div ref={form} className="breach-form">
      <section aria-labelledby="breach-when">
        <h2 id="breach-when">{words.when}</h2>
        <MomentField label={words.discoveredAt} hint={words.discoveredHint} value={content.discoveredAt} timeZone={timeZone} onChange={(at) => at !== null && put({ discoveredAt: at })} />
        <MomentField label={words.beganAt} hint={words.unknownHint} value={content.beganAt} timeZone={timeZone} onChange={(beganAt) => put({ beganAt })} />
        <MomentField label={words.endedAt} hint={words.unknownHint} value={content.endedAt} timeZone={timeZone} onChange={(endedAt) => put({ endedAt })} />
      </section>
      <section aria-labelledby="breach-what">
        <h2 id="breach-what">{words.what}</h2>
        <TickGroup label={words.kinds} options={one(breachKinds, words.kind)} chosen={content.kinds} onChoose={(kinds) => put({ kinds })} />
        <TickGroup label={words.causes} options={one(breachCauses, words.cause)} chosen={content.causes} onChoose={(causes) => put({ causes })} />
      </section>
      <section aria-labelledby="breach-who">
        <h2 id="breach-who">{words.who}</h2>
        <TickGroup label={words.persons} options={one(breachPersons, words.person)} chosen={content.persons} onChoose={(persons) => put({ persons })} />
        <TextField label={words.personsAbout} hint={words.numberHint} value={numbers.persons} onChange={(persons) => setNumbers({ ...numbers, persons })} inputMode="numeric" maxLength={7} error={isWrong(numbers.persons) ? words.numberWrong : undefined} />
        <TextField label={words.recordsAbout} hint={words.numberHint} value={numbers.records} onChange={(records) => setNumbers({ ...numbers, records })} inputMode="numeric" maxLength={7} error={isWrong(numbers.records) ? words.numberWrong : undefined} />
        <TickGroup label={words.data} options={one(breachData, words.datum)} chosen={content.data} onChoose={(data) => put({ data })} />
      </section>
      <section aria-labelledby="breach-effects">
        <h2 id="breach-effects">{words.effects}</h2>
        <TickGroup label={words.consequences} options={one(breachConsequences, words.consequence)} chosen={content.consequences} onChoose={(consequences) => put({ consequences })} />
        <TickGroup label={words.measures} options={one(breachMeasures, words.measure)} chosen={content.measures} onChoose={(measures) => put({ measures })} />
        <SelectField label={words.risk} hint={words.riskHint} options={one(breachRisks, words.risks)} selected={content.risk} onSelect={(id) => put({ risk: breachRisks.find((code) => code === id) ?? content.risk })} />
      </section>
      <section aria-labelledby="breach-words">
        <h2 id="breach-words">{words.words}</h2>
        {text === null ? (
          <>
            <p>{draft.away ? words.putAway : words.sealed}</p>
            {session.state === 'signed-in' ? <Button kind="secondary" isDisabled={opening.busy} onPress={() => void open()}>{words.openText}</Button> : <p className="hint">{words.openLocal}</p>}
            <ActOutcome acting={opening} />
          </>
        ) : (
          <>
            <p className="hint">{words.wordsHint}</p>
            {breachParts.filter((part) => part !== 'delay' || late || text.delay !== '').map((part) => (
              <SealedField key={part} label={words.part[part]} value={text[part]} onChange={(said) => setDraft({ ...draft, text: { ...text, [part]: said } })} most={2000} />
            ))}
          </>
        )}
      </section>
      <section aria-labelledby="breach-told">
        <h2 id="breach-told">{words.told}</h2>
        <MomentField label={words.notifiedAt} hint={words.notifiedHint} value={content.notifiedAt} timeZone={timeZone} onChange={(notifiedAt) => put({ notifiedAt })} />
        {late && <SelectField label={words.delay} none={words.nothingChosen} options={one(delayReasons, words.delays)} selected={content.delay ?? ''} onSelect={(id) => put({ delay: delayReasons.find((code) => code === id) ?? null })} />}
        <MomentField label={words.toldAt} hint={words.unknownHint} value={content.toldAt} timeZone={timeZone} onChange={(toldAt) => put({ toldAt })} />
        {content.toldAt === null && <SelectField label={words.untold} none={words.nothingChosen} options={one(untoldReasons, words.untolds)} selected={content.untold ?? ''} onSelect={(id) => put({ untold: untoldReasons.find((code) => code === id) ?? null })} />}
        <TickBox isTicked={content.closed} onTick={(closed) => put({ closed })}>{words.close}</TickBox>
      </section>
      <ActOutcome acting={saving} />
      <OvertakenNote isOvertaken={(newest?.revision ?? 0) > (entry?.revision ?? 0)} isTyped={isTyped} onAgain={onAgain} />
      <p className="authority-ways">
        <Button kind="primary" isDisabled={saving.busy} onPress={() => void save()}>{words.save}</Button>
        {entry && <Button kind="secondary" onPress={() => window.print()}>{words.print}</Button>}
      </p>
      {entry && (
        <>
          <p className="hint">{words.printHint}</p>
          <Paper><section><BreachPaper entry={entry} text={text} /></section></Paper>
        </>
      )}
    </div>
  )
}

/** The numbers are typed beside it. */
function codesOf(content: BreachContent): string {
  return canonicalText({ ...content, personsAbout: null, recordsAbout: null })
}

function newContent(now: string): BreachContent {
  return {
    // To the minute, as the field shows it.
    discoveredAt: instantOfClock(clockOfInstant(now, 'UTC'), 'UTC'), beganAt: null, endedAt: null, kinds: [], causes: [], persons: [], personsAbout: null, recordsAbout: null, data: [], consequences: [], measures: [],
    risk: 'risk', notifiedAt: null, delay: null, toldAt: null, untold: null, closed: false,
  }
}

type ToSeal = { readonly text: string; readonly revision: number; readonly previous: string | null; readonly createdAt: string }

/** Null when nothing is written; undefined when it could not be sealed. */
async function seal(session: SessionAnswer, id: string, { text, ...place }: ToSeal): Promise<BreachRequest['sealed'] | undefined> {
  if (text === '') return null
  if (session.state === 'signed-in' && !(await keys.askUnlock())) return undefined
  const form = await ask<FormAnswer>('form')
  return (await sealReason({ session, context: form, device: null, kept: false }, { text, incident: { breach: id }, context: { incident: id, formVersion: 'breach-1', ...place } })) ?? undefined
}

const textOf = (number: number | null): string => (number === null ? '' : String(number))
const numberOf = (text: string): number | null => (text === '' ? null : Number(text))
