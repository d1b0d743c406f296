// Where this process's number means anything: two containers that share a folder each have a process 1 of their own.
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { sha256 } from './hash.ts'

let known: string | undefined

/** Eight hexadecimal digits, the same for all processes that see each other's numbers since the machine was started. */
export function processPlace(): string {
  known ??= sha256([hostname(), bootOf(), namespaceOf()].join('\0')).toString('hex').slice(0, 8)
  return known
}

/** Linux alone tells; elsewhere numbers belong to the whole machine. */
function bootOf(): string {
  return orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
}

function namespaceOf(): string {
  return orNothing(() => readlinkSync('/proc/self/ns/pid'))
}

function orNothing(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
