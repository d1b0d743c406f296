// Typst to tagged PDF, in this process: one compiler is kept warm, and everything it reads is handed to it in memory.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompilePdf } from '@lykta/publication'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readPdfFonts } from './fonts.ts'

// Nothing is ever written here: the folder need not exist, and holds nothing that a template could read.
const workspace = join(tmpdir(), 'lykta-typst-in-memory')

/** A compiler of PDF/UA-1. Throws what Typst objects to: a defect of the template, never of the data. */
export function createPdfCompiler(): CompilePdf {
  let compiler: NodeCompiler | undefined
  return async (source, assets, createdAt) => {
    compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...readPdfFonts()] }] })
    compiler.resetShadow()
    for (const [name, bytes] of assets) compiler.mapShadow(join(workspace, name), Buffer.from(bytes))
    const main = join(workspace, 'main.typ')
    compiler.addSource(main, source)
    const compiled = compiler.compile({ mainFilePath: main })
    const document = compiled.result
    if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt }))
  }
}
