// An organisation that a word of theirs names and that the network does not have yet: it is imported with the rows.
import { type Sector, sectors } from '@lykta/incident'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { codesFor } from '../found/founding-draft.ts'
import { withOrganisation } from './change-mapping.ts'
import { useImportWords } from './import-words.ts'
import type { MappingWork } from './use-mapping.ts'

type NewOrganisationProps = { readonly word: string; readonly work: MappingWork; readonly onAdded: (code: string) => void; readonly onEnd: () => void }

export function NewOrganisation({ word, work, onAdded, onEnd }: NewOrganisationProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const { network, organisations } = useNetwork()
  const group = useRef<HTMLDivElement>(null)
  const [name, setName] = useState(word)
  const [sector, setSector] = useState<Sector>('other')
  const [joined, setJoined] = useState(network.collectionStart)
  const [tried, setTried] = useState(false)
  useEffect(() => group.current?.querySelector('input')?.focus(), [])
  const add = (): void => {
    setTried(true)
    if (name.trim() === '') return
    const code = codesFor([name], [...organisations, ...work.mapping!.organisations].map((one) => one.code))[0]!
    work.change((mapping) => withOrganisation(mapping, { code, name: name.trim(), sector, joined: joined === '' ? null : joined, left: null }))
    onAdded(code)
  }
  return (
    <div ref={group} className="new-organisation" role="group" aria-label={words.newFor(word)}>
      <TextField label={words.name} value={name} onChange={setName} maxLength={100} error={tried && name.trim() === '' ? words.nameMissing : undefined} />
      <SelectField label={words.sector} selected={sector} onSelect={(id) => setSector(id as Sector)} options={sectors.map((id) => ({ id, text: codeWord('sector', id, language) }))} />
      <TextField label={words.joined} hint={words.joinedHint} type="date" value={joined} onChange={setJoined} />
      <p className="network-ways">
        <Button kind="primary" onPress={add}>{words.add}</Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </div>
  )
}
