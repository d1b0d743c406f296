// Typst to tagged PDF, in this process: one compiler is kept warm, and everything it reads is handed to it in memory.
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompilePdf } from '@lykta/publication'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readPdfFonts } from './fonts.ts'

/** A compiler of PDF/UA-1 and PDF/A-2a. Throws what Typst objects to: a defect of the template, never of the data. */
export function createPdfCompiler(): CompilePdf {
  // Nothing is ever written here, and the folder does not exist. Nor can anybody make it beforehand, with files that would
  // then be read in the place of those handed over: nobody knows its name.
  const workspace = join(tmpdir(), `lykta-typst-${randomBytes(16).toString('hex')}`)
  let compiler: NodeCompiler | undefined
  return async (source, assets, createdAt, pdfStandard) => {
    compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...readPdfFonts()] }] })
    compiler.resetShadow()
    for (const [name, bytes] of assets) compiler.mapShadow(join(workspace, name), Buffer.from(bytes))
    const main = join(workspace, 'main.typ')
    compiler.addSource(main, source)
    const compiled = compiler.compile({ mainFilePath: main })
    const document = compiled.result
    if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    return new Uint8Array(compiler.pdf(document, { pdfStandard, creationTimestamp: createdAt }))
  }
}
