// Where a text is written that will be sealed: with a word beside it when it seems to point at somebody, which stops nobody.
import type { ReactNode } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { useFindings } from '../../report/use-findings.ts'
import { useMeetingWords } from './meeting-words.ts'

export type SealedFieldProps = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void; readonly hint?: string; readonly error?: string | undefined; readonly most?: number }

export function SealedField({ label, value, onChange, hint, error, most = 4000 }: SealedFieldProps): ReactNode {
  const { give } = useMeetingWords()
  const findings = useFindings(value)
  const kinds = [...new Set(findings.map(({ kind }) => give.kinds[kind]))]
  return (
    <>
      <TextField label={label} value={value} onChange={onChange} lines={5} maxLength={most} error={error} spellCheck {...(hint === undefined ? {} : { hint })} />
      <p className={kinds.length === 0 ? 'unseen' : 'meeting-seems'} role="status">{kinds.length > 0 && give.seems(kinds.join(', '))}</p>
    </>
  )
}
