// An export as a folder, which has its name when it is whole.
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { renameDurably, temporaryName } from '../files.ts'
import type { FileSet } from './file-set.ts'

/** Throws when the folder above is not there, or cannot be written in. */
export function folderFileSet(folder: string): FileSet {
  const temporary = temporaryName(folder)
  mkdirSync(temporary, { mode: 0o700 })
  return {
    add: async (name, chunks) => {
      const file = path.join(temporary, ...name.split('/'))
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, 'wx', 0o600)
      const hash = createHash('sha256')
      let bytes = 0
      try {
        for await (const chunk of chunks) {
          const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
          hash.update(data)
          bytes += data.length
          await handle.writeFile(data)
        }
        await handle.sync()
      } finally {
        await handle.close()
      }
      return { path: name, bytes, sha256: hash.digest('hex') }
    },
    finish: async () => renameDurably(temporary, folder),
    abandon: async () => rmSync(temporary, { recursive: true, force: true }),
  }
}
