// An instance, and a list of hidden cells, off the disk. Throws ProblemError for what is missing or cannot be understood.
import { type Instance, parseInstance } from '@lykta/disclosure'
import { type ImportFile, problem, ProblemError } from '@lykta/incident'
import { readImportFiles } from './read-import-files.ts'

export async function readInstance(cells: string, equations: string): Promise<Instance> {
  const { instance, problems } = await parseInstance(await readOne(cells), await readOne(equations))
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemError(problems)
  return instance
}

/** Ids as a JSON list, or what `lykta protect --json` printed: its list `secondary`. */
export async function readHidden(path: string, { cells }: Instance): Promise<ReadonlySet<number>> {
  const { name, bytes } = await readOne(path)
  const ids = listIn(new TextDecoder().decode(bytes))
  if (!ids) throw new ProblemError([problem('instance.hidden-list', {}, { file: name })])
  const known = new Set(cells.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new ProblemError(unknown.slice(0, 100).map((id) => problem('instance.cell-unknown', { id: String(id) }, { file: name })))
  return new Set(ids)
}

async function readOne(path: string): Promise<ImportFile> {
  const [file, ...others] = await readImportFiles([path])
  // A folder with several files.
  if (!file || others.length > 0) throw new ProblemError([problem('work.file-not-read', { file: path })])
  return file
}

function listIn(text: string): readonly number[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const list: unknown = Array.isArray(value) ? value : (value as { secondary?: unknown } | null)?.secondary
    return Array.isArray(list) && list.every((id) => Number.isSafeInteger(id)) ? (list as readonly number[]) : undefined
  } catch {
    return undefined
  }
}
