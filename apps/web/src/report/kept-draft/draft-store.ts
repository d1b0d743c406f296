// Drafts as they lie in this browser: each sealed to its writer's own key, with the times that end it and nothing else.
import type { Id } from '@lykta/incident'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { isPast, type Times } from './draft-life.ts'

export type StoredDraft = Times & {
  readonly id: Id
  /** Whose key opens it. */
  readonly member: Id
  /** `packParcel` of packages/seal to her own recipient, base64url. */
  readonly file: string
}

interface Drafts extends DBSchema {
  readonly drafts: { readonly key: string; readonly value: StoredDraft }
}

/** Tells nothing; apart from what a device keeps, so that a page of an older version holds neither up. */
const storeName = 'days'

/** The name under which a tab that has a draft in hand holds it. */
export function lockOfDraft(id: Id): string {
  return `lykta-day-${id}`
}

/**
 * What is thrown away is dead at once, by this mark, which goes without waiting: the page may be gone before the browser has taken the
 * rest away, and whoever looks next does that. (Not the living are marked: a browser that is killed has not written its marks yet.)
 */
const dead = {
  keyOf: (id: Id): string => `lykta-day-${id}`,
  mark: (id: Id): void => localStorage.setItem(dead.keyOf(id), ''),
  has: (id: Id): boolean => localStorage.getItem(dead.keyOf(id)) !== null,
  forget: (id: Id): void => localStorage.removeItem(dead.keyOf(id)),
  /** Of those that are gone; a page that was left could not do it itself. */
  forgetBut: (living: readonly StoredDraft[]): void => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(dead.keyOf('')) && !living.some(({ id }) => key === dead.keyOf(id))) localStorage.removeItem(key)
  },
}

export type DraftStore = {
  /** On the disk before it resolves; false, and nothing done, when it is not the first time and somebody has thrown it away meanwhile. */
  readonly put: (draft: StoredDraft, isFirst: boolean) => Promise<boolean>
  /** Dead before it returns, gone when it resolves. */
  readonly drop: (id: Id) => Promise<void>
  /** Those that may still be opened, oldest first; whatever is past, or was thrown away, is taken out here. */
  readonly read: (now: number) => Promise<readonly StoredDraft[]>
  readonly lives: (id: Id) => Promise<boolean>
}

/** A computer on which nothing was ever saved is left without a store. */
async function isThere(): Promise<boolean> {
  return typeof indexedDB.databases !== 'function' || (await indexedDB.databases()).some(({ name }) => name === storeName)
}

let opened: Promise<IDBPDatabase<Drafts>> | undefined
/** The same once it is there: for what must be asked before this turn ends. */
let store: IDBPDatabase<Drafts> | undefined

/** Stays open while the page does. */
async function openStore(): Promise<IDBPDatabase<Drafts>> {
  const close = (): void => {
    store?.close()
    opened = store = undefined
  }
  opened ??= openDB<Drafts>(storeName, 1, { upgrade: (made) => void made.createObjectStore('drafts', { keyPath: 'id' }), blocking: close, terminated: close })
  return (store = await opened)
}

async function putDraft(draft: StoredDraft, isFirst: boolean): Promise<boolean> {
  const writing = (await openStore()).transaction('drafts', 'readwrite', { durability: 'strict' })
  const stands = isFirst || (!dead.has(draft.id) && (await writing.store.getKey(draft.id)) !== undefined)
  if (stands) await writing.store.put(draft)
  await writing.done
  return stands
}

async function dropDraft(id: Id): Promise<void> {
  dead.mark(id)
  // Asked of the browser in this very turn, where it can be: it does it also when the page is gone the next.
  const there = store ?? ((await isThere()) ? await openStore() : undefined)
  if (there) {
    const writing = there.transaction('drafts', 'readwrite')
    const deleted = writing.store.delete(id)
    writing.commit()
    await Promise.all([deleted, writing.done])
  }
  dead.forget(id)
}

async function readDrafts(now: number): Promise<readonly StoredDraft[]> {
  if (!(await isThere())) return []
  // In one go: another tab may be writing or throwing away.
  const { store: drafts, done } = (await openStore()).transaction('drafts', 'readwrite')
  const living: StoredDraft[] = []
  for (const draft of await drafts.getAll()) {
    if (isPast(draft, now) || dead.has(draft.id)) {
      await drafts.delete(draft.id)
    } else {
      if (now > draft.seenAt) await drafts.put({ ...draft, seenAt: now })
      living.push(draft)
    }
  }
  await done
  dead.forgetBut(living)
  return living.sort((one, other) => one.savedAt - other.savedAt)
}

async function livesDraft(id: Id): Promise<boolean> {
  return !dead.has(id) && (await isThere()) && (await (await openStore()).getKey('drafts', id)) !== undefined
}

export const browserDrafts: DraftStore = { put: putDraft, drop: dropDraft, read: readDrafts, lives: livesDraft }

/** Everybody's, as when somebody signs out. */
export async function dropAllDrafts(): Promise<void> {
  if (await isThere()) await (await openStore()).clear('drafts')
}
