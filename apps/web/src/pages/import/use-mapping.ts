// The files that are read, the mapping as it is being made, and how it stands: every change can be undone, every state is checked.
import { findOversize, findUndecided, type KnownWords, type MappedColumn, type MappedSheet, type Mapping, parseMapping, type Problem } from '@lykta/incident'
import { useEffect, useRef, useState } from 'react'
import { useNetwork } from '../../network.ts'
import { type ImportPort, startImportWorker } from './import-port.ts'
import type { Checked, ColumnView, SheetView } from './import-worker.ts'

type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'reading'; readonly names: readonly string[] }
  | { readonly state: 'failed'; readonly problems: readonly Problem[] }
  | { readonly state: 'ready'; readonly names: readonly string[]; readonly sheets: readonly SheetView[]; readonly warnings: readonly Problem[] }

export type MappingWork = {
  readonly reading: Reading
  readonly mapping: Mapping | null
  /** Undefined while it is being checked. */
  readonly checked: Checked | undefined
  /** Sheets and columns left open, and proposals. */
  readonly left: { readonly open: number; readonly proposed: number; /** Of the proposals, those that are confirmed one by one. */ readonly unsure: number }
  readonly changed: boolean
  readonly canUndo: boolean
  readonly read: (files: readonly File[]) => Promise<void>
  readonly stop: () => void
  /** What is wrong with the file; empty when it is in use. */
  readonly openMapping: (file: File) => Promise<readonly Problem[]>
  readonly change: (next: (mapping: Mapping) => Mapping) => void
  readonly undo: () => void
  readonly saved: () => void
  readonly view: (sheet: string, headerRow: number, column: MappedColumn) => Promise<ColumnView>
  /** With the headers on another row: all of the sheet is proposed anew. */
  readonly sheetAt: (sheet: string, headerRow: number) => Promise<MappedSheet>
  readonly propose: (sheet: string, headerRow: number, column: MappedColumn) => Promise<MappedColumn>
  /** To the worker that holds the rows; there from when files are read. */
  readonly port: () => ImportPort
}

type History = { readonly past: readonly Mapping[]; readonly mapping: Mapping | null }

const mostSteps = 200
const empty: Mapping = { lykta: 'mapping', version: 1, organisations: [], sheets: [], ignoredSheets: [] }

export function useMapping(): MappingWork {
  const network = useNetwork()
  const port = useRef<ImportPort>(undefined)
  const turn = useRef(0)
  const [reading, setReading] = useState<Reading>({ state: 'empty' })
  const [{ past, mapping }, setHistory] = useState<History>({ past: [], mapping: null })
  const [last, setLast] = useState<{ readonly mapping: Mapping; readonly reading: Reading; readonly found: Checked }>()
  const [savedAs, setSavedAs] = useState<Mapping | null>(null)
  const known: KnownWords = {
    organisations: [...network.organisations, ...(mapping?.organisations ?? [])],
    indicators: network.indicators.map(({ id, text }) => ({ id, sv: text.sv, en: text.en })),
  }

  useEffect(() => () => port.current?.end(), [])

  useEffect(() => {
    if (!mapping || reading.state !== 'ready') return undefined
    let superseded = false
    // A moment's rest, so that what is typed is not checked letter by letter.
    const check = async (): Promise<void> => {
      const context = { today: network.today, indicatorIds: new Set(network.indicators.map(({ id }) => id)), existingOrganisations: network.organisations }
      try {
        const found = await port.current?.call('check', mapping, context)
        if (!superseded && found) setLast({ mapping, reading, found })
      } catch {
        if (!superseded) setReading({ state: 'failed', problems: [] })
      }
    }
    const timer = setTimeout(() => void check(), 150)
    return () => {
      superseded = true
      clearTimeout(timer)
    }
  }, [mapping, reading, network])

  const stop = (): void => {
    turn.current += 1
    port.current?.end()
    port.current = undefined
    setReading({ state: 'empty' })
  }

  async function read(files: readonly File[]): Promise<void> {
    const mine = (turn.current += 1)
    port.current?.end()
    const names = files.map(({ name }) => name)
    const oversize = files.flatMap(({ name, size }) => findOversize(name, size) ?? [])
    if (oversize.length > 0) return setReading({ state: 'failed', problems: oversize })
    setReading({ state: 'reading', names })
    const started = (port.current = startImportWorker())
    try {
      const contents = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
      const found = await started.call('read', contents, known)
      if (mine !== turn.current) return
      if (!found.mapping) return setReading({ state: 'failed', problems: found.problems })
      // Files that were mended and chosen again keep the mapping that was made for them.
      const isSame = mapping !== null && mapping.sheets.length > 0 && mapping.sheets.every(({ names: of }) => found.sheets.some(({ name }) => of.includes(name)))
      if (!isSame) {
        setHistory({ past: [], mapping: found.mapping })
        setSavedAs(null)
      }
      setReading({ state: 'ready', names, sheets: found.sheets, warnings: found.problems })
    } catch {
      if (mine === turn.current) setReading({ state: 'failed', problems: [] })
    }
  }

  const change = (next: (mapping: Mapping) => Mapping): void => setHistory((history) => {
    const before = history.mapping ?? empty
    const after = next(before)
    return JSON.stringify(after) === JSON.stringify(before) ? history : { past: [...history.past.slice(1 - mostSteps), before], mapping: after }
  })

  async function openMapping(file: File): Promise<readonly Problem[]> {
    const parsed = parseMapping(await file.text(), file.name)
    if ('problems' in parsed) return parsed.problems
    const opened = port.current ? await port.current.call('fit', parsed.mapping) : parsed.mapping
    const sheets = reading.state === 'ready' ? reading.sheets : []
    change(() => ({ ...opened, sheets: opened.sheets.map((sheet) => withUnlisted(sheet, sheets.find(({ name }) => sheet.names.includes(name)))) }))
    return []
  }

  const undecided = mapping ? findUndecided(mapping) : []
  const unsure = undecided.filter(({ code }) => code.endsWith('-unsure')).length
  const proposed = undecided.filter(({ code }) => code.endsWith('-proposed')).length + unsure
  return {
    reading, mapping,
    // Of another state of the mapping, or of other files, it says nothing.
    checked: last?.mapping === mapping && last?.reading === reading ? last.found : undefined,
    left: { open: undecided.length - proposed, proposed, unsure },
    changed: mapping !== null && mapping !== savedAs && past.length > 0,
    canUndo: past.length > 0,
    read, stop, openMapping, change,
    undo: () => setHistory((history) => {
      const before = history.past.at(-1)
      return before ? { past: history.past.slice(0, -1), mapping: before } : history
    }),
    saved: () => setSavedAs(mapping),
    view: (sheet, headerRow, column) => port.current!.call('view', sheet, headerRow, column),
    sheetAt: (sheet, headerRow) => port.current!.call('sheetAt', sheet, headerRow, known),
    propose: (sheet, headerRow, column) => port.current!.call('propose', sheet, headerRow, column, known),
    port: () => port.current!,
  }
}

/** Columns of the file that the mapping says nothing of stand open in it, so that they can be decided. */
function withUnlisted(sheet: MappedSheet, view: SheetView | undefined): MappedSheet {
  const listed = new Set([...sheet.columns.map(({ from }) => from), ...sheet.ignored])
  const headers = (view?.first[sheet.headerRow - 1] ?? []).map((header) => header.replace(/\s+/g, ' ').trim()).filter((header) => header !== '' && !listed.has(header))
  return { ...sheet, columns: [...sheet.columns, ...headers.map((from) => ({ from, to: null }))] }
}
