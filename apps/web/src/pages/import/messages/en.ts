// Bringing in a spreadsheet, in English.
import type { ImportWords } from './sv.ts'

export const en: ImportWords = {
  title: 'Bring in a spreadsheet',
  lead: 'Another town’s spreadsheet has other headers and other words. Here you say what they mean, see how many rows can be imported, and import them. The files are read in this browser and are not sent: the reasons are sealed here, and only the coded rows go in clear.',
  back: 'Network',
  choose: 'Choose spreadsheets', chooseHint: 'CSV, XLSX or ODS; several at once if they belong together. Up to 50 MB each.', again: 'Choose other files',
  open: 'Open a saved mapping', openHint: 'JSON, from this page or from lykta map.',
  reading: (files) => `Reading ${files} …`, checking: 'Checking the rows …', stop: 'Stop', failed: 'The files could not be read in this browser. Try again, or split them.', tooLarge: (file) => `${file} is larger than 50 MB. Split it.`,
  ownTables: 'All sheets are in our form already. No mapping is needed.',
  emptyTitle: 'Nothing chosen yet', empty: 'Choose the files above. Then you see the first rows of their sheets, a proposal for each column and word, and what is not understood.',
  leave: 'The mapping is not saved. Leave the page all the same?',

  standing: 'How it stands', incidents: (good, all) => `${good} of ${all} incidents can be imported`, persons: (good, all) => `${good} of ${all} rows of persons`,
  errors: (count) => (count === '0' ? 'No errors' : count === '1' ? 'One error' : `${count} errors`), left: (open, proposed, unsure) => `${open} to decide, ${proposed} proposals to confirm${unsure === '0' ? '' : `, ${unsure} of them unsure`}`, nothingLeft: 'Everything is decided',
  notYet: 'The rows cannot be counted yet: something about the columns is missing, see below.', undo: 'Undo', confirmAll: 'Confirm the sure proposals', undone: 'Undone.',
  save: 'Save the mapping', saved: 'The mapping is saved as mapping.json among your downloads.', saveOpen: 'Saves what is not decided too; you can go on later. Nothing is imported until everything is decided.',
  problems: 'What stands in the way', problemsAbout: 'Row and column are those of your file. Words are mended in the mapping; slips of the hand in the file, which you then choose again.', warnings: 'To look at',
  handTitle: 'Import',
  bringText: 'First the coded rows are compared with the register; the reasons stay here. When you then import, they are sealed in this browser, and either all of it is imported or nothing.', bringSample: 'It is the sample network that you import into. What is imported here stands among the invented incidents.',
  compare: 'Compare with the register', compareAgain: 'Compare again', comparing: 'Comparing with the register …', bring: 'Import', bringLeave: 'The import is not finished. Leave the page, so that nothing is imported?',
  bringRefused: 'Nothing has been imported.', overwrite: 'Let the rows hold over what was changed in the form', bringStopped: 'Stopped. Nothing has been imported.',
  sealing: (done, all) => `Sealing the reasons: ${done} of ${all}`, sealingAll: 'Sealing the reasons', storing: 'Writing all of it into the register …',
  counted: ({ added, changed, unchanged }) => `${added === '1' ? 'One new incident' : `${added} new incidents`}, ${changed} changed, ${unchanged} unchanged.`,
  nothingNew: 'All of it stands so in the register already.', others: (count) => `Organisations and signs of your own, new or changed: ${count}.`, absent: (count) => `Incidents of the register that are not in the files: ${count}. They stay.`,
  notCompared: 'Reasons on unchanged rows have not been compared with those in the register: they are sealed there. The command below compares them with --unlock.',
  tooMuch: 'The reasons are too many to be imported from here. Use the command, or divide the file.', brought: 'All of it is imported.', toIncidents: 'Show the incidents',
  byCommand: 'By a command instead', handText: 'On the computer that runs Lykta: there the reasons are sealed before anything is written, and either all of it is imported or nothing. Put the files there (and mapping.json, if you have made a mapping) and run:', handCommand: 'Command', copy: 'Copy', copied: 'Copied.', handCheck: 'With --check everything is checked against the register and nothing written. The same files once more change nothing.',
  handNot: 'When everything is decided and no error is left, it can be imported here.',

  sheet: (name) => `The sheet ${name}`, sheetAbout: (rows) => `${rows} rows`, firstRows: 'The first rows', firstRowsOf: (name) => `The first rows of ${name}`, skipSheet: 'Pass over the sheet', takeSheet: 'Take the sheet along', skippedSheet: 'The sheet is passed over.', notMapped: 'The sheet is not in the mapping.',
  headerRow: 'The headers stand on row', skippedRows: 'Rows to pass over begin with', skippedRowsHint: 'For instance Total; several with commas between.',
  groupsAbout: 'Columns that count women, men or children each become a group. Nationality and support on the same row then hold for every group of the row.',
  column: (name) => `The column ${name}`, becomes: 'Becomes', undecided: 'Not decided', skip: 'Passed over', proposal: 'Proposal', unsure: 'Unsure proposal', unsureAbout: 'A guess that needs an eye: the header is only alike, the values fit badly, or something can be read two ways. It is confirmed by itself.', toDecide: 'To decide', right: 'That is right', rightOf: (column) => `That is right: ${column}`, samples: 'For instance', filled: (rows) => `${rows} filled in`,
  words: (all, open) => (open === '0' ? `${all} different words` : `${all} different words, ${open} to look at`), word: 'Their word', times: 'Times', means: 'Means', meansOf: (word) => `${word} means`, own: 'Our word', empty2: 'Left empty', notDecided: 'Not decided', newOrganisation: 'New organisation …',
  dates: 'Dates are written', datesHint: 'D day, M month, MMMM the month’s name, YYYY year. Several ways with semicolons between. 2023-04-03, 2023-04 and 2023 are always read.', ambiguous: 'Day and month can be read either way. See which is right.', badFormat: 'No date can be read with that. It needs a year (YYYY), and a month if it is a day.',
  split: 'Several values are parted by', splits: { '|': 'bar |', ';': 'semicolon ;', ',': 'comma ,', '/': 'slash /', '\n': 'new line' },
  about: 'Numbers about right (approx 3)', abouts: { exact: 'count as just as many', 'at-least': 'count as at least as many', 'at-least-one': 'count as at least one' },
  prefix: 'Write before each reference', prefixHint: 'If several sheets count from 1, for instance 2023-.',

  missing: 'This is missing', missingText: 'It has to come from a column, or be the same on every row.', from: 'Taken from', fromColumn: (column) => `the column ${column}`, always: (word) => `always ${word}`, constants: 'The same on every row', remove: 'Remove', removeOf: (what) => `Remove: ${what}`,

  organisations: 'New organisations', organisationsText: 'They are imported together with the rows.', name: 'Name', sector: 'Sector', joined: 'In the network from', joinedHint: 'Empty if it never was a member.', add: 'Add', cancel: 'Cancel', newFor: (word) => `New organisation for “${word}”`, nameMissing: 'Write the name of the organisation.',

  tables: { organisations: 'Organisations', incidents: 'The incident', persons: 'The persons', indicators: 'Own signs' },
  columns: {
    'organisations.code': 'code', 'organisations.name': 'name', 'organisations.sector': 'sector', 'organisations.joined': 'member from', 'organisations.left': 'member until',
    'incidents.ref': 'number', 'incidents.occurred': 'when it happened', 'incidents.reported': 'when it was reported', 'incidents.reporter': 'who reported it', 'incidents.placeType': 'kind of place', 'incidents.area': 'area',
    'incidents.exploitation': 'form of exploitation', 'incidents.indicators': 'signs', 'incidents.reason': 'reason for suspicion (sealed)', 'incidents.policeContacted': 'police contacted', 'incidents.policeReports': 'number of police reports',
    'incidents.buyers': 'possible sex buyers', 'incidents.procurers': 'possible procurers', 'incidents.otherPerpetrators': 'other possible perpetrators', 'incidents.source': 'source: member or external', 'incidents.external': 'the source is outside the network',
    'persons.incident': 'the incident’s number', 'persons.personRef': 'same person (a reference without a name)', 'persons.count': 'how many', 'persons.sex': 'sex', 'persons.ageGroup': 'age group', 'persons.nationality': 'nationality', 'persons.supportContact': 'contact with support',
    'persons.supportOrganisation': 'support organisation', 'persons.contactDate': 'when the contact was', 'persons.offered': 'was offered support', 'persons.accepted': 'accepted support',
    'indicators.id': 'id', 'indicators.category': 'category', 'indicators.swedish': 'in Swedish', 'indicators.english': 'in English', 'indicators.validFrom': 'holds from', 'indicators.validTo': 'holds until',
  },
  countOf: (whom) => `how many: ${whom}`,
  lists: { yesNo: { yes: 'yes', no: 'no' }, source: { member: 'member', external: 'external' } },
}
