// The problems in English: what is wrong, and what to do about it.
import { formProblemsEn } from '../form/problems/en.ts'
import { lykta1En } from '../form/lykta-1/en.ts'
import { wordsOf } from '../import/code-list.ts'
import type { CodedList } from '../import/code-list.ts'
import { columnNameOf, columnsOf, tables } from '../import/columns.ts'
import type { TableId } from '../import/columns.ts'
import { largestQuantity } from '../quantity.ts'
import type { MappingShape } from './problem-values.ts'
import type { PlaceWords, ProblemSentences } from './sentences.ts'

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const enumeration = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const oneOf = (words: readonly string[]) => alternatives.format(words)
const allOf = (words: readonly string[]) => enumeration.format(words)
const choice = (list: CodedList) => oneOf(wordsOf(list, 'en'))
const columns = (table: TableId) => allOf(columnsOf(table).map(([, { en }]) => en))
const number = (value: number) => value.toLocaleString('en-GB')
const tableNames = oneOf(Object.values(tables).map(({ en }) => en))
const fileFor = (table: TableId) => `${tables[table].en}.csv`
const numberRule = `Write a whole number from 0 to ${number(largestQuantity)}, or at least and a whole number (at least 4). Leave the cell empty if it is not known.`

const mappingShapes: Readonly<Record<MappingShape, string>> = {
  object: 'an object {…}', list: 'a list […]', text: 'a text (200 characters at most)', column: 'one of our columns, like incidents.occurred, or null', 'row-number': 'a row number from 1',
  'date-format': 'how the date is written, with YYYY or YY, like D/M/YYYY', about: 'exact, at-least or at-least-one', group: '{"sex": …, "ageGroup": …}, and only for persons.count',
  day: 'a date like 2019-04-03, or null', key: 'only keys that docs/mapping.md describes', separator: 'what parts the values (1 to 3 characters)',
}

export const placeWordsEn: PlaceWords = {
  row: (row) => `row ${row}`, column: (column) => `column ${column}`, question: (label) => `the question “${label}”`, group: (group) => `group ${group}`,
  labels: lykta1En.questions,
}

export const problemSentencesEn: ProblemSentences = {
  ...formProblemsEn,

  'import.file-too-large': ({ megabytes, allowed }) =>
    `The file has ${number(megabytes)} MB and is not read. Split it: a file may have ${number(allowed)} MB at most.`,
  'import.file-empty': () => 'The file is empty. Check that it is the right file and was saved with its content.',
  'import.file-broken': () =>
    'The file is damaged and cannot be read. Open it in the spreadsheet program, save it anew or as CSV, and try again.',
  'import.file-encrypted': () =>
    'The file is protected by a password or saved in the old format .xls. Remove the password and save it as .xlsx, .ods or CSV.',
  'import.file-kind': () => 'The file is not CSV, XLSX or ODS. Save it in one of these formats (CSV in the encoding UTF-8).',
  'import.file-pdf': () =>
    'The file is a PDF, and PDF files are not read. CSV, XLSX and ODS are read. Get the table in one of these formats, or copy it into a spreadsheet.',
  'import.file-web-page': () =>
    'The file is a web page, and those are not read. CSV, XLSX and ODS are read. Get the table in one of these formats, or copy it into a spreadsheet.',
  'import.file-not-workbook': ({ ending }) =>
    `The file is named ${ending} but is no workbook: it holds plain text. If it is a table with commas or semicolons, name it .csv. Otherwise open it in the spreadsheet program and save it as .xlsx or .ods.`,
  'import.file-bomb': () =>
    'The file unpacks to an unreasonable amount of data and is not read. Get a new copy from whoever made it, as CSV if possible.',
  'import.encoding-mixed': () =>
    'Some characters in the file are damaged: it mixes two encodings. Open it, mend the letters with accents and save it as CSV UTF-8.',
  'import.encoding-windows-1252': () =>
    'The file is in the older encoding Windows-1252 and was read as such. Check that å, ä and ö came out right; better save as CSV UTF-8.',
  'import.csv-quotes': () =>
    'A quotation mark is out of place, so the fields cannot be told apart. A field with quotation marks, separators or line breaks stands in "…", ' +
    'and each quotation mark in it is written "". Saving the file anew from the spreadsheet program is easiest.',
  'import.rows-too-many': ({ allowed }) => `The table has more than ${number(allowed)} rows. Split it into several imports.`,
  'import.columns-too-many': ({ allowed }) =>
    `The sheet has more than ${number(allowed)} columns. Remove those that do not belong to the table.`,
  'import.sheets-too-many': ({ allowed }) => `The file has more than ${number(allowed)} sheets. Save the tables' sheets in a file of their own.`,
  'import.cells-too-many': () => 'The sheets are too large to be read. Remove empty rows and columns, or save each sheet as CSV.',

  'import.table-unknown': () => `It is not clear which table this is. Name the file ${tableNames} and check its headers.`,
  'import.sheet-ignored': () => `The sheet was not read, since it is no known table. Name it ${tableNames} if it should be.`,
  'import.table-twice': ({ table, other }) =>
    `The table ${tables[table].en} is already in ${other}. Keep one of them, or put the rows together in one.`,
  'import.table-missing': ({ table }) =>
    `The table ${tables[table].en} is missing. Add the file ${fileFor(table)} or a sheet of that name; it may have headers only.`,
  'import.header-missing': () => 'The first row is empty. Write the headers of the columns there.',
  'import.table-without-rows': ({ table }) => `The table ${tables[table].en} has headers only. Check that its rows were saved with the file.`,
  'import.column-unknown': ({ table, near }) =>
    `The column is unknown. ${near === '' ? 'Remove it or correct the header' : `Is it ${columnNameOf(near, 'en')}? Correct the header or remove the column`}. ` +
    `The table ${tables[table].en} has the columns ${columns(table)}.`,
  'import.column-missing': ({ column }) =>
    `The column ${columnNameOf(column, 'en')} (in Swedish ${columnNameOf(column, 'sv')}) is missing. Add it.`,
  'import.column-twice': ({ other }) => `The column ${other} already asks the same. Remove one of them.`,
  'import.column-unnamed': ({ letter }) => `Something stands here in column ${letter}, which has no header. Give it one or clear the column.`,
  'import.row-too-long': ({ columns }) =>
    `The row has more fields than the ${number(columns)} headers. Remove what stands outside, or put "…" around a field that holds the separator.`,
  'import.row-too-short': ({ fields, columns }) =>
    `The row has ${number(fields)} fields but there are ${number(columns)} headers. It may be cut off: fill in the fields, or their separators.`,

  'import.formula': () => 'The cell holds a formula. Paste the value instead (Paste special, Values).',
  'import.cell-error': () => 'The cell shows an error value of the spreadsheet program. Write the right value.',
  'import.control-character': () => 'The cell holds invisible control characters. Type the text anew by hand.',
  'import.text-too-long': ({ length, allowed }) => `The text has ${number(length)} characters. Shorten it to ${number(allowed)} at most.`,
  'import.text-like-formula': () =>
    'The text begins with =, +, - or @ and would be read as a formula when opened in a spreadsheet program. Begin it in another way.',
  'import.cell-empty': () => 'The cell is empty but must be filled in.',
  'import.code-unknown': ({ found, list }) => `“${found}” cannot be read. Write ${choice(list)}.`,
  'import.date-invalid': ({ found }) =>
    `“${found}” is no date. Write it as 2019-04-03, as 2019-04 if only the month is known, or as 2019 if only the year is known.`,
  'import.day-invalid': ({ found }) => `“${found}” is no date. Write it as 2019-04-03.`,
  'import.date-future': ({ found, today }) => `${found} lies in the future (today is ${today}). Correct the date.`,
  'import.date-unlikely': ({ found }) => `${found} is unusually long ago. Check that the year is right.`,
  'import.quantity-invalid': ({ found }) => `“${found}” cannot be read as a number. ${numberRule}`,
  'import.quantity-bound-missing': ({ found }) => `“${found}” lacks its number. ${numberRule}`,
  'import.nationality-unknown': ({ found }) =>
    `“${found}” is no country code. Write two letters as in ISO 3166 (SE, RO), several with | between. Leave the cell empty if it is not known.`,
  'import.indicator-unknown': ({ found, near }) =>
    `The indicator “${found}” is not in the catalogue. ${near === '' ? 'Write an id of the catalogue, several with | between.' : `Is it ${near}? Correct it.`}`,
  'import.indicator-id': ({ found, category }) =>
    `“${found}” cannot be the id of an indicator of your own. Write the category, .x- and a name in small letters a–z, for instance ${category}.x-own-sign.`,

  'import.organisation-unknown': ({ found, near }) =>
    `The organisation “${found}” is not known. ${near === '' ? '' : `Is it ${near}? `}Write a code of the table organisations, or add the organisation there.`,
  'import.incident-unknown': ({ found }) => `There is no incident “${found}”. Write a ref of the table incidents, or add the incident there.`,
  'import.ref-twice': ({ found, row }) => `“${found}” already stands in row ${row}. Each row needs its own: correct one of them or remove it.`,
  'import.left-before-joined': ({ found, joined }) => `The organisation left on ${found}, before its first day ${joined}. Correct one of the dates.`,
  'import.valid-to-before-from': ({ found, from }) => `The indicator ends on ${found}, before its first day ${from}. Correct one of the dates.`,
  'import.reported-before-occurred': ({ found, occurred }) =>
    `The incident was reported on ${found}, before it occurred (${occurred}). Correct one of the dates.`,
  'import.reporter-not-member': ({ found, from, to }) =>
    `${found} was not in the network on any day from ${from} to ${to}. Correct the organisation, the dates or when it was a member; ` +
    'if the source is no member, say so in the column source.',
  'import.person-ref-count': ({ found }) =>
    `A row with a person reference is about one person, but the count is “${found}”. Write 1, or remove the reference.`,
  'import.accepted-without-contact': () => 'The person has accepted support but has had no contact. Check the row.',
  'import.accepted-without-offer': () => 'The person has accepted support that was not offered. Check the row.',
  'import.contact-date-without-contact': ({ found }) => `The contact has the date ${found}, but the row says that there was none. Check the row.`,
  'import.contact-before-occurrence': ({ found, occurred }) => `The contact on ${found} is before the occurrence on ${occurred}. Check the date.`,
  'import.support-organisation-sector': ({ found }) =>
    `${found} is neither social services nor civil society, and contact with others does not count as direct contact with support. Check the organisation.`,

  'mapping.not-json': () => 'The file is no mapping (JSON). Make one in the browser (Incidents, Bring in a spreadsheet; or Network, Organisations, Bring in another town’s spreadsheet) or with `lykta map`.',
  'mapping.version': ({ found }) => `The mapping’s version (${found}) cannot be read. It needs "version": 1; if it is newer, upgrade Lykta.`,
  'mapping.shape': ({ path, expected }) => `At ${path === '' ? '/' : path} there should be ${mappingShapes[expected]}.`,
  'mapping.code-unknown': ({ path, found, list }) => `At ${path} stands “${found}”, which is none of our words. Write ${choice(list)}, or nothing.`,
  'mapping.target-twice': ({ column }) => `Two columns both become ${columnNameOf(column, 'en')}. Keep one; the other can be passed over.`,
  'mapping.tables-mixed': () => 'The sheet mixes tables. A sheet becomes organisations, indicators, persons, or incidents (with persons if they stand on the same row).',
  'mapping.organisation-proposed': ({ found }) => `The organisation “${found}” is a proposal. See to its name, its sector and since when it is a member, and confirm it.`,
  'mapping.column-undecided': () => 'The column is not decided. Say what it becomes, or that it is passed over.',
  'mapping.column-proposed': ({ column }) => `That the column becomes ${columnNameOf(column, 'en')} is a proposal. Confirm or change it.`,
  'mapping.column-unsure': ({ column }) => `That the column becomes ${columnNameOf(column, 'en')} is an unsure guess: the header is only alike, or the values fit badly. Look, and confirm or change it.`,
  'mapping.word-unsure': ({ found, meaning }) => `That the word “${found}” means ${meaning === '' ? 'nothing' : `“${meaning}”`} is an unsure guess. Look, and confirm or change it.`,
  'mapping.words-proposed': ({ count, found }) => `What ${count === 1 ? 'one word means' : `${number(count)} words mean`} is a proposal, first “${found}”. Confirm or change.`,
  'mapping.word-undecided': ({ found }) => `The word “${found}” is not decided. Say what it means, or that it is left empty.`,
  'mapping.sheet-unmapped': () => 'The sheet is not in the mapping and is none of our tables. Add it, or say that it is passed over.',
  'mapping.sheet-missing': ({ name }) => `The mapping is about the sheet ${name}, which is not in the files. Bring it along, or take it out of the mapping.`,
  'mapping.header-twice': () => 'Two columns have the same header. Give each its own in the file.',
  'mapping.column-unmapped': () => 'The column is not in the mapping. Say what it becomes, or that it is passed over.',
  'mapping.column-missing': ({ column }) => `The column ${column} is in the mapping but not in the sheet. Correct the header, or take it out of the mapping.`,
  'mapping.target-missing': ({ column }) => `Nothing in the sheet becomes ${columnNameOf(column, 'en')}. Point out a column, or give a value that holds for every row.`,
  'mapping.word-unmapped': ({ found, list }) => `“${found}” is not in the mapping and is none of our words (${choice(list)}). Say what it means.`,
  'mapping.nationality-unmapped': ({ found }) => `“${found}” is not in the mapping and is no country code. Say which country it is.`,
  'mapping.number-unmapped': ({ found }) => `“${found}” cannot be read as a number and is not in the mapping. Say what it means, for instance at least 2.`,
  'mapping.number-about': ({ found }) => `“${found}” is a number about right. Say in the mapping what such numbers count as (about): just as many, at least as many, or at least one. Of a range the lowest counts as at least.`,
  'mapping.persons-uncounted': () => 'The row says something of persons, but none of the counts has a number above 0. It is taken for a group of unknown number (at least 0), sex and age. Write the number if it is known.',
  'mapping.date-unread': ({ found, formats }) => `“${found}” is no date${formats === '' ? '' : ` written ${formats}`}. Correct the date, or add how it is written.`,

  'import.corrected-in-form': ({ found, date }) =>
    `“${found}” was changed in the form on ${date}, and the row would overwrite it. Write the change into the row or take the row out; if the row is right, run it again with --overwrite-corrections.`,
  'import.correction-overwritten': ({ found, date }) => `“${found}” was changed in the form on ${date}. The row holds now; what stood is kept as an earlier revision.`,
  'import.submission-json': () => 'The file is no list of submissions. Get them as JSON from Kobo (data.json) or ODK Central (OData, with $expand=*), or as CSV.',
  'import.submission-none': () => 'None of the files has submissions of Lykta’s form. Give the table that has the column reportedBy.',
  'import.submission-table': () =>
    'The table does not belong to Lykta’s form. Export submissions with the questions’ names and codes (in Kobo: “XML values and headers”), and leave other files out.',
  'import.submission-column': () => 'The column belongs to no question of Lykta’s form, and was not read.',
  'import.submission-id': () => 'The row lacks the submission’s own id (KEY, _uuid or instanceID). Export with it, so that the same submission is not counted twice.',
  'import.submission-form': ({ found }) => `The form “${found}” is not known here. Upgrade Lykta, or import where the form was made.`,
  'import.submission-day': () => 'Nothing says on which day it was submitted. Bring the column today, SubmissionDate or _submission_time along.',
  'import.submission-encrypted': () => 'The submission is still encrypted. Export it with the private key or the passphrase, and import it then.',
  'import.submission-twice': ({ found, row }) => `The submission “${found}” already stands in row ${row} and says something else there. Keep the latest.`,
  'import.submission-parent': () => 'The row belongs to a submission that is not in the files. Bring the table of submissions along, from the same export.',
  'import.submission-parents': ({ found }) => `The row belongs to ${number(found)} submissions: their key is the same. Take one export at a time, and each submission once.`,
  'import.submission-groups': ({ found, rows }) =>
    `The submission says ${found} groups of persons, but there ${rows === 1 ? 'is one row' : `are ${rows === 0 ? 'no' : number(rows)} rows`}. Bring the table persons along, from the same export (in Kobo: export as XLS or JSON; its CSV leaves groups out).`,
  'import.submission-choice': ({ found, allowed }) => `“${found}” is none of the answers. Allowed: ${allowed}.`,
  'import.submission-number': ({ found, largest }) => `“${found}” is no number. Write a whole number from 0 to ${number(largest)}, or leave it empty if it is not known.`,
  'import.more-errors': ({ count, all }) =>
    `${count === 1 ? 'One more error is' : `${number(count)} more errors are`} not shown (${number(all)} in all). Correct these first and import again.`,
  'import.more-warnings': ({ count, all }) =>
    `${count === 1 ? 'One more warning is' : `${number(count)} more warnings are`} not shown (${number(all)} in all). Go through these first.`,
}

export const nothingImportedEn = 'Nothing has been imported.'
