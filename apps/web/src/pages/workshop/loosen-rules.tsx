// Which rule is loosened for an edition, a first one or one that prints its year anew, and why; it takes two persons.
import { type ReactNode, useState } from 'react'
import type { EditionOverride } from '../../../../server/src/api/edition-types.ts'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useMessages } from '../../messages/messages.ts'
import { tableName } from '../editions/decision-words.ts'
import { useWorkshopWords } from './workshop-words.ts'

/** Those whose rows may merge. */
const rowTables = ['indicators', 'exploitation', 'nationalityIncidents', 'sex', 'ageGroup', 'placeType', 'sector'] as const

export type Loosening = {
  readonly overrides: readonly EditionOverride[]
  /** A rule is loosened, and nobody has said why. */
  readonly lacksReason: boolean
  readonly fields: (tried: boolean) => ReactNode
}

export function useLoosening(): Loosening {
  const { freeze: words } = useWorkshopWords()
  const messages = useMessages()
  const [loosens, setLoosens] = useState(false)
  const [reason, setReason] = useState('')
  const [apart, setApart] = useState(false)
  const [table, setTable] = useState<(typeof rowTables)[number]>('placeType')
  const lacksReason = (loosens || apart) && reason.trim() === ''
  return {
    overrides: [...(loosens ? [{ rule: 'organisations', reason } as const] : []), ...(apart ? [{ rule: 'merge', table, reason } as const] : [])],
    lacksReason,
    fields: (tried) => (
      <>
        <TickBox isTicked={loosens} onTick={setLoosens}>{words.loosen}</TickBox>
        <TickBox isTicked={apart} onTick={setApart}>{words.apart}</TickBox>
        {apart && (
          <SelectField
            label={words.table} hint={words.apartHint} options={rowTables.map((id) => ({ id, text: tableName(id, messages) }))} selected={table}
            onSelect={(id) => setTable(rowTables.find((one) => one === id) ?? table)}
          />
        )}
        {(loosens || apart) && (
          <>
            <p className="hint">{words.loosenHint}</p>
            <TextField label={words.reason} value={reason} onChange={setReason} hint={words.reasonHint} lines={3} maxLength={1000} spellCheck error={tried && lacksReason ? words.reasonMissing : undefined} />
          </>
        )}
      </>
    ),
  }
}
