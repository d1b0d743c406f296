// What has been written and not saved, as it lies in this browser: sealed to a key that the browser hands out to nobody, for two weeks.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export type KeptText = { readonly base: number; readonly text: string; readonly keptAt: number }

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer; readonly keptAt: number }

interface Texts extends DBSchema {
  readonly keys: { readonly key: string; readonly value: CryptoKey }
  readonly texts: { readonly key: string; readonly value: Sealed }
}

const storeName = 'pages'
const life = 14 * 24 * 60 * 60 * 1000

/** A browser without a store, as in a private window, keeps nothing: whoever leaves is warned all the same. */
async function withStore<T>(work: (store: IDBPDatabase<Texts>) => Promise<T>): Promise<T | undefined> {
  try {
    const store = await openDB<Texts>(storeName, 1, {
      upgrade: (made) => {
        made.createObjectStore('keys')
        made.createObjectStore('texts')
      },
    })
    try {
      return await work(store)
    } finally {
      store.close()
    }
  } catch {
    return undefined
  }
}

async function keyOf(store: IDBPDatabase<Texts>): Promise<CryptoKey> {
  const known = await store.get('keys', 'own')
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Another tab may have made one meanwhile.
  const writing = store.transaction('keys', 'readwrite')
  const first = await writing.store.get('own')
  if (!first) await writing.store.put(made, 'own')
  await writing.done
  return first ?? made
}

/** `name`: network, member and language; a text is readable to whoever has written it alone, as far as this browser is hers. */
export async function keepText(name: string, kept: KeptText): Promise<void> {
  await withStore(async (store) => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(store), new TextEncoder().encode(JSON.stringify(kept)))
    await store.put('texts', { iv, sealed, keptAt: kept.keptAt }, name)
  })
}

export async function findKeptText(name: string, now: number): Promise<KeptText | undefined> {
  return withStore(async (store) => {
    for (const key of await store.getAllKeys('texts')) {
      const found = await store.get('texts', key)
      if (found && found.keptAt + life < now) await store.delete('texts', key)
    }
    const found = await store.get('texts', name)
    if (!found) return undefined
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv }, await keyOf(store), found.sealed)
    return JSON.parse(new TextDecoder().decode(opened)) as KeptText
  })
}

export async function dropKeptText(name: string): Promise<void> {
  await withStore((store) => store.delete('texts', name))
}

/** Everybody's, as when somebody signs out; a computer on which nothing was kept is left without a store. */
export async function dropAllKeptTexts(): Promise<void> {
  const there = typeof indexedDB.databases !== 'function' || (await indexedDB.databases()).some(({ name }) => name === storeName)
  if (there) await withStore((store) => store.clear('texts'))
}
