// Founds a network: its first audit line, its first epoch, and the passphrase that is shown once.
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Network, problem, ProblemError } from '@lykta/incident'
import { appendEpoch, foundNetwork, listNetworks, type Register, write } from '@lykta/register'
import { makeEpoch, makePassphrase, wrapIdentity } from '@lykta/seal'
import { deskOf } from './desk.ts'
import { importFiles } from './import-files.ts'

export type Founding = Pick<Network, 'name' | 'municipality' | 'collectionStart' | 'timeZone'>

export type Founded = {
  readonly network: Network
  readonly passphrase: string
}

/** Refuses a second network of the same name, an unknown time zone, and a collection that begins after today. */
export async function foundOwnNetwork(register: Register, founding: Founding): Promise<Founded> {
  return found(register, founding, false, makePassphrase((length) => randomBytes(length)))
}

/** Public on purpose: what it protects is invented. */
const samplePassphrase = 'imaginary public sample everybody visible lantern'

const sampleFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../samples/exempelstad')

export async function foundSampleNetwork(register: Register): Promise<Founded> {
  const founding = { name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm' }
  const founded = await found(register, founding, true, samplePassphrase)
  const desk = await deskOf(register, founded.network)
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.csv'))
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(sampleFolder, name))) })))
  const outcome = await importFiles(desk, files, {})
  if (outcome.state !== 'imported') throw new Error('the sample does not import')
  return founded
}

async function found(register: Register, founding: Founding, sample: boolean, passphrase: string): Promise<Founded> {
  if ((await listNetworks(register)).some(({ name }) => name === founding.name)) {
    throw new ProblemError([problem('work.network-exists', { name: founding.name })])
  }
  if (!isTimeZone(founding.timeZone)) throw new ProblemError([problem('work.time-zone', { zone: founding.timeZone })])
  const network: Network = { ...founding, id: randomUUID(), languages: ['sv', 'en'], sample }
  const createdAt = new Date().toISOString()
  const keys = await makeEpoch()
  const wrapped = await wrapIdentity(keys.identity, passphrase)
  await foundNetwork(register, 'operator', network, createdAt)
  const act = { action: 'epoch.begin', object: 'epoch:1' }
  await write(register, { network: network.id, member: 'operator' }, act, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: keys.recipient, madeOn: 'server', createdAt }, [{ epoch: 1, holder: 'passphrase', wrapped }]))
  return { network, passphrase }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
