// Around a whole test run: the folder of what its files share, and the end of the PostgreSQL that they leave running.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopTestServer } from '../../packages/register/test/test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly run: { readonly folder: string; readonly pid: number }
  }
}

let folder: string | undefined
let projects = 0

/** Asked for each project; they share one folder. */
export default function setUp(project: TestProject): () => Promise<void> {
  folder ??= mkdtempSync(join(tmpdir(), 'lykta-run-'))
  projects += 1
  project.provide('run', { folder, pid: process.pid })
  return async () => {
    projects -= 1
    if (projects > 0) return
    rmSync(folder!, { recursive: true, force: true })
    await stopTestServer()
  }
}
