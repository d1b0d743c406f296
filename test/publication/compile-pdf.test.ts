// The PDF compiler reads what it is handed and nothing else, wherever somebody put a file for it to find.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPdfCompiler } from '../../apps/server/src/adapters/compile-pdf.ts'

let temporary: string
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'lykta-pdf-'))
  vi.stubEnv('TMPDIR', temporary)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true, force: true })
})

const createdAt = 1_577_836_800
const source = '#set document(title: "Provning")\n#set text(lang: "sv")\n= Provning\n'

test('leaves nothing in the folder for temporary files', async () => {
  const compilePdf = createPdfCompiler()
  expect(Buffer.from(await compilePdf(`${source}#include "part.typ"`, new Map([['part.typ', Buffer.from('Texten')]]), createdAt, 'ua-1')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await readdir(temporary)).toEqual([])
})

test('two of them work in two places that nobody can name beforehand, and give the same bytes', async () => {
  const first = await createPdfCompiler()(source, new Map(), createdAt, 'ua-1')
  // What lies where an earlier one worked, or where its name could be guessed, is not read.
  await mkdir(join(temporary, 'lykta-typst-in-memory'))
  await writeFile(join(temporary, 'lykta-typst-in-memory', 'planted.typ'), 'Planted')
  await writeFile(join(temporary, 'planted.typ'), 'Planted')
  await expect(createPdfCompiler()(`${source}#include "planted.typ"`, new Map(), createdAt, 'ua-1')).rejects.toThrow('Typst')
  await expect(createPdfCompiler()(`${source}#include "../planted.typ"`, new Map(), createdAt, 'ua-1')).rejects.toThrow('Typst')
  expect(Buffer.from(await createPdfCompiler()(source, new Map(), createdAt, 'ua-1')).equals(Buffer.from(first))).toBe(true)
})
