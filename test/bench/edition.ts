// The annual report of the sample: its PDF alone, and the whole edition in both languages, cold and warm.
import { join } from 'node:path'
import type { CompilePdf } from '@lykta/publication'
import { listNetworks, openRegister } from '@lykta/register'
import { deskOf, ensureSampleNetwork } from '@lykta/server'
import { createPdfCompiler } from '../../apps/server/src/adapters/compile-pdf.ts'
import { makeEdition } from '../../apps/server/src/work/edition.ts'
import { type Measured, measured, say } from './measure.ts'

export async function measureEdition(folder: string): Promise<object> {
  say('pdf')
  const register = await openRegister({ dataFolder: join(folder, 'edition'), create: true, programVersion: 'bench' })
  try {
    await ensureSampleNetwork(register, () => {})
    const [network] = await listNetworks(register)
    const desk = await deskOf(register, network!)
    const compile = createPdfCompiler()
    const pdfs: Measured[] = []
    const compilePdf: CompilePdf = async (...pdf) => {
      const { value, ms, cpuMs } = await measured(() => compile(...pdf))
      pdfs.push({ ms, cpuMs })
      return value
    }
    // Typst remembers what it has set, so nothing is set twice: the first report is cold, the other years' are warm.
    const editions: Measured[] = []
    for (const year of [2019, 2018, 2017]) {
      const { ms, cpuMs } = await measured(() => makeEdition(desk, { year, compilePdf }))
      editions.push({ ms, cpuMs })
    }
    return { pdf: coldAndRest(pdfs), editionInBothLanguages: coldAndRest(editions) }
  } finally {
    await register.close()
  }
}

function coldAndRest([cold, ...rest]: readonly Measured[]): object {
  return { cold, warm: rest.toSorted((a, b) => a.ms - b.ms)[Math.floor(rest.length / 2)] }
}
