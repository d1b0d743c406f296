// What `lykta retention` says, in both languages.
import type { Language } from '@lykta/incident'
import type { WeededBackup } from '@lykta/register'
import type { DueSubject } from '@lykta/server'

export type WeededClass = DueSubject['class'] | 'reading' | 'audit'

export type RetentionWords = {
  readonly line: (due: DueSubject) => string
  readonly lines: (of: 'reading' | 'audit', count: number) => string
  readonly nothing: string
  readonly howToWeed: string
  readonly undecided: (classes: string) => string
  readonly noneDecided: string
  readonly done: (of: WeededClass, subjects: number, parts: number) => string
  readonly copies: string
  /** The disk was full, say. */
  readonly clearingFailed: string
  readonly notCleared: string
  readonly logKept: string
  readonly badMonths: string
  readonly noClass: (classes: string) => string
  readonly decideWhat: string
  readonly decided: string
  readonly onlyWeeds: string
  readonly throwWhat: string
  readonly backup: (backup: WeededBackup) => string
  readonly noBackups: string
  readonly thrown: (file: string) => string
  readonly newestLeft: string
}

const kinds: Readonly<Record<Language, Readonly<Record<WeededClass, string>>>> = {
  sv: { narrative: 'anledning', note: 'anteckningar', situation: 'möte', person: 'kontakter', coded: 'kodade svar', member: 'medlem', reading: 'läslogg', audit: 'skrivlogg' },
  en: { narrative: 'reason', note: 'notes', situation: 'meeting', person: 'contacts', coded: 'coded answers', member: 'member', reading: 'log of reading', audit: 'log of writing' },
}

export const retentionWords: Readonly<Record<Language, RetentionWords>> = {
  sv: {
    line: ({ on, class: of, name, id, heldUntil, waitsForReason }) =>
      `${on}  ${kinds.sv[of]} ${name ?? id}${heldUntil === null ? '' : `  (gallringsstopp till och med ${heldUntil})`}${heldUntil === null && waitsForReason ? '  (anledningen gallras först)' : ''}`,
    lines: (of, count) => `${kinds.sv[of]}: ${count} rader`,
    nothing: 'Inget har fallit för sin frist.',
    howToWeed: 'Inget har gallrats. Med --yes gallras det som nätverket har beslutat om; det går inte att ångra.',
    undecided: (classes) => `Förslag som nätverket inte har beslutat om, och som inte gallras: ${classes}. Skriv in beslut med --decide.`,
    noneDecided: 'Nätverket har inte beslutat om någon frist. Skriv in besluten med --decide; bara det som är beslutat gallras.',
    done: (of, subjects, parts) => `Gallrat: ${kinds.sv[of]} ${subjects}${parts === subjects ? '' : ` (${parts} texter eller versioner)`}.`,
    copies: 'Säkerhetskopior från tidigare ska slängas inom 35 dagar: `lykta retention --backups MAPP` visar vilka.',
    clearingFailed: 'Allt är gallrat och går inte att läsa, men databasens filer gick inte att skriva om, kanske för att disken är full. Rester kan ligga kvar i dem tills nästa gallring. Frigör utrymme och gallra igen.',
    notCleared: 'Något annat läste ur databasen hela tiden. Rester av det gallrade kan ligga kvar i dess filer tills nästa gallring.',
    logKept: 'Databasen är inte programmets egen. Dess transaktionslogg och arkiv har kvar det gallrade tills de skrivs över; se docs/operating.sv.md.',
    badMonths: '--decide skrivs KLASS=MÅNADER, med hela månader, 1–1200.',
    noClass: (classes) => `Ingen sådan klass. Klasserna är ${classes}.`,
    decideWhat: 'Ett beslut skrivs in med --decide, --ground, --reference (högst 80 tecken) och --decided-on (ÅÅÅÅ-MM-DD) tillsammans.',
    decided: 'Beslutet är inskrivet.',
    onlyWeeds: '--only hör ihop med --yes.',
    throwWhat: '--throw-away hör ihop med --backups MAPP.',
    backup: ({ file, createdAt, holds, goneFrom, overdue, newest }) =>
      `${file}  gjord ${createdAt.slice(0, 10)}, ska vara borta ${goneFrom.slice(0, 10)}${overdue ? ' (FÖR GAMMAL)' : ''}${newest ? ' (den nyaste)' : ''}: ${[
        [holds.keys, 'nycklar till gallrade texter'], [holds.answers, 'svar som har glesats ut'], [holds.lines, 'loggrader'], [holds.logins, 'medlemmar'],
      ].filter(([count]) => count !== 0).map(([count, what]) => `${what}: ${count}`).join(', ')}`,
    noBackups: 'Ingen säkerhetskopia där, eller i datamappen, har kvar något som har gallrats.',
    thrown: (file) => `Slängd: ${file}`,
    newestLeft: 'Den nyaste kopian är kvar, fast den är för gammal. Gör en ny med `lykta backup` och kör igen.',
  },
  en: {
    line: ({ on, class: of, name, id, heldUntil, waitsForReason }) =>
      `${on}  ${kinds.en[of]} ${name ?? id}${heldUntil === null ? '' : `  (legal hold until and including ${heldUntil})`}${heldUntil === null && waitsForReason ? '  (its reason goes first)' : ''}`,
    lines: (of, count) => `${kinds.en[of]}: ${count} lines`,
    nothing: 'Nothing has fallen due.',
    howToWeed: 'Nothing has been weeded. With --yes what the network has decided on is weeded; that cannot be undone.',
    undecided: (classes) => `Proposals that the network has not decided on, and that are not weeded: ${classes}. Write down decisions with --decide.`,
    noneDecided: 'The network has decided on no period. Write the decisions down with --decide; only what is decided on is weeded.',
    done: (of, subjects, parts) => `Weeded: ${kinds.en[of]} ${subjects}${parts === subjects ? '' : ` (${parts} texts or versions)`}.`,
    copies: 'Backups of before are to be thrown away within 35 days: `lykta retention --backups FOLDER` shows which.',
    clearingFailed: 'Everything has been weeded and cannot be read, but the database’s files could not be written anew, perhaps because the disk is full. Remains may lie in them until the next weeding. Make room, and weed again.',
    notCleared: 'Something else read from the database all the time. Remains of what was weeded may lie in its files until the next weeding.',
    logKept: 'The database is not the program’s own. Its write-ahead log and archive hold what was weeded until they are written over; see docs/operating.md.',
    badMonths: '--decide is written CLASS=MONTHS, in whole months, 1–1200.',
    noClass: (classes) => `No such class. The classes are ${classes}.`,
    decideWhat: 'A decision is written down with --decide, --ground, --reference (at most 80 characters) and --decided-on (YYYY-MM-DD) together.',
    decided: 'The decision is written down.',
    onlyWeeds: '--only goes with --yes.',
    throwWhat: '--throw-away goes with --backups FOLDER.',
    backup: ({ file, createdAt, holds, goneFrom, overdue, newest }) =>
      `${file}  made ${createdAt.slice(0, 10)}, to be gone ${goneFrom.slice(0, 10)}${overdue ? ' (TOO OLD)' : ''}${newest ? ' (the newest)' : ''}: ${[
        [holds.keys, 'keys of weeded texts'], [holds.answers, 'answers that were made coarser'], [holds.lines, 'lines of the log'], [holds.logins, 'members'],
      ].filter(([count]) => count !== 0).map(([count, what]) => `${what}: ${count}`).join(', ')}`,
    noBackups: 'No backup there, or in the data folder, holds anything that has been weeded.',
    thrown: (file) => `Thrown away: ${file}`,
    newestLeft: 'The newest copy is left, though it is too old. Make a new one with `lykta backup` and run this again.',
  },
}
