// Which key turns to another screen of the wall: not one that has something left to scroll to, as on a screen that is enlarged several times.

/** What is left to scroll to, each way. */
export type LeftToScroll = { readonly up: boolean; readonly down: boolean; readonly left: boolean; readonly right: boolean }

const turns: Readonly<Record<string, readonly [by: number, way: keyof LeftToScroll]>> = {
  ArrowRight: [1, 'right'], ArrowLeft: [-1, 'left'],
  ArrowDown: [1, 'down'], PageDown: [1, 'down'], ' ': [1, 'down'], End: [Infinity, 'down'],
  ArrowUp: [-1, 'up'], PageUp: [-1, 'up'], Home: [-Infinity, 'up'],
}

/** By how many screens; undefined: the key is the browser's own. A key that is held down scrolls to the end, and stops there. */
export function turnOf(key: string, left: LeftToScroll, isHeld: boolean): number | undefined {
  const [by, way] = turns[key] ?? []
  if (by === undefined || way === undefined || left[way]) return undefined
  const scrolls = way === 'up' || way === 'down' ? left.up || left.down : left.left || left.right
  return isHeld && scrolls ? undefined : by
}

export function leftToScroll({ scrollTop, scrollHeight, clientHeight, scrollLeft, scrollWidth, clientWidth }: Element): LeftToScroll {
  // Parts of a pixel are not something to scroll to.
  return { up: scrollTop > 1, down: scrollTop + clientHeight < scrollHeight - 1, left: scrollLeft > 1, right: scrollLeft + clientWidth < scrollWidth - 1 }
}
