// The form that opens: to whom, how, what, and on which ground, with what the ground asks for.
import { legalGrounds } from '@lykta/incident'
import { type ReactNode, type RefObject, useState } from 'react'
import type { NewShareRequest, ShareWhat } from '../../../../server/src/api/sharing-types.ts'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useSharingWords } from './sharing-words.ts'

export type NewShareProps = {
  readonly form: RefObject<HTMLDivElement | null>
  readonly reportedBy: string
  /** Organisations that somebody reads for. */
  readonly readers: readonly string[]
  readonly busy: boolean
  readonly onSend: (sent: Omit<NewShareRequest, 'id'>) => void
  readonly onCancel: () => void
}

export function NewShare({ form, reportedBy, readers, busy, onSend, onCancel }: NewShareProps): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const [organisation, setOrganisation] = useState('')
  const [way, setWay] = useState<'opened' | 'told'>('opened')
  const [what, setWhat] = useState<ShareWhat>('reasons')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const ground = legalGrounds.find((one) => one.code === code)
  const receivers = organisations.filter(({ id, joined, left }) => id !== reportedBy && joined !== null && left === null && (way === 'told' || readers.includes(id)))
  const chosen = receivers.some(({ id }) => id === organisation) ? organisation : ''
  const send = (): void => {
    setChecked(true)
    if (chosen !== '' && ground) onSend({ organisation: chosen, way, what, ground: ground.code })
    else focusWrong(form.current)
  }
  return (
    <div ref={form} className="share-form" role="group" aria-label={words.open}>
      <p className="hint">{words.openHint}</p>
      <OneOf label={words.how} selected={way} onSelect={setWay} options={(['opened', 'told'] as const).map((id) => ({ id, text: words.ways[id], hint: words.waysHint[id] }))} />
      <SelectField label={words.to} none={words.choose} selected={chosen} onSelect={setOrganisation} options={receivers.map(({ id, name }) => ({ id, text: name }))}
        error={checked && chosen === '' ? words.missing : undefined} />
      <OneOf label={words.which} selected={what} onSelect={setWhat} options={(['written', 'reasons', 'follow-up'] as const).map((id) => ({ id, text: words.what[id], hint: words.whatHint[id] }))} />
      <SelectField label={words.onGround} none={words.choose} selected={code} onSelect={setCode} hint={ground ? ground.note[language] : words.groundHint}
        options={legalGrounds.filter((one) => one.code !== 'emergency' || way === 'told').map((one) => ({ id: one.code, text: words.groundOf(one.words[language], one.source) }))}
        error={checked && !ground ? words.missing : undefined} />
      <p className="sharing-ways">
        <Button kind="primary" isDisabled={busy} onPress={send}>{way === 'told' ? words.sendTold : words.send}</Button>
        <Button kind="quiet" onPress={onCancel}>{words.cancel}</Button>
      </p>
    </div>
  )
}
