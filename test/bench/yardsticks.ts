// What this machine does anyway, at this moment: the figures of a noisy machine are read as ratios to these.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister } from '@lykta/register'
import { asOwner } from '../../packages/register/src/transaction.ts'
import { measured, round } from './measure.ts'

export type Yardsticks = {
  /** SHA-256 of 256 MB: the processor. */
  readonly hash256MbMs: number
  /** One of 200 writes of 8 kB, each with an fsync: the disk. */
  readonly fsyncMs: number
  /** One of 5,000 inserts of a row, a message each, in one transaction: PostgreSQL and the way to it. */
  readonly insertMs: number
  /** An empty Node program from start to end. */
  readonly emptyProgramMs: number
}

export async function measureYardsticks(folder: string): Promise<Yardsticks> {
  const block = Buffer.alloc(16_000_000, 'lykta')
  const hash = await measured(() => {
    for (let turn = 0; turn < 16; turn += 1) createHash('sha256').update(block).digest()
  })
  const file = openSync(join(folder, 'fsync'), 'w')
  const writes = await measured(() => {
    for (let turn = 0; turn < 200; turn += 1) {
      writeSync(file, block, 0, 8192)
      fsyncSync(file)
    }
  })
  closeSync(file)
  return {
    hash256MbMs: round(hash.ms),
    fsyncMs: round(writes.ms / 200, 3),
    insertMs: round(await insertLoop(join(folder, 'yardstick')), 4),
    emptyProgramMs: await emptyProgram(),
  }
}

async function insertLoop(dataFolder: string): Promise<number> {
  const register = await openRegister({ dataFolder, create: true, programVersion: 'bench' })
  try {
    const { ms } = await measured(() => asOwner(register, 'begin', async (client) => {
      await client.query('create temporary table yardstick (number integer primary key, text text not null)')
      for (let row = 0; row < 5000; row += 1) await client.query('insert into yardstick values ($1, $2)', [row, 'a line of some length'])
    }))
    return ms / 5000
  } finally {
    await register.close()
  }
}

async function emptyProgram(): Promise<number> {
  return round((await measured(() => spawnSync(process.execPath, ['-e', '0']))).ms)
}
