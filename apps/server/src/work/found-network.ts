// Founds a network: its first audit line, its first epoch, and the passphrase that is shown once.
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Network } from '@lykta/incident'
import { appendEpoch, foundNetwork, getNetwork, inNetwork, listNetworks, type Register, rememberKey } from '@lykta/register'
import { makeEpoch, makePassphrase, wrapIdentity } from '@lykta/seal'
import { checkFounding, type Founding } from './check-founding.ts'
import { type Desk, deskOf } from './desk.ts'
import { importFiles } from './import-files.ts'
import { addSampleMeetings } from './sample/meetings-sample.ts'
import { addSampleAuthority } from './sample/authority-sample.ts'
import { followUpSample } from './sample/follow-up-sample.ts'

export type Founded = {
  readonly network: Network
  readonly passphrase: string
}

/** Refuses a second network of the same name, an unfit name, an unknown time zone, and a collection that begins after today. */
export async function foundOwnNetwork(register: Register, founding: Founding): Promise<Founded> {
  return found(register, founding, false, makePassphrase((length) => randomBytes(length)))
}

/** Public on purpose: what it protects is invented. */
const samplePassphrase = 'imaginary public sample everybody visible lantern'

const sampleFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../../samples/exempelstad')

/** Makes the sample network where there is none at all, and finishes one that was cut off before its incidents, its meetings, its follow-up or its decisions as an authority came. */
export async function ensureSampleNetwork(register: Register, say: (passphrase: string) => void): Promise<void> {
  const networks = await listNetworks(register)
  if (networks.length === 0) {
    const founding = { name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm' }
    const { passphrase } = await found(register, founding, true, samplePassphrase)
    say(passphrase)
  }
  const [only, ...others] = networks.length === 0 ? await listNetworks(register) : networks
  if (!only?.sample || others.length > 0) return
  const positionNow = async (): Promise<number> => (await inNetwork(register, { network: only.id, member: 'operator' }, getNetwork)).position
  if ((await positionNow()) === justFounded) await importSample(await deskOf(register, only))
  if ((await positionNow()) === justImported) await addSampleMeetings(await deskOf(register, only), join(sampleFolder, 'meetings.json'))
  if ((await positionNow()) === justMet) await followUpSample(await deskOf(register, only))
  if ((await positionNow()) === justFollowed) await addSampleAuthority(await deskOf(register, only))
}

/** The register's clock right after founding, and after the incidents. */
const justFounded = 1
const justImported = 2
/** And after the meetings. */
const justMet = 3
/** And after their follow-up. */
const justFollowed = 4

async function importSample(desk: Desk): Promise<void> {
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.csv'))
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(sampleFolder, name))) })))
  const outcome = await importFiles(desk, files, {})
  if (outcome.state !== 'imported') throw new Error('the sample does not import')
}

async function found(register: Register, founding: Founding, sample: boolean, passphrase: string): Promise<Founded> {
  await checkFounding(register, founding)
  const network: Network = { ...founding, id: randomUUID(), languages: ['sv', 'en'], sample }
  const createdAt = new Date().toISOString()
  const keys = await makeEpoch()
  const wrapped = await wrapIdentity(keys.identity, passphrase)
  // Before anything is founded: should the folder be full, nobody is left with a network whose passphrase was never shown.
  rememberKey(register, network.id, { epoch: 1, recipient: keys.recipient })
  await foundNetwork(register, 'operator', network, createdAt, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: keys.recipient, madeOn: 'server', createdAt }, [{ epoch: 1, holder: 'passphrase', wrapped }]))
  return { network, passphrase }
}
