// The files of an import off the disk: the spreadsheets of a folder, or those named, each bounded before it is read.
import { type Stats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { findOversize, type ImportFile, maxFileBytes, problem, ProblemError } from '@lykta/incident'

const spreadsheets = ['.csv', '.xlsx', '.ods']
/** What ODK and Kobo export. */
const exported = ['.csv', '.zip', '.xlsx', '.json']

/** The bytes of files, or of the spreadsheets in folders. Throws ProblemError for what is missing, no file, or too large. */
export async function readImportFiles(paths: readonly string[], { submissions = false } = {}): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = []
  for (const path of paths) {
    const found = await statOf(path)
    const names = found.isDirectory() ? (await namesIn(path)).filter((name) => isOfKind(name, submissions ? exported : spreadsheets)).sort() : undefined
    if (names?.length === 0) throw new ProblemError([problem('work.folder-empty', { file: path })])
    for (const file of names ? names.map((name) => join(path, name)) : [path]) files.push(await readOne(file))
  }
  return files
}

/** Spreadsheet programs keep hidden companions of an open file beside it: "~$register.xlsx", "._register.ods". */
function isOfKind(name: string, kinds: readonly string[]): boolean {
  return !name.startsWith('.') && !name.startsWith('~$') && kinds.includes(extname(name).toLowerCase())
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => {
    throw new ProblemError([problem('work.file-not-read', { file: folder })])
  })
}

async function readOne(file: string): Promise<ImportFile> {
  const name = basename(file)
  const found = await statOf(file)
  if (!found.isFile()) throw new ProblemError([problem('work.file-not-read', { file })])
  const oversize = findOversize(name, found.size)
  if (oversize) throw new ProblemError([oversize])
  try {
    return { name, bytes: await readBounded(file, found.size) }
  } catch {
    throw new ProblemError([problem('work.file-not-read', { file })])
  }
}

/** Whatever the file system says of a size, never more than the bound comes into memory. */
async function readBounded(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    // One byte more than told, to see a file that grows.
    const buffer = new Uint8Array(Math.min(size, maxFileBytes) + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
      length += bytesRead
      if (bytesRead === 0 || length === buffer.length) break
    }
    if (length > size) throw new Error('the file grew while it was read')
    return buffer.subarray(0, length)
  } finally {
    await handle.close()
  }
}

async function statOf(file: string): Promise<Stats> {
  try {
    return await stat(file)
  } catch {
    throw new ProblemError([problem('work.file-missing', { file })])
  }
}
