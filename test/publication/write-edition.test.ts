// Writing an edition into a folder: whole or not at all, ours replaced, others' left alone, a full disk told.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EditionFile, writeEdition } from '../../apps/server/src/work/write-edition.ts'
import { renderProblem } from '../../apps/server/src/messages/render-problem.ts'
import { ProblemError } from '../../packages/incident/src/index.ts'

let out: string
beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'lykta-write-')), 'out')
})
afterEach(() => rm(join(out, '..'), { recursive: true, force: true }))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An edition of these files, with its manifest and protocol. */
function edition(files: Readonly<Record<string, string>>): ReadonlyMap<string, EditionFile> {
  const manifest = { program: { name: 'Lykta' }, files: Object.entries(files).map(([path, content]) => ({ path, sha256: sha256(content) })) }
  return new Map<string, EditionFile>([
    ...Object.entries(files).map(([path, content]): [string, EditionFile] => [path, { content, private: false }]),
    ['manifest.json', { content: JSON.stringify(manifest), private: false }],
    ['protocol.json', { content: 'raw', private: true }],
  ])
}

const all = async (): Promise<readonly string[]> =>
  (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).toSorted()

async function refused(work: Promise<void>): Promise<readonly [code: string, text: string]> {
  const error: unknown = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof ProblemError)) throw new Error(`not refused: ${String(error)}`)
  return [error.problems[0]!.code, renderProblem(error.problems[0]!, 'en')]
}

test('writes every file, the protocol for its owner alone', async () => {
  await writeEdition(out, edition({ 'sv/index.html': 'a', 'sv/tables/x.csv': 'b' }))
  expect(await all()).toEqual(['manifest.json', 'protocol.json', 'sv/index.html', 'sv/tables/x.csv'])
  expect((await stat(join(out, 'protocol.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(out, 'sv/index.html'))).mode & 0o777).toBe(0o644)
})

test('whatever the umask lets through, nobody else can put a file in its place', async () => {
  const before = process.umask(0)
  try {
    await writeEdition(join(out, 'deeper'), edition({ 'sv/index.html': 'a', 'sv/tables/x.csv': 'b' }))
  } finally {
    process.umask(before)
  }
  const modes = await Promise.all(['', 'deeper', 'deeper/sv', 'deeper/sv/tables', 'deeper/sv/index.html', 'deeper/protocol.json'].map(async (name) =>
    ((await stat(join(out, name))).mode & 0o777).toString(8)))
  expect(modes).toEqual(['755', '755', '755', '755', '644', '600'])
})

test('a later edition replaces ours, drops the table that is gone, and keeps what is somebody else’s or was changed', async () => {
  await writeEdition(out, edition({ 'sv/index.html': 'a', 'sv/tables/gone.csv': 'b', 'sv/tables/edited.csv': 'c' }))
  await writeFile(join(out, 'sv/tables/edited.csv'), 'c and mine')
  await writeFile(join(out, 'sv/mine.txt'), 'mine')
  await writeEdition(out, edition({ 'sv/index.html': 'new' }))
  expect(await all()).toEqual(['manifest.json', 'protocol.json', 'sv/index.html', 'sv/mine.txt', 'sv/tables/edited.csv'])
  expect(await readFile(join(out, 'sv/index.html'), 'utf8')).toBe('new')
})

test('a file of the same name that no edition put there stops it, and nothing is written', async () => {
  await mkdir(join(out, 'sv'), { recursive: true })
  await writeFile(join(out, 'sv/index.html'), 'theirs')
  const [code, text] = await refused(writeEdition(out, edition({ 'sv/index.html': 'a', 'sv/report.pdf': 'b' })))
  expect(code).toBe('work.file-exists')
  expect(text).toContain(join(out, 'sv/index.html'))
  expect(await all()).toEqual(['sv/index.html'])
  expect(await readFile(join(out, 'sv/index.html'), 'utf8')).toBe('theirs')
})

test('a foreign manifest is not taken for ours, and none leads out of the folder', async () => {
  await mkdir(out)
  await writeFile(join(out, 'manifest.json'), '{"name":"my web app"}')
  expect((await refused(writeEdition(out, edition({ 'sv/index.html': 'a' }))))[0]).toBe('work.file-exists')
  const precious = join(out, '..', 'precious')
  await writeFile(precious, 'x')
  await writeFile(join(out, 'manifest.json'), JSON.stringify({ program: { name: 'Lykta' }, files: [{ path: '../precious', sha256: sha256('x') }, { path: 'sv/../../precious', sha256: sha256('x') }] }))
  await writeEdition(out, edition({ 'sv/index.html': 'a' }))
  expect(await readFile(precious, 'utf8')).toBe('x')
})

test('a disk that fills up half-way leaves the earlier edition as it was', async () => {
  const before = edition({ 'en/index.html': 'old', 'sv/index.html': 'old' })
  await writeEdition(out, before)
  let writes = 0
  const full = {
    write: async (file: string, content: Uint8Array | string, mode: number): Promise<void> => {
      writes += 1
      if (writes > 2) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      await writeFile(file, content, { mode })
    },
  }
  const [code, text] = await refused(writeEdition(out, edition({ 'en/index.html': 'new', 'sv/index.html': 'new', 'sv/report.pdf': 'new' }), full))
  expect(code).toBe('work.disk-full')
  expect(text).toContain('no room left')
  expect(await all()).toEqual([...before.keys()].toSorted())
  for (const path of ['en/index.html', 'sv/index.html']) expect(await readFile(join(out, path), 'utf8')).toBe('old')
})

test('a place that cannot be a folder is told', async () => {
  await writeFile(out, '')
  const [code, text] = await refused(writeEdition(join(out, 'deeper'), edition({ 'sv/index.html': 'a' })))
  expect(code).toBe('work.file-not-written')
  expect(text).toContain(join(out, 'deeper'))
  expect((await refused(writeEdition('/proc/lykta/out', edition({ 'sv/index.html': 'a' }))))[0]).toBe('work.file-not-written')
})
