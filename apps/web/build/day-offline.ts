// Builds the reporting page's service worker: one file at /day/, with the list of what the page needs written into it.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

type File = { readonly url: string; readonly revision: string | null }
type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>

/** The page, and the one that quick exit goes to. */
const pages = ['day/index.html', 'neutral/index.html'] as const
const name = 'day/service-worker.js'

export function dayOffline(root: string): Plugin {
  return {
    name: 'lykta-day-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: name, source: await buildWorker(root, filesOf(bundle)) })
      },
    },
  }
}

/** Type that the page does not show, and members' keys and drafts: who has any is no device, and keeps no files here. */
const leftOut = /serif|\/(?:keys|unlock-panel|draft-note|make-keeper)-/

/** Everything else that the pages bring along or fetch later. */
export function filesOf(bundle: Bundle): readonly File[] {
  const found = new Set<string>()
  const waiting: string[] = [...pages]
  while (waiting.length > 0) {
    const file = waiting.pop()!
    const output = bundle[file]
    if (!output || found.has(file) || leftOut.test(file)) continue
    found.add(file)
    if (output.type === 'chunk') waiting.push(...output.imports, ...output.dynamicImports)
    // A script names more than it fetches: what goes with what it may fetch. Its own styles and workers have no other sign.
    const names = Object.keys(bundle).filter((name) => output.type === 'asset' || name.endsWith('.css') || name.startsWith('day/'))
    waiting.push(...namesIn(textOf(output), names))
  }
  return [...found].sort().map((file) => ({ url: `/${file}`, revision: pages.some((page) => page === file) ? revisionOf(textOf(getOutput(bundle, file))) : null }))
}

function getOutput(bundle: Bundle, file: string): Rolldown.OutputChunk | Rolldown.OutputAsset {
  const output = bundle[file]
  if (!output) throw new Error(`day-offline: no ${file}`)
  return output
}

/** Files of the bundle whose names stand in the text: pages name scripts, scripts name styles and workers, styles name type. */
function namesIn(text: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => !file.endsWith('.html') && text.includes(file.slice(file.lastIndexOf('/') + 1)))
}

function textOf(output: Rolldown.OutputChunk | Rolldown.OutputAsset): string {
  if (output.type === 'chunk') return output.code
  if (typeof output.source === 'string') return output.source
  return /\.(js|css|html|svg)$/.test(output.fileName) ? new TextDecoder().decode(output.source) : ''
}

/** The pages keep their addresses: a browser tells a new one by this alone. */
function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A classic script in one file: not every browser takes modules there. */
async function buildWorker(root: string, files: readonly File[]): Promise<string> {
  const outputs = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', dayFiles: JSON.stringify(files) },
    build: { write: false, lib: { entry: join(root, 'src/report/offline/service-worker.ts'), formats: ['iife'], name: 'day', fileName: () => 'service-worker.js' } },
  })
  const [output] = (Array.isArray(outputs) ? outputs : [outputs]) as readonly Rolldown.RolldownOutput[]
  if (!output) throw new Error('day-offline: nothing was built')
  return output.output[0].code
}
