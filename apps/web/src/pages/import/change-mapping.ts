// Small changes of a mapping, each giving a new one: what the page's controls do, apart from how they look.
import type { MappedColumn, MappedOrganisation, MappedSheet, Mapping } from '@lykta/incident'

export function withSheet(mapping: Mapping, index: number, change: (sheet: MappedSheet) => MappedSheet): Mapping {
  return { ...mapping, sheets: mapping.sheets.map((sheet, at) => (at === index ? change(sheet) : sheet)) }
}

export function withColumn(sheet: MappedSheet, index: number, change: (column: MappedColumn) => MappedColumn): MappedSheet {
  return { ...sheet, columns: sheet.columns.map((column, at) => (at === index ? change(column) : column)) }
}

/** A column that is passed over, or taken up again without a target. */
export function withIgnored(sheet: MappedSheet, from: string, ignored: boolean): MappedSheet {
  if (!ignored) return { ...sheet, ignored: sheet.ignored.filter((one) => one !== from), columns: [...sheet.columns, { from, to: null }] }
  return { ...sheet, columns: sheet.columns.filter((column) => column.from !== from), ignored: [...sheet.ignored, from] }
}

/** `meaning` undefined: not decided again. */
export function withWord(column: MappedColumn, word: string, meaning: string | undefined): MappedColumn {
  const without = (words: Readonly<Record<string, string>> | undefined) => Object.fromEntries(Object.entries(words ?? {}).filter(([one]) => one !== word))
  const { values, proposedValues, unsureValues, undecidedValues, ...rest } = column
  const open = [...(undecidedValues ?? []).filter((one) => one !== word), ...(meaning === undefined ? [word] : [])]
  return clean({ ...rest, values: { ...without(values), ...(meaning === undefined ? {} : { [word]: meaning }) }, proposedValues: without(proposedValues), unsureValues: (unsureValues ?? []).filter((one) => one !== word), undecidedValues: open })
}

/** What is proposed for the column holds from now on; words that are only alike are confirmed one by one. */
export function confirmed(column: MappedColumn): MappedColumn {
  const { proposed, unsure: _, proposedValues = {}, unsureValues = [], values, ...decided } = column
  if (!proposed && Object.keys(proposedValues).length === 0) return column
  const [alike, sure] = [true, false].map((wanted) => Object.fromEntries(Object.entries(proposedValues).filter(([word]) => unsureValues.includes(word) === wanted)))
  return clean({ ...decided, values: { ...values, ...sure }, proposedValues: alike!, unsureValues })
}

/** The same of all columns at one press: those that are unsure are looked at one by one. */
export function confirmedWhereSure(column: MappedColumn): MappedColumn {
  return column.unsure ? column : confirmed(column)
}

export function hasSureProposal({ proposed, unsure, proposedValues = {}, unsureValues = [] }: MappedColumn): boolean {
  return !unsure && (proposed === true || Object.keys(proposedValues).some((word) => !unsureValues.includes(word)))
}

/** Without what is empty: the file that people read says nothing that it need not. */
export function clean({ values, proposedValues, unsureValues, undecidedValues, dates, ...column }: MappedColumn): MappedColumn {
  return {
    ...column,
    ...(values && Object.keys(values).length > 0 ? { values } : {}),
    ...(proposedValues && Object.keys(proposedValues).length > 0 ? { proposedValues } : {}),
    ...(unsureValues && unsureValues.length > 0 ? { unsureValues } : {}),
    ...(undecidedValues && undecidedValues.length > 0 ? { undecidedValues } : {}),
    ...(dates && dates.length > 0 ? { dates } : {}),
  }
}

export function withOrganisation(mapping: Mapping, organisation: MappedOrganisation): Mapping {
  return { ...mapping, organisations: [...mapping.organisations.filter(({ code }) => code !== organisation.code), organisation] }
}
