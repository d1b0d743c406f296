// Reads and checks somebody's spreadsheet away from the page, which stays responsive; no cell of it leaves the browser.
import {
  type CheckedImport, type CodedTables, codedTables, findMappedSheet, type ImportContext, type ImportFile, isAmbiguous, type KnownWords, type MappedColumn, type MappedSheet, type Mapping, headersAt, type ImportBundle, parseImport, type Place, type Problem, proposeColumn, proposeMapping, proposeSheetAt, readSheets, type Sheet, tryMapping, withCells, wordsOf,
} from '@lykta/incident'
import { importAuthor, sealText } from '@lykta/seal'
import type { BroughtTexts, TextToBring } from '../../../../server/src/api/import-types.ts'
import { base64urlOf } from '../../keys/base64url.ts'

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
/** What the last check found to be whole: here are the reasons, in clear, and nowhere else. */
let whole: { readonly bundle: ImportBundle; readonly placeOf: ReadonlyMap<string, Place> } | undefined
let reasonOf: ReadonlyMap<string, string | null> | undefined

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
    const asked = { ...context, tellPlaces: true }
    const isOurs = mapping.sheets.length === 0 && mapping.ignoredSheets.length === 0 && mapping.organisations.length === 0
    const { problems, errors, rows, bundle, placeOf = new Map() } = isOurs ? parseImport(sheets, asked) : tryMapping(sheets, asked, mapping)
    whole = bundle && { bundle, placeOf }
    reasonOf = undefined
    return { problems, errors, ...(rows ? { rows } : {}), whole: bundle !== undefined }
  },

  /** All that leaves the browser in clear: the coded rows, as our tables, and which of them have a reason. */
  coded: (): { readonly tables: CodedTables; readonly reasons: readonly string[] } => {
    const { bundle } = whole!
    return { tables: codedTables(bundle), reasons: bundle.incidents.flatMap(({ externalRef, reason }) => (reason === null ? [] : [externalRef])) }
  },

  /** What the server found in the tables that it was sent, at its place in the user's own files. */
  placed: (problems: readonly Problem[]): readonly Problem[] => {
    const { bundle, placeOf } = whole!
    return withCells(problems, codedTables(bundle), placeOf)
  },

  /** The reasons of these incidents, as the files that the server holds until all of them are there. */
  seal: async (texts: readonly TextToBring[], { first, network, epoch, recipient, createdAt }: {
    readonly first: number; readonly network: string; readonly epoch: number; readonly recipient: string; readonly createdAt: string
  }): Promise<BroughtTexts['texts']> => {
    reasonOf ??= new Map(whole!.bundle.incidents.map(({ externalRef, reason }) => [externalRef, reason]))
    const sealed = []
    for (const [index, { ref, ...of }] of texts.entries()) {
      const { body, key } = await sealText({ text: reasonOf.get(ref)!, recipient, context: { ...of, network, epoch, author: importAuthor, createdAt } })
      sealed.push({ index: first + index, sealedId: crypto.randomUUID(), epoch, body: base64urlOf(body), key: base64urlOf(key) })
    }
    return sealed
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
