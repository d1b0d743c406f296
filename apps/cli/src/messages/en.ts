// The command line's English words.
import { type ImportCounts, moment, type sv } from './sv.ts'

export const en: typeof sv = {
  about: 'Lykta: a local network’s incident register against human trafficking and prostitution, and the statistics it dares to publish.',
  usage: (line) => `Usage: ${line}`,
  moreHelp: '`lykta COMMAND --help` shows what a command takes.',
  unknownCommand: (name) => `There is no command “${name}”.`,
  unknownOption: (name) => `There is no option ${name} here.`,
  optionValue: (name) => `The option ${name} is used wrongly: it takes, or lacks, a value.`,
  tooFew: (takes) => `Something is missing: ${takes}`,
  tooMany: (extra) => `One argument too many: ${extra}`,
  badYear: (option) => `${option} should be a year of four digits, from 1900 to 2199.`,
  yearsBackwards: 'The first year should not come after the last.',
  badPort: 'The port should be a number from 0 to 65535.',
  missing: (option) => `${option} is missing.`,
  defect: (id) => `Something went wrong in the program (error ${id}). Nothing has been saved. Run again with LYKTA_DEBUG=1 for details.`,
  nothingImported: 'Nothing has been imported.',
  badDate: (option) => `${option} should be a date, for instance 2017-11-01.`,
  templateKind: 'The file name should end in .xlsx or .ods.',
  templateWritten: (file) => `The template is written: ${file}`,
  founded: (name) => `The network ${name} is founded. Its passphrase is:`,
  keepPassphrase: 'Write the words down on paper now. They are not shown again, and without them nobody can read the reasons.',
  passphrase: 'Passphrase (six words, not shown):',
  importedNotSigned: '(imported, not signed)',
  signed: '(signed)',
  finding: (name) => `Warning: the text does not agree with the row it belongs to (${name}).`,
  intoSample: 'This is the sample network: everything in it is shown as invented. Found your own with `lykta init`.',
  sealing: (done, all) => `Sealing reasons: ${done} of ${all}`,
  imported: (outcome) => `Imported: ${counts(outcome)}.`,
  checked: (outcome) => `Checked, nothing written: ${counts(outcome)}.`,
  absent: (incidents) =>
    `${incidents === 1 ? 'One incident in the register is not in the files and stays' : `${incidents} incidents in the register are not in the files and stay`} as before: an import takes nothing away.`,
  others: (rows) => `${rows === 1 ? 'One organisation or indicator of your own is new or changed' : `${rows} organisations or indicators of your own are new or changed`}.`,
  reasonsNotCompared: 'The reasons of unchanged rows were not compared. Use --unlock to compare them too.',
  published: (files, out) => `The draft is written: ${files} files in ${out}. protocol.json is for the coordinator only.\nThe draft was tried by itself, not against other editions: two together can show what each hides, so hand out only one.`,
  starting: 'starting',
  serving: (network, sample) => `${network}${sample ? ' (invented data)' : ''}. Open the address in a browser; Ctrl+C stops.`,
  databaseLost: 'The database went away. Start again; nothing that was confirmed is lost.',
  sampleMade: (passphrase) => `Made the sample network Exempelstad; everything in it is invented. Its passphrase is public: ${passphrase}`,
  backedUp: (file) => `The backup is written: ${file} and ${file}.keys. Keep them apart.`,
  keepHead: 'Above: the audit chain’s newest line, HASH@POSITION. Note it on paper or in the minutes; `lykta verify --head` then shows whether anything has been cut off.',
  restored: (file, createdAt) => `Restored from ${file}, made ${moment(createdAt)}. What was written later is not in it. The audit chain’s newest line (HASH@POSITION):`,
  keysMade: (file, createdAt) => `The key file ${file} is of another time, ${moment(createdAt)}. The newest line then was:`,
  headFound: 'The line that you noted is still there, and everything before it.',
  badHead: '--head should be 64 hexadecimal characters, and if you like @ and the position: HASH@POSITION, as `lykta backup` prints it.',
  verified: 'Everything agrees: the audit chain, the revisions and all that is derived from them.',
  notVerified: (findings) => `${findings} ${findings === 1 ? 'thing does' : 'things do'} not agree.`,
}

function counts({ added, changed, unchanged }: ImportCounts): string {
  return `${added} new ${added === 1 ? 'incident' : 'incidents'}, ${changed} changed, ${unchanged} unchanged`
}
