// The steps of the network's response chain: worded anew, moved, ended, added; never taken away.
import type { ChainStep } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import { ActOutcome } from '../../../components/act-outcome.tsx'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useAct } from '../../../components/use-act.ts'
import { renderDay } from '../../../format/dates.ts'
import { renderCount } from '../../../format/numbers.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { useNetwork } from '../../../network.ts'
import { slug, untaken } from '../slug.ts'
import './chain.css'
import { useChainWords } from './chain-words.ts'

type Row = ChainStep & { /** Not stored yet: its code is made of its name. */ readonly isNew?: boolean; readonly key: string }

export function ChainPart({ steps, onSave }: { readonly steps: readonly ChainStep[]; readonly onSave: (steps: readonly ChainStep[]) => Promise<void> }): ReactNode {
  const words = useChainWords()
  const acting = useAct()
  const [rows, setRows] = useState<readonly Row[]>(steps.map((one) => ({ ...one, key: one.id })))
  const [checked, setChecked] = useState(false)
  const change = (key: string, part: Partial<ChainStep>): void => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = (): void => setRows((before) => {
    const row: Row = { id: '', sv: '', en: '', kind: 'way', means: null, validTo: null, isNew: true, key: `new ${before.length}` }
    return [...before.filter(({ kind }) => kind === 'way'), row, ...before.filter(({ kind }) => kind === 'end')]
  })
  const up = (at: number): void => setRows((before) => before.map((row, index) => (index === at - 1 ? before[at]! : index === at ? before[at - 1]! : row)))
  const save = (): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (rows.some(({ sv, en }) => sv.trim() === '' || en.trim() === '')) return undefined
    const named = rows.reduce<readonly Row[]>((done, row) => [...done, row.isNew ? { ...row, id: untaken(slug(row.en, { between: '-', fallback: 'step' }), '-', (id) => [...rows, ...done].some((one) => one.id === id)) } : row], [])
    await onSave(named.map(({ id, sv, en, kind, means, validTo }) => ({ id, sv: sv.trim(), en: en.trim(), kind, means, validTo })))
    setRows(named.map((row) => ({ ...row, isNew: false })))
    setChecked(false)
    return words.saved
  })
  const list = (kind: ChainStep['kind']): ReactNode => (
    <ol className="chain-settings">
      {rows.map((row, at) => row.kind === kind && (
        <StepRow key={row.key} row={row} number={at + 1} checked={checked} onChange={(part) => change(row.key, part)} onUp={rows[at - 1]?.kind === kind ? () => up(at) : undefined} />
      ))}
    </ol>
  )
  return (
    <section className="network-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <h3>{words.way}</h3>
      {list('way')}
      <h3>{words.end}</h3>
      {list('end')}
      <ActOutcome acting={acting} />
      <p className="network-ways">
        <Button kind="secondary" onPress={add}>{words.add}</Button>
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
      </p>
    </section>
  )
}

type RowProps = { readonly row: Row; readonly number: number; readonly checked: boolean; readonly onChange: (part: Partial<ChainStep>) => void; readonly onUp: (() => void) | undefined }

function StepRow({ row: { sv, en, means, validTo }, number, checked, onChange, onUp }: RowProps): ReactNode {
  const words = useChainWords()
  const language = useLanguage()
  const { today } = useNetwork()
  const name = { sv, en }[language]
  const missing = (text: string): string | undefined => (checked && text.trim() === '' ? words.missing : undefined)
  if (validTo !== null) {
    return (
      <li className="chain-setting">
        <span><s>{name}</s> <span className="faint">{words.ended(renderDay(validTo, language))}</span></span>
        <Button kind="quiet" aria-label={words.againOf(name)} onPress={() => onChange({ validTo: null })}>{words.again}</Button>
      </li>
    )
  }
  return (
    <li>
      <div className="chain-setting" role="group" aria-label={words.step(renderCount(number, language))}>
        <TextField label={words.sv} value={sv} onChange={(text) => onChange({ sv: text })} maxLength={60} error={missing(sv)} spellCheck />
        <TextField label={words.en} value={en} onChange={(text) => onChange({ en: text })} maxLength={60} error={missing(en)} spellCheck />
        <p className="chain-setting-ways">
          {means !== null && <span className="faint">{words.means[means]}</span>}
          {onUp && <Button kind="quiet" aria-label={words.upOf(name)} onPress={onUp}>{words.up}</Button>}
          {means !== 'known' && <Button kind="quiet" aria-label={words.stopOf(name)} onPress={() => onChange({ validTo: today })}>{words.stop}</Button>}
        </p>
      </div>
    </li>
  )
}
