// Files off the disk: which of a folder's are read, and which are refused before they are.
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError } from '@lykta/incident'
import { readImportFiles } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lykta-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function refusal(path: string): Promise<unknown> {
  try {
    return await readImportFiles([path])
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(({ code }) => code)
  }
}

test('the spreadsheets of a folder, endings in capitals too, and none of the companions that programs leave', async () => {
  const names = ['INCIDENTER.CSV', 'b.Xlsx', 'c.ods', '~$b.xlsx', '._c.ods', '.~lock.c.ods#', 'notes.txt', 'old.xls']
  const mixed = join(folder, 'mixed')
  await mkdir(mixed)
  for (const name of names) await writeFile(join(mixed, name), name)
  expect((await readImportFiles([mixed])).map(({ name }) => name)).toEqual(['INCIDENTER.CSV', 'b.Xlsx', 'c.ods'])
  const [named] = await readImportFiles([join(mixed, 'notes.txt')])
  expect(new TextDecoder().decode(named?.bytes)).toBe('notes.txt')
})

test('what is missing, empty or no file', async () => {
  const empty = join(folder, 'empty')
  await mkdir(empty)
  expect(await refusal(empty)).toEqual(['work.folder-empty'])
  expect(await refusal(join(folder, 'nothing.csv'))).toEqual(['work.file-missing'])
  expect(await refusal('/dev/zero')).toEqual(['work.file-not-read'])
})

test('200 MB are refused without being read', async () => {
  const file = join(folder, 'large.csv')
  const handle = await open(file, 'w')
  await handle.truncate(200 * 1024 * 1024)
  await handle.close()
  const before = process.memoryUsage().arrayBuffers
  expect(await refusal(file)).toEqual(['import.file-too-large'])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
})
