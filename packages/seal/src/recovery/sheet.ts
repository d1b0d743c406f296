// A recovery sheet: which key it belongs to, which of the three it is, and its share; as text to print and to type again.
import { ProblemError, problem, type Id } from '@lykta/incident'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { printedBytes, printRows, readRows, type PrintedRow } from './printed-rows.ts'

export type SheetKind = 'network' | 'member'

export type Sheet = {
  readonly kind: SheetKind
  /** 1 to 3 of a network's sheets; 1 of a member's own. */
  readonly number: number
  /** `sheetMark` of the key it belongs to: ten hexadecimal digits. */
  readonly mark: string
  /** A share of 33 bytes, or a member's secret of 32 and a zero. */
  readonly content: Uint8Array
}

const kinds: readonly SheetKind[] = ['network', 'member']
const contentBytes = 33

/** Tells sheets of one key from those of another, and gives nothing of the key away: it is made of the public half. */
export function sheetMark(recipient: string): string {
  return bytesToHex(sha256(utf8ToBytes(`lykta sheet v1\n${recipient}\n`)).subarray(0, 5))
}

export function sheetRows({ kind, number, mark, content }: Sheet): readonly PrintedRow[] {
  return printRows(concatBytes(Uint8Array.of(0x10 + kinds.indexOf(kind), number), hexToBytes(mark), content))
}

/** What stands on the paper beside the explanations: needed to find the right log, and to know it again. */
export type SheetHead = { readonly network: Id; readonly genesis: string }

/** The sheet as text: `readSheet` takes it back, whole or only the four rows. */
export function renderSheet(sheet: Sheet, head: SheetHead): string {
  return renderRows(sheet, sheetRows(sheet), head)
}

/** The same where only the rows are at hand, as on the page that prints them. */
export function renderRows({ kind, number }: Pick<Sheet, 'kind' | 'number'>, rows: readonly PrintedRow[], { network, genesis }: SheetHead): string {
  const lines = rows.map(({ code, word }, row) => `${row + 1}  ${code}  ${word}\n`)
  return `lykta ${kind} sheet v1, number ${number}\nnetwork ${network}\ngenesis ${genesis}\n\n${lines.join('')}`
}

/** What a sheet's text says of the network and the log it is for, printed in groups or not; null where only rows were typed. */
export function findSheetHead(text: string): SheetHead | null {
  const network = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/.exec(text)?.[0]
  const genesis = /(?<![0-9a-f-])[0-9a-f]{8}(?:\s?[0-9a-f]{8}){7}(?![0-9a-f])/.exec(text)?.[0].replaceAll(/\s/g, '')
  return network !== undefined && genesis !== undefined ? { network, genesis } : null
}

/**
 * Throws a ProblemError: `seal.sheet-rows-missing`, `seal.sheet-row-mistyped`, `seal.sheet-of-other-kind`, or
 * `seal.version-unknown` for one of a later version.
 */
export function readSheet(text: string, kind: SheetKind): Sheet {
  const bytes = readRows(text)
  const [first = 0, number = 0] = bytes
  if (first >> 4 !== 1) throw new ProblemError([problem('seal.version-unknown', { version: first >> 4 })])
  if (kinds[first & 0x0f] !== kind) throw new ProblemError([problem('seal.sheet-of-other-kind')])
  return { kind, number, mark: bytesToHex(bytes.subarray(2, 7)), content: bytes.slice(printedBytes - contentBytes) }
}
