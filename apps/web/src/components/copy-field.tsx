// A text to hand over: selected as a whole, and copied by a button that says so.
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import './copy-field.css'
import { TextField } from './text-field.tsx'

export type CopyFieldProps = { readonly label: string; readonly text: string; readonly copy: string; readonly copied: string; readonly lines?: number }

export function CopyField({ label, text, copy, copied, lines = 1 }: CopyFieldProps): ReactNode {
  const [said, setSaid] = useState('')
  return (
    <div className="copy-field">
      <TextField label={label} value={text} onChange={() => undefined} isReadOnly lines={lines} maxLength={20_000} />
      {/* A browser that does not let a page copy still lets a person. */}
      <Button kind="secondary" onPress={() => void navigator.clipboard.writeText(text).then(() => setSaid(copied), () => setSaid(''))}>{copy}</Button>
      <span role="status" className="hint">{said}</span>
    </div>
  )
}
