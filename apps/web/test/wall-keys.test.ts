// The wall turns by keys where nothing is left to scroll to, and scrolls where something is.
import { expect, test } from 'vitest'
import { leftToScroll, type LeftToScroll, turnOf } from '../src/pages/situation/wall-keys.ts'

const none: LeftToScroll = { up: false, down: false, left: false, right: false }

test('a screen that is seen whole turns by every key', () => {
  expect(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'End', 'ArrowLeft', 'ArrowUp', 'PageUp', 'Home', 'x'].map((key) => turnOf(key, none, false)))
    .toEqual([1, 1, 1, 1, Infinity, -1, -1, -1, -Infinity, undefined])
  expect(turnOf('ArrowRight', none, true)).toBe(1)
})

test('one that is higher than the window is scrolled to its end first, and a key that is held stops there', () => {
  const top = { ...none, down: true }
  for (const key of ['ArrowDown', 'PageDown', ' ', 'End']) expect(turnOf(key, top, false)).toBeUndefined()
  expect([turnOf('ArrowRight', top, false), turnOf('ArrowUp', top, false), turnOf('ArrowUp', top, true)]).toEqual([1, -1, undefined])
  const bottom = { ...none, up: true }
  expect([turnOf('PageDown', bottom, false), turnOf('PageDown', bottom, true), turnOf('PageUp', bottom, false)]).toEqual([1, undefined, undefined])
  expect([turnOf('ArrowRight', { ...none, right: true }, false), turnOf('ArrowDown', { ...none, right: true }, false)]).toEqual([undefined, 1])
})

test('parts of a pixel are nothing to scroll to', () => {
  const at = (part: Partial<Element>): LeftToScroll => leftToScroll({ scrollTop: 0, scrollHeight: 800, clientHeight: 800, scrollLeft: 0, scrollWidth: 300, clientWidth: 300, ...part } as Element)
  expect(at({ scrollHeight: 801 })).toEqual(none)
  expect(at({ scrollHeight: 1000 })).toEqual({ ...none, down: true })
  expect(at({ scrollHeight: 1000, scrollTop: 199.5 })).toEqual({ ...none, up: true })
})
