// Exports that lie on the server until they are fetched: one a network, for an hour at most, and none after the server has stopped.
import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ExportAnswer, ExportPart } from '../../api/hand-over-types.ts'
import type { Desk } from '../desk.ts'

export type KeptExport = {
  /** Who asked for it, and alone may fetch it. */
  readonly caller: string
  readonly madeAt: string
  readonly until: string
  readonly digest: string
  readonly files: Readonly<Record<ExportPart, string>>
}

export type KeptExports = {
  /** A name for a new one; what lay there before is gone. */
  readonly place: (desk: Desk) => string
  readonly keep: (desk: Desk, kept: KeptExport) => void
  readonly find: (desk: Desk, caller: string) => KeptExport | undefined
  readonly remove: (desk: Desk) => void
}

export function makeKeptExports(dataFolder: string, stopping: AbortSignal): KeptExports {
  const kept = new Map<string, KeptExport & { readonly timer: NodeJS.Timeout }>()
  const folder = path.join(dataFolder, 'exports')
  // What a server that was killed has left.
  rmSync(folder, { recursive: true, force: true })
  const folderOf = ({ network }: Desk): string => path.join(folder, network.id)
  const remove = (desk: Desk): void => {
    const { id } = desk.network
    clearTimeout(kept.get(id)?.timer)
    kept.delete(id)
    rmSync(folderOf(desk), { recursive: true, force: true })
  }
  stopping.addEventListener('abort', () => rmSync(folder, { recursive: true, force: true }))
  return {
    place: (desk) => {
      remove(desk)
      mkdirSync(folderOf(desk), { recursive: true, mode: 0o700 })
      return path.join(folderOf(desk), `lykta-${desk.today()}.zip`)
    },
    keep: (desk, one) => {
      const timer = setTimeout(() => remove(desk), Math.max(0, Date.parse(one.until) - Date.now()))
      timer.unref()
      kept.set(desk.network.id, { ...one, timer })
    },
    find: (desk, caller) => {
      const one = kept.get(desk.network.id)
      return one?.caller === caller && Date.parse(one.until) > Date.now() ? one : undefined
    },
    remove,
  }
}

export function readyOf(kept: KeptExport | undefined): ExportAnswer['ready'] {
  if (!kept) return null
  const { madeAt, until, digest, files } = kept
  return { madeAt, until, digest, files: (['record', 'keys'] as const).map((part) => ({ part, name: path.basename(files[part]), bytes: statSync(files[part]).size })) }
}
