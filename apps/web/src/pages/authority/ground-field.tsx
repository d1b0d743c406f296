// Choosing a secrecy ground: from the list, or in one's own words.
import { findSensitive, type MaskGround, secrecyGrounds } from '@lykta/incident'
import type { ReactNode } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { useExtractWords } from './extract-words.ts'

export type GroundFieldProps = { readonly label: string; readonly hint?: string; readonly ground: MaskGround; readonly onGround: (ground: MaskGround) => void; readonly error?: string | undefined }

export function GroundField({ label, hint, ground: { code, words: own }, onGround, error }: GroundFieldProps): ReactNode {
  const words = useExtractWords()
  const language = useLanguage()
  const options = secrecyGrounds.map((one) => ({ id: one.code, text: one.code === 'own' ? one.words[language] : `${one.cited[language]}: ${one.words[language]}` }))
  return (
    <div className="ground-field">
      <SelectField
        label={label} {...(hint === undefined ? {} : { hint })} options={options} selected={code}
        onSelect={(id) => {
          const found = secrecyGrounds.find((one) => one.code === id)
          if (found) onGround({ code: found.code, words: found.code === 'own' ? (own ?? '') : null })
        }}
      />
      {code === 'own' && <TextField label={words.ownGround} hint={words.ownGroundHint} value={own ?? ''} onChange={(text) => onGround({ code, words: text })} error={error} maxLength={120} />}
    </div>
  )
}

/** It can stand in the log: in words where it needs them, and pointing at nobody. */
export function isFitGround({ code, words }: MaskGround): boolean {
  return code !== 'own' || (words !== null && words.trim() !== '' && findSensitive(words).length === 0)
}
