// English words for what can be wrong with the ledger of editions, a file of published figures, and an approval.
import { largestQuantity } from '@lykta/incident'
import type { ledgerSv } from './ledger-sv.ts'

const at = ({ file = '', row = '', column = '' }: Readonly<Record<string, string | number>>): string => `${file}, row ${row}, ${column}`

export const ledgerEn: typeof ledgerSv = {
  'ledger.column-missing': ({ file = '', en = '' }) => `${file}: the column ${en} is missing. The file should have table, codes, period and count, with one figure a row. Nothing has been saved.`,
  'ledger.table': (values) => `${at(values)}: “${values['found']}” is no table that Lykta knows. Write one of: ${values['known']}. Nothing has been saved.`,
  'ledger.codes': (values) => `${at(values)}: “${values['found']}” does not fit the table. Leave it empty for a figure that is not divided; else a code, or two with / between them: ${values['known'] || 'none'}. Nothing has been saved.`,
  'ledger.period': (values) => `${at(values)}: “${values['found']}” is no period. Write 2019, 2017-2019, 2019-04, 2019-Q1 or 2019-H2. Nothing has been saved.`,
  'ledger.count': (values) => `${at(values)}: “${values['found']}” is no number. Write a whole number from 0 to ${largestQuantity.toLocaleString('en-GB')}, or at least and a whole number. Nothing has been saved.`,
  'ledger.twice': ({ file = '', figure = '', first = '', second = '' }) => `${file}: ${figure} stands twice, with ${first} and ${second}. Keep what was printed. Nothing has been saved.`,
  'ledger.no-figures': ({ file = '' }) => `${file}: there are no figures in it. Nothing has been saved.`,
  'ledger.known': ({ file = '' }) => `${file} is in the ledger already. Nothing has been changed.`,
  'ledger.no-draft': ({ folder = '' }) => `There is no draft in ${folder}. Make one with \`lykta publish\` first.`,
  'ledger.draft-foreign': ({ folder = '' }) => `The draft in ${folder} was not made from this register. Nothing has been approved.`,
  'ledger.draft-outdated': ({ folder = '', year = '' }) => `The draft in ${folder} would not be the same today: another edition, another publication or a setting came between. Nothing has been approved. Make the draft of ${year} again, read it and approve it.`,
  'ledger.approved-unwritten': ({ folder = '', year = '' }) => `The annual report ${year} is approved and entered in the ledger, but its files in ${folder} are not all written. Mend what is said below and run \`lykta approve\` with the same folder again: it writes them, and approves nothing anew.`,
  'ledger.year-not-over': ({ year = '' }) => `The year ${year} was not over when the draft was made. A year that is printed stays as it was, so nothing has been approved. Make the draft when the year is over and most reports have come in.`,
  'disclosure.ledger-differs': ({ table = '', period = '' }) => `An earlier edition printed another number than the register counts now for the same years (${table}, ${period}): the way of counting has changed. Nothing has been published, for it cannot be proven that what is hidden cannot be worked out. Tell whoever is responsible for the program.`,
  'ledger.late': ({ incidents = '' }) => `${incidents} ${incidents === 1 ? 'incident has' : 'incidents have'} come in after their year was printed. They are too few, or from too few, for the number to stand in the report, and are not counted in the years. They are told of when more have come.`,
  'ledger.different': ({ count = '', figures = '' }) => `${count} ${count === 1 ? 'figure' : 'figures'} in the ledger that others published ${count === 1 ? 'is' : 'are'} not what the register counts (${figures}). The edition was not tried with ${count === 1 ? 'it' : 'them'}. See whether the file was typed wrongly; if so, enter the right ${count === 1 ? 'figure' : 'figures'} with lykta ledger add and make the draft again.`,
  'disclosure.ledger-exposed': ({ cell = '' }) => `Together with what was published before, the totals of the years would expose something about few (${cell}), and there is nothing more to hide. Nothing has been published. See with lykta ledger that what is entered there is right; if it is, let the year wait and tell of it together with the next.`,
}
