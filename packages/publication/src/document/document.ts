// One publication as a tree of plain data; HTML and Typst render it, and the open data stand beside it.
import type { Language } from '@lykta/incident'
import type { Cell, Sign } from './cell.ts'
import type { Inline } from './inline.ts'

export type Heading = { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly children: readonly Inline[] }

export type Paragraph = { readonly kind: 'paragraph'; readonly children: readonly Inline[] }

export type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

export type TableCell = {
  readonly cell: Cell
  /** Columns it stretches over: two years that were merged are one cell. */
  readonly span: number
  /** Stands under the value, for instance the merged years. */
  readonly remark: string | null
}

export type TableRow = {
  readonly header: string
  /** A row that belongs to the one above it is set in. */
  readonly indented: boolean
  readonly cells: readonly TableCell[]
}

export type Table = {
  readonly kind: 'table'
  readonly id: string
  readonly caption: string
  /** Above the row headers. */
  readonly corner: string
  readonly columns: readonly { readonly label: string; readonly remark: string | null }[]
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
  readonly source: string
}

export type Chart = {
  readonly kind: 'chart'
  readonly id: string
  /** A sentence that says what is seen. */
  readonly title: string
  /** Measure, unit and base. */
  readonly subtitle: string
  /** The shown values in words, for those who do not see the picture. */
  readonly alt: string
  readonly source: string
  /** SVG of the same values, drawn for a page and for a phone. */
  readonly wide: string
  readonly narrow: string
  readonly table: Table
  /** Ids of the open data's files that hold its values. */
  readonly data: readonly string[]
}

export type Highlights = {
  readonly kind: 'highlights'
  readonly items: readonly { readonly label: string; readonly value: readonly Inline[]; readonly remarks: readonly string[] }[]
}

/** How to read the four signs. */
export type Key = {
  readonly kind: 'key'
  readonly title: string
  readonly entries: readonly { readonly sign: Sign; readonly text: string; readonly meaning: string }[]
}

export type Note = { readonly kind: 'note'; readonly children: readonly Paragraph[] }

/** The files of open data, by table. */
export type Downloads = {
  readonly kind: 'downloads'
  readonly items: readonly { readonly label: string; readonly files: readonly { readonly path: string; readonly format: string }[] }[]
}

export type Block = Heading | Paragraph | List | Table | Chart | Highlights | Key | Note | Downloads

/** Said on every page of a draft, of a year that is not over, of what is not for everybody, and of a sample network. */
export type Mark = { readonly id: 'draft' | 'unfinished' | 'audience' | 'sample'; readonly text: string }

export type PublicationDocument = {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly publisher: string
  readonly marks: readonly Mark[]
  /** Name and value of what identifies the edition: period, as of, policy, version. */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Heading over the facts, and what must be said of the whole, when the document is no edition of statistics. */
  readonly about?: string
  readonly notice?: string
  /** A sheet begins with its text: no cover, no list of contents. A poster is one page of them, set close. */
  readonly sheet?: true | 'poster'
  readonly blocks: readonly Block[]
}
