// What the commands about the ledger of editions print, in both languages.
import type { Language } from '@lykta/incident'

type Line = { readonly kind: 'edition' | 'outside'; readonly audience: 'core' | 'network' | 'public'; readonly year: number | null; readonly source: string | null; readonly size: number; readonly enteredAt: string }

type LedgerWords = {
  /** Of a draft; `earlier`: what the ledger holds. */
  readonly written: (files: number, folder: string, earlier: number) => string
  readonly empty: string
  readonly line: (line: Line) => string
  readonly added: (figures: number) => string
  readonly approved: (year: number, files: number, folder: string) => string
  /** `files`: so many were missing from the folder, or changed, and are written again. */
  readonly approvedBefore: (year: number, before: { readonly at: string; readonly byProgram: boolean }, files: number) => string
  readonly badAction: string
  readonly badAudience: string
  readonly missingFile: string
}

const audiences = {
  sv: { core: 'kärngruppen', network: 'nätverket', public: 'allmänheten' },
  en: { core: 'the core group', network: 'the network', public: 'the public' },
} as const

export const ledgerWords: Readonly<Record<Language, LedgerWords>> = {
  sv: {
    written: (files, folder, earlier) => `Utkastet är skrivet: ${files} filer i ${folder}. protocol.json är bara för samordnaren.\nDet är prövat mot ${earlier === 0 ? 'ingenting tidigare: liggaren är tom' : `allt som har publicerats tidigare (${earlier} i liggaren)`}. Ett utkast lämnas inte ut: läs det, och godkänn det med lykta approve.`,
    empty: 'Liggaren är tom: inget är godkänt, och inget är känt som andra har publicerat.',
    line: ({ kind, audience, year, source, size, enteredAt }) => kind === 'edition'
      ? `${enteredAt.slice(0, 10)}  Årsrapporten ${year}, för ${audiences.sv[audience]}: ${size} tabeller`
      : `${enteredAt.slice(0, 10)}  Publicerat utan Lykta, för ${audiences.sv[audience]}: ${source} (${size} siffror)`,
    added: (figures) => `${figures} siffror är införda. Alla utgåvor härefter prövas mot dem; nästa utkast säger om någon inte är den som registret räknar.`,
    approved: (year, files, folder) => `Årsrapporten ${year} är godkänd och införd i liggaren; ${files} filer i ${folder} är skrivna utan utkastets märke. Åren i den förblir som de är, och alla utgåvor härefter prövas mot den.`,
    approvedBefore: (year, { at, byProgram }, files) => `Årsrapporten ${year} är redan godkänd: ${at}, ${byProgram ? 'på kommandoraden' : 'av medlemmar'}. ${files === 0 ? 'Inget har ändrats.' : `Inget har ändrats i registret; filer saknades i mappen, så de ${files} skrevs på nytt.`}`,
    badAction: 'Det som kan göras med liggaren är: add.',
    badAudience: '--audience ska vara core, network eller public.',
    missingFile: 'Ange filen med det som har publicerats: lykta ledger add FIL.csv',
  },
  en: {
    written: (files, folder, earlier) => `The draft is written: ${files} files in ${folder}. protocol.json is for the coordinator only.\nIt was tried with ${earlier === 0 ? 'nothing earlier: the ledger is empty' : `all that was published before (${earlier} in the ledger)`}. A draft is not handed out: read it, and approve it with lykta approve.`,
    empty: 'The ledger is empty: nothing is approved, and nothing is known that others have published.',
    line: ({ kind, audience, year, source, size, enteredAt }) => kind === 'edition'
      ? `${enteredAt.slice(0, 10)}  Annual report ${year}, for ${audiences.en[audience]}: ${size} tables`
      : `${enteredAt.slice(0, 10)}  Published without Lykta, for ${audiences.en[audience]}: ${source} (${size} figures)`,
    added: (figures) => `${figures} figures are entered. Every edition from now on is tried together with them; the next draft says if any is not what the register counts.`,
    approved: (year, files, folder) => `The annual report ${year} is approved and entered in the ledger; ${files} files in ${folder} are written without the mark of a draft. Its years stay as they are, and every edition from now on is tried together with it.`,
    approvedBefore: (year, { at, byProgram }, files) => `The annual report ${year} has been approved already: ${at}, ${byProgram ? 'at the command line' : 'by members'}. ${files === 0 ? 'Nothing has been changed.' : `Nothing has been changed in the register; files were missing from the folder, so all ${files} were written again.`}`,
    badAction: 'What can be done with the ledger is: add.',
    badAudience: '--audience should be core, network or public.',
    missingFile: 'Say which file holds what was published: lykta ledger add FILE.csv',
  },
}
