// Small files that are whole or absent, whatever moment the machine stops.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { processPlace } from './process-place.ts'

/** A name beside `file` for what is not finished yet; unlike any other process's, also of another machine or container. */
export function temporaryName(file: string): string {
  return `${file}.${process.pid}-${processPlace()}-${randomBytes(4).toString('hex')}.part`
}

/** Whose unfinished work the name says it is; undefined for a name that `temporaryName` did not make. Names of earlier programs say no place. */
export function findMaker(name: string): { readonly pid: number; readonly place: string | undefined } | undefined {
  const [, pid, place] = /\.([1-9]\d*)(?:-([0-9a-f]{8}))?-[0-9a-f]{8}\.part$/.exec(name) ?? []
  return pid === undefined ? undefined : { pid: Number(pid), place }
}

/** Writes for the owner alone (0600), durable when it returns. */
export function writeWhole(file: string, text: string): void {
  const temporary = temporaryName(file)
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameDurably(temporary, file)
}

/** A rename is durable when the folder that holds the name is. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(path.dirname(to))
}

/**
 * For its owner alone, with the folders above it; those that are new are durable in the folders that hold them. One by one: asked for all of them at once, Node
 * tries for ever where a folder says that it is not there although it is (/proc).
 */
export function makeFolderDurably(folder: string): void {
  if (existsSync(folder)) return
  const above = path.dirname(folder)
  if (above !== folder) makeFolderDurably(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error
  }
  syncFolder(above)
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
