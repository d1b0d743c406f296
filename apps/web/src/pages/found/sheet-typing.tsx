// Typing two recovery sheets again: a field a row, and whatever does not fit is told at its row.
import { findSealText } from '@lykta/seal'
import { type ReactNode, useState } from 'react'
import type { FormError } from '../../components/form-errors.tsx'
import { TextField } from '../../components/text-field.tsx'
import { keys } from '../../keys/keys.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useFoundingWords } from './found-words.ts'
import { emptySheets, errorsOf, missingRows, type SheetError, textOf, type TypedSheets, withRow } from './typed-sheets.ts'

export type SheetTyping = {
  readonly fields: ReactNode
  readonly errors: readonly FormError[]
  readonly checks: number
  readonly busy: boolean
  /** True when the two sheets give the key of `recipient`. */
  readonly test: () => Promise<boolean>
}

export function useSheetTyping(recipient: string): SheetTyping {
  const { test: words } = useFoundingWords()
  const { failure } = useMessages()
  const language = useLanguage()
  const [typed, setTyped] = useState<TypedSheets>(emptySheets)
  const [found, setFound] = useState<readonly SheetError[]>([])
  const [checks, setChecks] = useState(0)
  const [busy, setBusy] = useState(false)

  const idOf = (sheet: number, row: number | null): string => `sheet-${sheet}-row-${row ?? 0}`
  const say = ({ fault, problem }: SheetError): string => {
    if (fault === 'row-missing') return words.rowMissing
    if (fault === 'row-wrong') return words.rowWrong
    if (fault === 'foreign') return words.foreign
    if (fault === 'same') return words.same
    return (problem && findSealText(problem.code, language, problem.values)) ?? failure.text
  }
  const errorAt = (sheet: number, row: number): string | undefined => {
    const error = found.find((one) => one.sheet === sheet && (one.row ?? 0) === row)
    return error && say(error)
  }
  return {
    busy, checks,
    errors: found.map((one) => ({
      field: idOf(one.sheet, one.row),
      text: `${words.sheet(one.sheet + 1)}${one.row === null ? '' : `, ${words.row(one.row + 1).toLowerCase()}`}: ${say(one)}`,
    })),
    fields: typed.map((rows, sheet) => (
      // oxlint-disable-next-line react/no-array-index-key -- Two sheets of four rows, always.
      <fieldset key={sheet} className="step-row step-typing">
        <legend>{words.sheet(sheet + 1)}</legend>
        {rows.map((text, row) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- As above.
            key={row} id={idOf(sheet, row)} className="field-code" label={words.row(row + 1)} value={text} maxLength={60} error={errorAt(sheet, row)}
            onChange={(changed) => {
              setTyped(withRow(typed, sheet, row, changed))
              // What is being mended is no longer said to be wrong; the next test tells.
              setFound(found.filter((one) => one.sheet !== sheet || (one.row !== null && one.row !== row)))
            }}
          />
        ))}
      </fieldset>
    )),
    test: async () => {
      setBusy(true)
      try {
        const missing = missingRows(typed)
        const wrong = missing.length > 0 ? missing : await keys.testSheets(typed.map(textOf), recipient).then(() => [], errorsOf)
        setFound(wrong)
        if (wrong.length === 0) return true
        setChecks(checks + 1)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
