// A mapping: how another town's columns and words become the tables of an import; a file that people read and keep.
import type { AgeGroup, Sector, Sex } from '../codes.ts'
import type { ColumnId } from '../import/columns.ts'

export const mappingVersion = 1

/** What "about 3" is taken for; without it such a number is refused. */
export type About = 'exact' | 'at-least' | 'at-least-one'

export type MappedColumn = {
  /** The user's own header. The same column may stand in several entries. */
  readonly from: string
  /** Null: not decided, and refused until it is. */
  readonly to: ColumnId | null
  /** Found by likeness and not yet confirmed by a person: refused until it is. */
  readonly proposed?: true
  /** With `proposed`: little speaks for it (a header that is only alike, values that fit badly, dates that can be read two ways), so it is confirmed by itself. */
  readonly unsure?: true
  /** Their word to ours; '' is left empty, and the key '' is an empty cell. Our own words need no line. */
  readonly values?: Readonly<Record<string, string>>
  /** Found by likeness, not yet confirmed. */
  readonly proposedValues?: Readonly<Record<string, string>>
  /** Those of the proposed words that are only alike: each is confirmed by itself. */
  readonly unsureValues?: readonly string[]
  /** Words of theirs that nobody has decided on. */
  readonly undecidedValues?: readonly string[]
  /** How dates are written: "D/M/YYYY", "MMMM YYYY"; our own way is always read. */
  readonly dates?: readonly string[]
  /** What parts several values in one cell; "|" when it does not say. */
  readonly split?: string
  readonly about?: About
  /** Written before a reference, so that two sheets that both count from 1 do not clash. */
  readonly prefix?: string
  /** For `persons.count` in a sheet with one column for each kind of person: whom this column counts. */
  readonly group?: { readonly sex: Sex; readonly ageGroup: AgeGroup }
}

export type MappedSheet = {
  /** The sheet, or the file without its ending; several when they are alike (one a year). */
  readonly names: readonly string[]
  /** The row of the headers; what stands above it is passed over. */
  readonly headerRow: number
  readonly columns: readonly MappedColumn[]
  /** Headers that are passed over on purpose. */
  readonly ignored: readonly string[]
  /** What every row says though no column does. */
  readonly constants: Readonly<Partial<Record<ColumnId, string>>>
  /** A row whose first filled cell is one of these is no incident: "Summa". */
  readonly skippedRows: readonly string[]
}

/** An organisation that stands in no table of theirs: a row of ours. */
export type MappedOrganisation = {
  readonly code: string
  readonly name: string
  readonly sector: Sector
  /** Null for a source that never was a member. */
  readonly joined: string | null
  readonly left: string | null
  readonly proposed?: true
}

export type Mapping = {
  readonly lykta: 'mapping'
  readonly version: typeof mappingVersion
  readonly organisations: readonly MappedOrganisation[]
  readonly sheets: readonly MappedSheet[]
  /** Names of sheets or files that are passed over on purpose. */
  readonly ignoredSheets: readonly string[]
}
