// The annual report of the sample: its PDF alone, and the whole edition in both languages, cold and warm.
import { join } from 'node:path'
import type { CompilePdf } from '@lykta/publication'
import { listNetworks, openRegister } from '@lykta/register'
import { deskOf, ensureSampleNetwork } from '@lykta/server'
import { createPdfCompiler } from '../../apps/server/src/adapters/compile-pdf.ts'
import { makeEdition } from '../../apps/server/src/work/edition.ts'
import { coldAndWarm, measured, say } from './measure.ts'

type Pdf = Parameters<CompilePdf>

export async function measureEdition(folder: string): Promise<object> {
  say('pdf')
  const register = await openRegister({ dataFolder: join(folder, 'edition'), create: true, programVersion: 'bench' })
  try {
    await ensureSampleNetwork(register, () => {})
    const [network] = await listNetworks(register)
    const desk = await deskOf(register, network!)
    const pdfs: Pdf[] = []
    const keeping = createPdfCompiler()
    const compilePdf: CompilePdf = (...pdf) => {
      pdfs.push(pdf)
      return keeping(...pdf)
    }
    const edition = await coldAndWarm(() => makeEdition(desk, { year: 2019, compilePdf }), 3)
    pdfs.length = 0
    for (const year of [2019, 2018]) await makeEdition(desk, { year, compilePdf })
    // Typst remembers what it has set, so warm is another report on a compiler that has set one: never the same twice.
    const compile = createPdfCompiler()
    const times: number[] = []
    for (const pdf of pdfs) times.push((await measured(() => compile(...pdf))).ms)
    const [cold, ...warm] = times
    return { pdf: { coldMs: cold, warmMs: warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] }, editionInBothLanguages: edition }
  } finally {
    await register.close()
  }
}
