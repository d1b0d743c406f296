// A sealed draft: kept while one writes, offered after unlocking, in one tab at a time, and gone when it should be.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DraftKeeper, type DraftContent } from '../src/report/kept-draft/draft-keeper.ts'
import { draftHours, isPast } from '../src/report/kept-draft/draft-life.ts'
import type { DraftStore, StoredDraft } from '../src/report/kept-draft/draft-store.ts'

const hour = 3_600_000

describe('how long it is kept', () => {
  test('twelve hours after it was saved, and no longer', () => {
    expect(isPast({ savedAt: 0, seenAt: 0 }, draftHours * hour - 1)).toBe(false)
    expect(isPast({ savedAt: 0, seenAt: 0 }, draftHours * hour)).toBe(true)
  })

  test('whatever the clock says in which order, none is opened more than twelve hours and its slack after it was saved', () => {
    // Time goes on by `real`; the clock is set forward or back by `set` before each look.
    const steps = fc.array(fc.record({ real: fc.integer({ min: 0, max: 5 * hour }), set: fc.integer({ min: -20 * hour, max: 20 * hour }) }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(steps, (all) => {
      let [real, offset] = [0, 0]
      const times = { savedAt: 0, seenAt: 0 }
      for (const step of all) {
        real += step.real
        offset += step.set
        const now = real + offset
        if (isPast(times, now)) return
        times.seenAt = Math.max(times.seenAt, now)
        // It lives: then the clock has gone back by less than the slack since it was looked at last.
        expect(now).toBeGreaterThanOrEqual(times.seenAt - 10 * 60_000)
        expect(times.seenAt).toBeLessThan(draftHours * hour)
      }
    }), { seed: 12, numRuns: 500 })
  })

  test('a clock that goes back a day ends it, one that is set right by minutes does not', () => {
    expect(isPast({ savedAt: 100 * hour, seenAt: 103 * hour }, 79 * hour)).toBe(true)
    expect(isPast({ savedAt: 100 * hour, seenAt: 103 * hour }, 103 * hour - 60_000)).toBe(false)
    // Back and slowly on again: what has been seen counts.
    expect(isPast({ savedAt: 100 * hour, seenAt: 111.9 * hour }, 111.95 * hour)).toBe(false)
  })
})

/** One browser's disk, locks and clock, with as many tabs as are wanted; a text is "sealed" by naming its recipient. */
function makeBrowser() {
  const kept = new Map<string, StoredDraft>()
  const living = new Set<string>()
  const held = new Set<string>()
  let now = 1_000 * hour
  const store: DraftStore = {
    put: async (draft, isFirst) => {
      if (!isFirst && !living.has(draft.id)) return false
      living.add(draft.id)
      kept.set(draft.id, draft)
      return true
    },
    drop: async (id) => {
      living.delete(id)
      await Promise.resolve()
      kept.delete(id)
    },
    read: async (at) => {
      for (const draft of kept.values()) if (isPast(draft, at) || !living.has(draft.id)) kept.delete(draft.id)
      return [...kept.values()]
    },
    lives: async (id) => living.has(id),
  }
  const request = async (name: string, _: LockOptions, work: (lock: Lock | null) => unknown): Promise<unknown> => {
    if (held.has(name)) return work(null)
    held.add(name)
    try {
      return await work({ name, mode: 'exclusive' })
    } finally {
      held.delete(name)
    }
  }
  const tab = (member = 'anna', recipient = 'age1anna', task: DraftContent['change'] = null) => new DraftKeeper({
    member, task, store, now: () => now, locks: { request } as unknown as LockManager,
    seal: async (text, to) => `${to} ${text}`,
    open: async (file) => {
      if (!file.startsWith(`${recipient} `)) throw new Error('of other keys')
      return file.slice(recipient.length + 1)
    },
  })
  return { kept, living, tab, pass: (milliseconds: number) => void (now += milliseconds), now: () => now }
}

const content = (text: string, more: Partial<DraftContent> = {}): DraftContent =>
  ({ v: 1, change: null, onBehalf: false, correction: 'addition', entries: { reason: { text } }, ...more })

let browser: ReturnType<typeof makeBrowser>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  browser = makeBrowser()
})
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(2_000)

test('nothing is kept before the keys were open; then what stands on the page, and the last of it', async () => {
  const tab = browser.tab()
  tab.write(content('ett'))
  await settle()
  expect(browser.kept.size).toBe(0)
  await tab.unlocked('age1anna')
  await settle()
  tab.write(content('ett två'))
  tab.write(content('ett två tre'))
  await settle()
  expect([...browser.kept.values()].map(({ file }) => file)).toEqual([`age1anna ${JSON.stringify(content('ett två tre'))}`])
  expect(tab.state).toMatchObject({ saving: 'on', savedAt: browser.now() })
  expect(tab.isKept).toBe(true)
  tab.write(content('ett två tre fyra'))
  expect(tab.isKept).toBe(false)
  await tab.flush()
  expect(tab.isKept).toBe(true)
})

test('another visit is told that one waits, and after unlocking what was written goes on from there', async () => {
  const first = browser.tab()
  await first.unlocked('age1anna')
  first.write(content('halva', { onBehalf: true, correction: 'mistake' }))
  await settle()
  // The browser is closed: its locks go, the disk stays.
  const later = makeBrowserOn(browser)
  const tab = later.tab()
  await tab.look()
  expect(tab.state).toMatchObject({ sealed: 1, offered: [], saving: 'off' })
  await tab.unlocked('age1anna')
  expect(tab.state.offered.map(({ content: { entries, onBehalf } }) => [entries['reason']?.text, onBehalf])).toEqual([['halva', true]])
  expect(await tab.take(tab.state.offered[0]!.id)).toEqual(content('halva', { onBehalf: true, correction: 'mistake' }))
  tab.write(content('halva och hela'))
  await settle()
  expect(browser.kept.size).toBe(1)
  expect([...browser.kept.values()][0]!.file).toContain('halva och hela')
})

/** The same disk in a browser that was started again. */
function makeBrowserOn(before: ReturnType<typeof makeBrowser>): ReturnType<typeof makeBrowser> {
  const again = makeBrowser()
  for (const [id, draft] of before.kept) again.kept.set(id, draft)
  for (const id of before.living) again.living.add(id)
  browser = again
  return again
}

test('two tabs keep two drafts; one that a tab has in hand is offered to no other', async () => {
  const [one, other] = [browser.tab(), browser.tab()]
  await one.unlocked('age1anna')
  await other.unlocked('age1anna')
  one.write(content('i den ena'))
  other.write(content('i den andra'))
  await settle()
  const texts = new Set([...browser.kept.values()].map(({ file }): unknown => JSON.parse(file.slice(9)).entries.reason.text))
  expect(texts).toEqual(new Set(['i den andra', 'i den ena']))
  const third = browser.tab()
  await third.unlocked('age1anna')
  expect(third.state.offered).toEqual([])
  // Both wait after the browser was started again: whoever takes one takes it alone.
  const later = makeBrowserOn(browser)
  const [left, right] = [later.tab(), later.tab()]
  await left.unlocked('age1anna')
  await right.unlocked('age1anna')
  const { id } = left.state.offered[0]!
  expect(await left.take(id)).toBeDefined()
  expect(await right.take(id)).toBeUndefined()
  expect(right.state).toMatchObject({ taken: true })
  expect(right.state.offered).toHaveLength(1)
})

test('sent, thrown away, or signed out it is gone, also while it is being written', async () => {
  const tab = browser.tab()
  await tab.unlocked('age1anna')
  tab.write(content('skickas'))
  await settle()
  tab.write(content('skickas nu'))
  const saving = tab.flush()
  await tab.done()
  await saving
  expect([browser.kept.size, browser.living.size]).toEqual([0, 0])
  await settle()
  expect(browser.kept.size).toBe(0)

  // The next one is another; an emptied page keeps nothing.
  tab.write(content('nästa'))
  await settle()
  expect(browser.kept.size).toBe(1)
  tab.write(null)
  await settle()
  expect(browser.kept.size).toBe(0)

  // Somebody signs out in another tab: nothing brings it back.
  tab.write(content('kvar?'))
  await settle()
  browser.living.clear()
  browser.kept.clear()
  tab.write(content('kvar ändå?'))
  await settle()
  expect(browser.kept.size).toBe(0)
  expect(tab.state).toMatchObject({ saving: 'off', savedAt: null })
})

test('what is past, of other keys, of another member or about another revision is not offered', async () => {
  const tab = browser.tab()
  await tab.unlocked('age1anna')
  tab.write(content('gammalt'))
  await settle()
  const changing = browser.tab('anna', 'age1anna', { ref: 'AB12', revision: 2 })
  await changing.unlocked('age1anna')
  changing.write(content('rättelse', { change: { ref: 'AB12', revision: 2 } }))
  await settle()
  const later = makeBrowserOn(browser)
  const see = async (keeper: DraftKeeper, recipient = 'age1anna') => {
    await keeper.unlocked(recipient)
    return keeper.state.offered.map(({ content: { entries } }) => entries['reason']?.text)
  }
  expect(await see(later.tab('berit', 'age1berit'), 'age1berit')).toEqual([])
  expect(await see(later.tab('anna', 'age1anna', { ref: 'AB12', revision: 3 }))).toEqual([])
  expect(await see(later.tab('anna', 'age1anna', { ref: 'AB12', revision: 2 }))).toEqual(['rättelse'])
  const blank = later.tab()
  expect(await see(blank)).toEqual(['gammalt'])
  // A page that was reloaded in the middle of it says where the other one is continued; the page for that incident has nothing elsewhere.
  expect(blank.state.elsewhere).toEqual(['AB12'])
  const same = later.tab('anna', 'age1anna', { ref: 'AB12', revision: 3 })
  await same.unlocked('age1anna')
  expect(same.state.elsewhere).toEqual([])
  // New keys of hers open no old draft: it goes.
  expect(await see(later.tab('anna', 'age1other'), 'age1other')).toEqual([])
  expect(later.kept.size).toBe(0)
})

test('a page that stands open loses its draft after twelve hours without a word', async () => {
  const tab = browser.tab()
  await tab.unlocked('age1anna')
  tab.write(content('länge'))
  await settle()
  browser.pass(draftHours * hour)
  await tab.look()
  expect(browser.kept.size).toBe(0)
  expect(tab.state.savedAt).toBeNull()
})
