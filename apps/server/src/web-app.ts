// The built web app: where it lies, and building it again when its sources have changed.
import { createHash, randomUUID } from 'node:crypto'
import { access, constants, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { problem, ProblemError } from '@lykta/incident'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const sources = ['apps/web', 'packages/incident/src', 'packages/seal/src', 'packages/statistics/src', 'packages/publication/src', 'package-lock.json']
const stampName = '.sources'

/** Folder of the built app: index.html and its assets. */
export const webAppFolder = join(root, 'apps/web/dist')

/**
 * Builds the app unless the one in place was made from the same sources; `say` hears when it has to. Refuses
 * (`ProblemError`) where it would have to build and may not write.
 */
export async function ensureWebApp(say: (line: string) => void): Promise<void> {
  const wanted = await fingerprint()
  const inPlace = async (): Promise<boolean> => (await readFile(join(webAppFolder, stampName), 'utf8').catch(() => '')) === wanted
  if (await inPlace()) return
  const folder = dirname(webAppFolder)
  await access(folder, constants.W_OK).catch(() => {
    throw new ProblemError([problem('server.web-app-not-built', { folder })])
  })
  say('Lykta: bygger webbappen … / building the web app …')
  // Built beside and put in place whole: a build that is cut off is never served, nor one under way to a server at work.
  const beside = `${webAppFolder}-${randomUUID().slice(0, 8)}`
  try {
    // Whatever the surroundings say (a test runner says "test"): with another word React comes with its checks, twice as large.
    process.env['NODE_ENV'] = 'production'
    const { build } = await import('vite')
    await build({ root: join(root, 'apps/web'), logLevel: 'error', build: { outDir: beside } })
    for (const assets of ['assets', 'day/assets']) await compressAssets(join(beside, assets))
    await writeFile(join(beside, stampName), wanted)
    await rename(webAppFolder, `${beside}-old`).catch(() => {})
    // Somebody else who built the same may have been first.
    await rename(beside, webAppFolder).catch(async (error) => {
      if (!(await inPlace())) throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
    await rm(`${beside}-old`, { recursive: true, force: true })
  }
}

/** Once, beside each file: a telephone on a slow line waits for a third of the bytes, and the server compresses nothing as it is asked. */
async function compressAssets(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(names.map(async (name) => writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(await readFile(join(folder, name))))))
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const names = source.endsWith('.json') ? [''] : await readdir(path, { recursive: true })
    for (const name of names.sort()) {
      if (/^(dist|test|node_modules)/.test(name) || !/\.(ts|tsx|css|html|svg|json|webmanifest)$/.test(name || source)) continue
      hash.update(name).update('\0').update(await readFile(join(path, name)))
    }
  }
  return hash.digest('hex')
}
