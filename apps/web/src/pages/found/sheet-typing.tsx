// Typing two recovery sheets again: a field a row, or a whole sheet pasted into one; whatever does not fit is told at its row.
import { findSealText, findSheetHead, type SheetHead } from '@lykta/seal'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import type { FormError } from '../../components/form-errors.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useFoundingWords } from './found-words.ts'
import { emptySheets, errorsOf, findRows, missingRows, type SheetError, textOf, type TypedSheets, withRow } from './typed-sheets.ts'

export type SheetTyping = {
  readonly fields: ReactNode
  readonly errors: readonly FormError[]
  readonly checks: number
  readonly busy: boolean
  /** True when the test is passed. */
  readonly test: () => Promise<boolean>
}

export type SheetTypingOptions = {
  /** The two texts, put together in the worker. */
  readonly onTest: (sheets: readonly string[], heads: readonly (SheetHead | null)[]) => Promise<void>
  /** Stands beside a sheet's name: another way to fill its rows in. */
  readonly also?: (fill: (text: string) => boolean, sheet: number) => ReactNode
}

export function useSheetTyping({ onTest, also }: SheetTypingOptions): SheetTyping {
  const { test: words } = useFoundingWords()
  const [typed, setTyped] = useState<TypedSheets>(emptySheets)
  /** What a whole sheet's text said of its network; nothing where rows were typed by hand. */
  const [heads, setHeads] = useState<readonly (SheetHead | null)[]>([null, null])
  const [found, setFound] = useState<readonly SheetError[]>([])
  const [checks, setChecks] = useState(0)
  const [busy, setBusy] = useState(false)
  const say = useFaultText()

  const fill = (sheet: number, text: string): boolean => {
    const rows = findRows(text)
    if (!rows) return false
    setTyped((before) => before.map((one, at) => (at === sheet ? rows : one)))
    setHeads((before) => before.map((one, at) => (at === sheet ? findSheetHead(text) : one)))
    setFound(found.filter((one) => one.sheet !== sheet))
    return true
  }
  const change = (sheet: number, row: number, text: string): void => {
    setTyped((before) => withRow(before, sheet, row, text))
    setHeads((before) => before.map((one, at) => (at === sheet ? null : one)))
    // What is being mended is no longer said to be wrong; the next test tells.
    setFound(found.filter((one) => one.sheet !== sheet || (one.row !== null && one.row !== row)))
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
      <fieldset
        // oxlint-disable-next-line react/no-array-index-key -- Two sheets of four rows, always.
        key={sheet} className="step-row step-typing"
        onPaste={(event: ClipboardEvent) => {
          if (fill(sheet, event.clipboardData.getData('text/plain'))) event.preventDefault()
        }}
      >
        <legend>{words.sheet(sheet + 1)}</legend>
        {also?.((text) => fill(sheet, text), sheet)}
        {rows.map((text, row) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- As above.
            key={row} id={idOf(sheet, row)} className="field-code" label={words.row(row + 1)} value={text} maxLength={60} error={errorAt(sheet, row)}
            onChange={(changed) => change(sheet, row, changed)}
          />
        ))}
      </fieldset>
    )),
    test: async () => {
      setBusy(true)
      try {
        const missing = missingRows(typed)
        const wrong = missing.length > 0 ? missing : await onTest(typed.map(textOf), heads).then(() => [], errorsOf)
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

function idOf(sheet: number, row: number | null): string {
  return `sheet-${sheet}-row-${row ?? 0}`
}

function useFaultText(): (error: SheetError) => string {
  const { test: words } = useFoundingWords()
  const { failure, keyProblems } = useMessages()
  const language = useLanguage()
  const own: Readonly<Record<string, (() => string) | undefined>> = { 'recovery.foreign': keyProblems['recovery.foreign'] }
  return ({ fault, problem }) => {
    if (fault === 'row-missing') return words.rowMissing
    if (fault === 'row-wrong') return words.rowWrong
    if (fault === 'foreign') return words.foreign
    if (fault === 'same') return words.same
    return (problem && (findSealText(problem.code, language, problem.values) ?? own[problem.code]?.())) ?? failure.text
  }
}
