// Whether an authority runs the network, its name and court, and the pattern of its register numbers, shown as they will be written.
import { useQueryClient } from '@tanstack/react-query'
import { defaultPattern, findPattern, longestPattern, renderDiaryNumber } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { AuthorityAnswer, AuthorityRequest } from '../../../../server/src/api/authority-types.ts'
import { ask } from '../../api/ask.ts'
import { networkQuery } from '../../api/queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { dutiesQuery } from './authority-queries.ts'
import { useAuthorityWords } from './authority-words.ts'

type Form = Omit<AuthorityRequest, 'on'>

export function AuthoritySettingForm({ answer: { setting, today } }: { readonly answer: AuthorityAnswer }): ReactNode {
  const words = useAuthorityWords()
  const language = useLanguage()
  const client = useQueryClient()
  const acting = useAct()
  const [{ name, address, court, pattern }, setForm] = useState<Form>({ name: setting?.name ?? '', address: setting?.address ?? '', court: setting?.court ?? '', pattern: shown(setting?.pattern ?? defaultPattern, language) })
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const put = (change: Partial<Form>): void => setForm({ name, address, court, pattern, ...change })
  const found = findPattern(pattern)
  const isOn = setting?.on === true
  const save = (on: boolean): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (name.trim() === '' || found === undefined) return undefined
    const body: AuthorityRequest = { on, name: name.trim(), address: address.trim(), court: court.trim(), pattern: found }
    const stored = await ask<AuthorityAnswer>('authority', { method: 'PUT', body })
    client.setQueryData(['authority'], stored)
    await Promise.all([networkQuery.queryKey, dutiesQuery.queryKey, ['incidents'], ['incident']].map((queryKey) => client.invalidateQueries({ queryKey })))
    return on && !isOn ? words.savedOn : words.saved
  })
  return (
    <section aria-labelledby="setting">
      <h2 id="setting">{words.settingTitle}</h2>
      <p><strong>{setting === null ? words.off : isOn ? words.on(renderDay(setting.since, language)) : words.offSince(renderDay(setting.since, language))}</strong></p>
      <div className="authority-form">
        <TextField label={words.name} value={name} onChange={(text) => put({ name: text })} hint={words.nameHint} error={checked && name.trim() === '' ? words.missing : undefined} maxLength={100} spellCheck />
        <TextField label={words.address} value={address} onChange={(text) => put({ address: text })} hint={words.addressHint} maxLength={200} />
        <TextField label={words.court} value={court} onChange={(text) => put({ court: text })} hint={words.courtHint} maxLength={80} spellCheck />
        <TextField
          label={words.pattern} value={pattern} onChange={(text) => put({ pattern: text })} hint={words.patternHint} maxLength={longestPattern} spellCheck
          error={found === undefined ? words.patternWrong : undefined}
        />
        <p className="hint" role="status">{found === undefined ? '' : words.patternShows(renderDiaryNumber(found, Number(today.slice(0, 4)), 42))}</p>
      </div>
      <ActOutcome acting={acting} />
      <p className="authority-ways">
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void save(true)}>{isOn ? words.save : words.turnOn}</Button>
        {isOn && <Button kind="quiet" isDisabled={acting.busy} onPress={() => setAsking(true)}>{words.turnOff}</Button>}
      </p>
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.turnOffAsk} deed={words.turnOff} back={words.back} onDo={() => save(false)}>
        <p>{words.turnOffText}</p>
      </AskOnce>
    </section>
  )
}

const shown = (pattern: string, language: string): string => (language === 'sv' ? pattern.replace('YYYY', 'ÅÅÅÅ') : pattern)
