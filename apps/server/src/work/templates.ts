// Where the reports' templates lie: the program's own, or a folder of the coordinator's with one for each language.
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Language, problem, ProblemError } from '@lykta/incident'

const ownTemplates = join(dirname(fileURLToPath(import.meta.url)), '../../../../packages/publication/templates/annual')

/** Read anew for each edition, so that whoever edits one need not start the server again. Refuses one that is not there. */
export async function readTemplate(language: Language, folder = ownTemplates): Promise<{ readonly file: string; readonly text: string }> {
  const file = join(folder, `${language}.md`)
  try {
    return { file, text: await readFile(file, 'utf8') }
  } catch {
    throw new ProblemError([problem('work.file-missing', { file })])
  }
}

/** The folder's whole path, for a program that will go on using it; refuses one that lacks a template. */
export async function findTemplates(given: string | undefined): Promise<string | undefined> {
  if (given === undefined) return undefined
  const folder = resolve(given)
  await Promise.all([readTemplate('sv', folder), readTemplate('en', folder)])
  return folder
}
