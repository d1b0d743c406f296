// Reads and checks somebody's spreadsheet away from the page, which stays responsive; no cell of it leaves the browser.
import {
  type CheckedImport, findMappedSheet, type ImportContext, type ImportFile, isAmbiguous, type KnownWords, type MappedColumn, type MappedSheet, type Mapping, headersAt, type Problem, proposeColumn, proposeMapping, proposeSheetAt, readSheets, type Sheet, tryMapping, wordsOf,
} from '@lykta/incident'

/** A sheet as the page shows it. */
export type SheetView = {
  readonly place: string
  readonly name: string
  /** Rows that hold anything, headers included. */
  readonly rows: number
  readonly first: readonly (readonly string[])[]
}

export type ReadFiles = { readonly problems: readonly Problem[]; readonly sheets: readonly SheetView[]; readonly mapping: Mapping | null }

/** One column of theirs: its words with how often, and what only a person can tell. */
export type ColumnView = {
  readonly words: readonly { readonly word: string; readonly times: number }[]
  readonly filled: number
  /** Day and month can be read either way. */
  readonly ambiguous: boolean
}

export type Checked = Pick<CheckedImport, 'problems' | 'errors' | 'rows'> & { /** All of it could be imported as it stands. */ readonly whole: boolean }

const shownRows = 6
const shownWords = 300
let sheets: readonly Sheet[] = []

const textsOf = (name: string, headerRow: number, from: string): readonly string[] => {
  const sheet = sheets.find(({ names }) => names.includes(name))
  const index = sheet ? headersAt(sheet, headerRow).indexOf(from) : -1
  return (sheet?.rows ?? []).slice(headerRow).flatMap((cells) => {
    const cell = cells[index]
    return typeof cell === 'string' && cell.trim() !== '' ? [cell] : []
  })
}

const works = {
  read: async (files: readonly ImportFile[], known: KnownWords): Promise<ReadFiles> => {
    const read = await readSheets(files)
    sheets = read.sheets
    return {
      problems: read.problems,
      sheets: sheets.map(({ place, names, rows }) => ({
        place, name: names[0] ?? place, rows: rows.filter((cells) => cells.some((cell) => cell !== '')).length,
        first: rows.slice(0, shownRows).map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, 200) : ''))),
      })),
      mapping: read.problems.some(({ severity }) => severity === 'error') ? null : proposeMapping(sheets, known),
    }
  },

  view: (name: string, headerRow: number, { from, split, dates }: MappedColumn): ColumnView => {
    const texts = textsOf(name, headerRow, from)
    return { words: wordsOf(texts, split).slice(0, shownWords), filled: texts.length, ambiguous: dates !== undefined && isAmbiguous(dates, texts) }
  },

  sheetAt: (name: string, headerRow: number, known: KnownWords): MappedSheet => proposeSheetAt(sheets.find(({ names }) => names.includes(name))!, headerRow, known),

  /** A mapping that was made for a file of another name says this one's too. */
  fit: (mapping: Mapping): Mapping => ({
    ...mapping,
    sheets: mapping.sheets.map((mapped) => ({
      ...mapped, names: [...new Set([...mapped.names, ...sheets.filter((sheet) => findMappedSheet(sheet, mapping) === mapped).map(({ names, place }) => names[0] ?? place)])],
    })),
  }),

  /** For a target that a person has chosen: nothing about the column itself is a proposal any more, its words may be. */
  propose: (name: string, headerRow: number, { from, to, group }: MappedColumn, known: KnownWords): MappedColumn =>
    proposeColumn({ from, to, proposed: false, ...(group ? { group } : {}) }, textsOf(name, headerRow, from), known),

  check: (mapping: Mapping, context: Omit<ImportContext, 'mapping'>): Checked => {
    const { problems, errors, rows, bundle } = tryMapping(sheets, context, mapping)
    return { problems, errors, ...(rows ? { rows } : {}), whole: bundle !== undefined }
  },
}

type Works = typeof works
export type WorkName = keyof Works
export type WorkValues<Name extends WorkName> = Parameters<Works[Name]>
export type WorkResult<Name extends WorkName> = Awaited<ReturnType<Works[Name]>>
export type WorkRequest = { readonly id: number; readonly name: WorkName; readonly values: readonly unknown[] }
/** Of a failure nothing is told: an error's words may hold what stood in a cell. */
export type WorkReply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failed: true }

globalThis.addEventListener('message', ({ data: { id, name, values } }: MessageEvent<WorkRequest>) => {
  void Promise.resolve()
    .then(() => (works[name] as (...all: readonly unknown[]) => unknown)(...values))
    .then((result): WorkReply => ({ id, result }), (): WorkReply => ({ id, failed: true }))
    .then((reply) => globalThis.postMessage(reply))
})
