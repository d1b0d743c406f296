// How the embedded server is set: reached through its socket alone, durable, and silent about what it stores.
import path from 'node:path'
import { writeWhole } from '../files.ts'
import type { DataFolder } from './data-folder.ts'
import { handOver, type RunAs } from './run-as.ts'

export type ServerSettings = {
  readonly socketFolder: string
  /** False only in tests: what was acknowledged may be lost when the machine stops. */
  readonly durable: boolean
}

/** Written anew at each start, and read from a file so that nothing passes through a shell. */
export function writeSettings(folder: DataFolder, runAs: RunAs, settings: ServerSettings): void {
  const file = path.join(folder.postgres, 'postgresql.conf')
  writeWhole(file, renderSettings(settings))
  handOver(file, runAs)
}

function renderSettings({ socketFolder, durable }: ServerSettings): string {
  const switches = durable ? 'on' : 'off'
  return [
    '# Written by Lykta at each start; settings of your own belong in postgresql.auto.conf.',
    `listen_addresses = ''`,
    `unix_socket_directories = '${socketFolder.replaceAll(`'`, `''`)}'`,
    'unix_socket_permissions = 0700',
    'max_connections = 100',
    'max_logical_replication_workers = 0',
    `fsync = ${switches}`,
    `synchronous_commit = ${switches}`,
    `full_page_writes = ${switches}`,
    'shared_buffers = 256MB',
    'work_mem = 32MB',
    'max_wal_size = 2GB',
    // A segment of the log that is over is removed, and not written over some day: what was erased is to be gone (record/clear-log.ts).
    'wal_recycle = off',
    'jit = off',
    // After a crash every file is made durable before recovery begins: one call instead of a thousand. (Linux alone has
    // it, and tells of failures since 5.8.)
    ...(process.platform === 'linux' ? ['recovery_init_sync_method = syncfs'] : []),
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    // A statement, an error and its detail may hold what somebody wrote in a form: what ends a session or the server,
    // and what the server does by itself, is logged, and nothing else (in a log, 'log' ranks above 'error').
    'log_min_messages = log',
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    'log_statement = none',
    'log_checkpoints = off',
    '',
  ].join('\n')
}
