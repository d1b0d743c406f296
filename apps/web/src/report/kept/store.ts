// What the page keeps in this browser: who the device is, public data of its network, and what waits to be sent, sealed.
import type { Id } from '@lykta/incident'
import type { Membership } from '@lykta/seal'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import type { FormAnswer } from '../../../../server/src/api/types.ts'
import type { DeviceKey } from '../device-key.ts'

export type Device = {
  readonly id: Id
  readonly network: Id
  readonly organisation: Id
  readonly name: string
  /** Hash of the log's first line, from the code that it was enrolled with. */
  readonly genesis: string
  readonly verifyKey: string
  /** Signs; nothing can be read with it. */
  readonly key: DeviceKey
}

/** A request that waits: the device cannot open it again. No time stands beside it, nor what it is about. */
export type Waiting = {
  readonly id: Id
  /** `packParcel` of packages/seal, base64url. */
  readonly file: string
  /** The epoch of a text that was sealed before the log listed the device: it goes when it does. Null for all others. */
  readonly unlisted: number | null
  /** Sealed by a clock far ahead of the server's, which takes it when that time has come. */
  readonly early?: boolean
  /** Why the server will not take it; null while it has not been asked, or has not answered. */
  readonly refused: readonly { readonly sv: string; readonly en: string }[] | null
}

/** One of each; nothing of what was reported. */
export type Own = {
  readonly device: Device
  /** What the form was filled in with last, so that it opens without a connection. */
  readonly page: { readonly session: SessionAnswer; readonly context: FormAnswer }
  readonly log: { readonly genesis: string; readonly membership: Membership }
  readonly parcel: { readonly recipient: string }
}

interface Kept extends DBSchema {
  readonly own: { readonly key: string; readonly value: Own[keyof Own] }
  readonly outbox: { readonly key: string; readonly value: Waiting }
}

/** Tells nothing. */
const storeName = 'day'

let opened: Promise<IDBPDatabase<Kept>> | undefined

/** A computer that is only looked at is left without one: also an empty store would say that somebody was here. */
async function isThere(): Promise<boolean> {
  return opened !== undefined || typeof indexedDB.databases !== 'function' || (await indexedDB.databases()).some(({ name }) => name === storeName)
}

export function openStore(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>(storeName, 1, {
    upgrade: (store) => {
      store.createObjectStore('own')
      store.createObjectStore('outbox', { keyPath: 'id' })
    },
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}

export async function findOwn<Name extends keyof Own>(name: Name): Promise<Own[Name] | undefined> {
  if (!(await isThere())) return undefined
  return (await (await openStore()).get('own', name)) as Own[Name] | undefined
}

export async function readWaiting(): Promise<readonly Waiting[]> {
  return (await isThere()) ? (await openStore()).getAll('outbox') : []
}

export async function keepOwn<Name extends keyof Own>(name: Name, value: Own[Name]): Promise<void> {
  await (await openStore()).put('own', value, name)
}

/** Who the device was; what waits stays. */
export async function forgetOwn(): Promise<void> {
  await (await openStore()).clear('own')
}

/** When the browser is a device no more, and somebody has seen what could not be sent. */
export async function forgetAll(): Promise<void> {
  await (await openStore()).clear('outbox')
  await forgetOwn()
}
