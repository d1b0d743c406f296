// Every problem code of this room with the values its sentence needs; a code without a sentence does not compile.
import type { CodedList } from '../import/code-list.ts'
import type { ColumnId, TableId } from '../import/columns.ts'
import type { FormProblemValues } from '../form/problems/form-problem.ts'

type None = Readonly<Record<string, never>>

/** What stood in the cell, as `renderFound` shortened it. */
type Found = { readonly found: string }

/** The nearest allowed value, or '' when none is near. */
type FoundAndNear = Found & { readonly near: string }

/** How many were left out, and how many there are in all. */
type More = { readonly count: number; readonly all: number }

/** What ought to stand at a place in a mapping file. */
export type MappingShape = 'object' | 'list' | 'text' | 'column' | 'row-number' | 'date-format' | 'about' | 'group' | 'day' | 'key' | 'separator'

type Allowed = { readonly allowed: number }

export type ProblemValues = FormProblemValues & {
  // The file as a whole
  readonly 'import.file-too-large': Allowed & { readonly megabytes: number }
  readonly 'import.file-empty': None
  readonly 'import.file-broken': None
  readonly 'import.file-encrypted': None
  readonly 'import.file-kind': None
  readonly 'import.file-pdf': None
  readonly 'import.file-web-page': None
  readonly 'import.file-not-workbook': { readonly ending: string }
  readonly 'import.file-bomb': None
  readonly 'import.encoding-mixed': None
  readonly 'import.encoding-windows-1252': None
  readonly 'import.csv-quotes': None
  readonly 'import.rows-too-many': Allowed
  readonly 'import.columns-too-many': Allowed
  readonly 'import.sheets-too-many': Allowed
  readonly 'import.cells-too-many': Allowed

  // Which table it is, and its columns
  readonly 'import.table-unknown': None
  readonly 'import.sheet-ignored': None
  readonly 'import.table-twice': { readonly table: TableId; readonly other: string }
  readonly 'import.table-missing': { readonly table: TableId }
  readonly 'import.header-missing': None
  readonly 'import.table-without-rows': { readonly table: TableId }
  readonly 'import.column-unknown': { readonly table: TableId; readonly near: ColumnId | '' }
  readonly 'import.column-missing': { readonly column: ColumnId }
  readonly 'import.column-twice': { readonly other: string }
  readonly 'import.column-unnamed': { readonly letter: string }
  readonly 'import.row-too-long': { readonly columns: number }
  readonly 'import.row-too-short': { readonly fields: number; readonly columns: number }

  // One cell by itself
  readonly 'import.formula': None
  readonly 'import.cell-error': None
  readonly 'import.control-character': None
  readonly 'import.text-too-long': Allowed & { readonly length: number }
  readonly 'import.text-like-formula': None
  readonly 'import.cell-empty': None
  readonly 'import.code-unknown': Found & { readonly list: CodedList }
  readonly 'import.date-invalid': Found
  readonly 'import.day-invalid': Found
  readonly 'import.date-future': Found & { readonly today: string }
  readonly 'import.date-unlikely': Found
  readonly 'import.quantity-invalid': Found
  readonly 'import.quantity-bound-missing': Found
  readonly 'import.nationality-unknown': Found
  readonly 'import.indicator-unknown': FoundAndNear
  readonly 'import.indicator-id': Found & { readonly category: string }

  // Cells that disagree
  readonly 'import.organisation-unknown': FoundAndNear
  readonly 'import.incident-unknown': Found
  readonly 'import.ref-twice': Found & { readonly row: number }
  readonly 'import.left-before-joined': Found & { readonly joined: string }
  readonly 'import.valid-to-before-from': Found & { readonly from: string }
  readonly 'import.reported-before-occurred': Found & { readonly occurred: string }
  readonly 'import.reporter-not-member': Found & { readonly from: string; readonly to: string }
  readonly 'import.person-ref-count': Found
  readonly 'import.accepted-without-contact': None
  readonly 'import.accepted-without-offer': None
  readonly 'import.contact-date-without-contact': Found
  readonly 'import.contact-before-occurrence': Found & { readonly occurred: string }
  readonly 'import.support-organisation-sector': Found

  // Submissions of ODK and Kobo
  readonly 'import.submission-json': None
  readonly 'import.submission-none': None
  readonly 'import.submission-table': None
  readonly 'import.submission-column': None
  readonly 'import.submission-id': None
  readonly 'import.submission-form': Found
  readonly 'import.submission-day': None
  readonly 'import.submission-encrypted': None
  readonly 'import.submission-twice': Found & { readonly row: number }
  readonly 'import.submission-parent': None
  readonly 'import.submission-parents': { readonly found: number }
  readonly 'import.submission-groups': Found & { readonly rows: number }
  readonly 'import.submission-choice': Found & { readonly allowed: string }
  readonly 'import.submission-number': Found & { readonly largest: number }

  // A mapping of another town's columns and words: the file itself (`path` is a JSON pointer), what it leaves open, and what does not fit it
  readonly 'mapping.not-json': None
  readonly 'mapping.version': Found
  readonly 'mapping.shape': { readonly path: string; readonly expected: MappingShape }
  readonly 'mapping.code-unknown': Found & { readonly path: string; readonly list: CodedList }
  readonly 'mapping.target-twice': { readonly column: ColumnId }
  readonly 'mapping.tables-mixed': None
  readonly 'mapping.organisation-proposed': Found
  readonly 'mapping.column-undecided': None
  readonly 'mapping.column-proposed': { readonly column: ColumnId }
  readonly 'mapping.column-unsure': { readonly column: ColumnId }
  readonly 'mapping.word-unsure': Found & { readonly meaning: string }
  readonly 'mapping.words-proposed': Found & { readonly count: number }
  readonly 'mapping.word-undecided': Found
  readonly 'mapping.sheet-unmapped': None
  readonly 'mapping.sheet-missing': { readonly name: string }
  readonly 'mapping.header-twice': None
  readonly 'mapping.column-unmapped': None
  readonly 'mapping.column-missing': { readonly column: string }
  readonly 'mapping.target-missing': { readonly column: ColumnId }
  readonly 'mapping.word-unmapped': Found & { readonly list: CodedList }
  readonly 'mapping.nationality-unmapped': Found
  readonly 'mapping.number-unmapped': Found
  readonly 'mapping.number-about': Found
  readonly 'mapping.persons-uncounted': None
  readonly 'mapping.date-unread': Found & { readonly formats: string }

  // A row that disagrees with the register: `date` is the day of the change
  readonly 'import.corrected-in-form': Found & { readonly date: string }
  readonly 'import.correction-overwritten': Found & { readonly date: string }

  readonly 'import.more-errors': More
  readonly 'import.more-warnings': More
}

export type ProblemCode = keyof ProblemValues
