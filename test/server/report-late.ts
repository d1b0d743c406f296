// Reports of a printed year that come afterwards, by several organisations of the reference network.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, importFiles, readImportFiles } from '@lykta/server'

export type LateReporting = { readonly name: string; readonly incidents: number; readonly organisations: readonly string[]; readonly day: (index: number) => string }

export async function reportLate(desk: Desk, { name, incidents, organisations, day }: LateReporting): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lykta-late-'))
  try {
    const refs = Array.from({ length: incidents }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`)
    const lines = refs.map((ref, index) => `${ref};${day(index)};2020-02-01;${organisations[index % organisations.length]!};hotell;Norr;sexuella ändamål;;;ja;0;1;0;0`)
    await writeFile(join(folder, 'incidenter.csv'), ['nr;datum;rapporterad;rapportör;platstyp;område;form;indikatorer;anledning;polis;anmälningar;köpare;kopplare;andra_förövare', ...lines, ''].join('\r\n'))
    await writeFile(join(folder, 'personer.csv'), ['incident_nr;person;antal;kön;ålder;nationalitet;kontakt_stöd;tackat_ja', ...refs.map((ref) => `${ref};;1;kvinna;vuxen;RO;nej;`), ''].join('\r\n'))
    const outcome = await importFiles(desk, await readImportFiles([folder]), { checkOnly: false, overwriteCorrections: false, submissions: false, passphrase: undefined, onProgress: undefined })
    if (outcome.state !== 'imported') throw new Error(JSON.stringify(outcome.problems))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
