// Taking a report back from the device that sent it: why, and asked once more in words before it is done.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { WithdrawalReason } from '../../../../server/src/api/types.ts'
import { en as sentencesEn } from '../../pages/own/messages/en.ts'
import { sv as sentencesSv } from '../../pages/own/messages/sv.ts'
import { FieldGroup } from '../questions/field-group.tsx'
import { Tick } from '../questions/tick.tsx'
import { useReportLanguage } from '../words.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

const reasons: readonly WithdrawalReason[] = ['duplicate', 'mistaken', 'not-ours', 'source-asked']

export function WithdrawReport({ refName, onWithdraw }: { readonly refName: string; readonly onWithdraw: (reason: WithdrawalReason) => Promise<void> }): ReactNode {
  const language = useReportLanguage()
  const words = language === 'sv' ? sv : en
  const sentences = language === 'sv' ? sentencesSv : sentencesEn
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState<WithdrawalReason>('mistaken')
  const [busy, setBusy] = useState(false)
  const asked = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) asked.current?.focus()
  }, [isOpen])
  if (!isOpen) {
    return (
      <p className="own-ways">
        <button type="button" className="button button-quiet" onClick={() => setIsOpen(true)}>{sentences.withdraw}</button>
      </p>
    )
  }
  const name = `f-withdraw-${refName}`
  return (
    <div className="own-withdraw" role="group" ref={asked} tabIndex={-1} aria-label={sentences.withdrawTitle(refName)}>
      <p><strong>{sentences.withdrawTitle(refName)}</strong> {words.withdrawHere}</p>
      <FieldGroup id={name} label={sentences.withdrawReason} help="" errors={[]}>
        <div className="ticks">
          {reasons.map((one) => <Tick key={one} kind="radio" name={name} checked={one === reason} onChange={() => setReason(one)}>{sentences.withdrawReasons[one]}</Tick>)}
        </div>
      </FieldGroup>
      <p className="own-ways">
        <button type="button" className="button button-secondary" onClick={() => setIsOpen(false)}>{sentences.back}</button>
        <button type="button" className="button button-danger" aria-disabled={busy} onClick={() => { if (!busy) { setBusy(true); void onWithdraw(reason).finally(() => setBusy(false)) } }}>{sentences.withdraw}</button>
      </p>
    </div>
  )
}
