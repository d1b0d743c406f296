// Why an incident is changed: something is added, or something was wrong.
import type { ReactNode } from 'react'
import type { CorrectionReason } from '../../../../server/src/api/types.ts'
import { FieldGroup } from '../questions/field-group.tsx'
import { Tick } from '../questions/tick.tsx'
import { useReportMessages } from '../words.tsx'

const reasons: readonly CorrectionReason[] = ['addition', 'mistake']

type ChangeReasonProps = { readonly reason: CorrectionReason; readonly onChange: (reason: CorrectionReason) => void; readonly isLocked: boolean }

export function ChangeReason({ reason, onChange, isLocked }: ChangeReasonProps): ReactNode {
  const { change } = useReportMessages()
  return (
    <FieldGroup id="f-change" label={change.why} help="" errors={[]}>
      <div className="ticks">
        {reasons.map((one) => <Tick key={one} kind="radio" name="f-change" checked={one === reason} onChange={() => { if (!isLocked) onChange(one) }}>{change.reasons[one]}</Tick>)}
      </div>
    </FieldGroup>
  )
}
