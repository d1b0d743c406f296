// Every pair of colours that meets on a page is readable, by day and by night, computed from the tokens themselves.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../src/design/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, day, night]) => [name!, { day: day!, night: night! }]),
)

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const papers = ['paper', 'paper-raised', 'paper-sunken']
const text: readonly (readonly [string, string])[] = [
  ...papers.flatMap((paper) => ['ink', 'ink-soft', 'accent', 'accent-strong', 'lamp-ink', 'danger'].map((ink) => [ink, paper] as const)),
  ...['ink', 'ink-soft', 'accent', 'accent-strong'].map((ink) => [ink, 'accent-wash'] as const),
  ...['ink', 'ink-soft', 'lamp-ink', 'accent'].map((ink) => [ink, 'lamp-wash'] as const),
  ...['ink', 'danger', 'accent'].map((ink) => [ink, 'danger-wash'] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['paper', 'ink'],
]
/** Borders of controls, focus rings and marks in charts. */
const shapes: readonly (readonly [string, string])[] = papers.flatMap((paper) =>
  ['edge', 'accent', 'danger', 'mark', 'mark-second', 'mark-third'].map((shape) => [shape, paper] as const),
)

describe.each(['day', 'night'] as const)('by %s', (time) => {
  const ratio = (first: string, second: string): number => contrast(tokens.get(first)![time], tokens.get(second)![time])

  test.each(text)('text %s on %s is at least 4.5:1', (first, second) => {
    expect(ratio(first, second)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('shape %s on %s is at least 3:1', (first, second) => {
    expect(ratio(first, second)).toBeGreaterThanOrEqual(3)
  })
})

test('the formula gives the published extremes', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('no colour is written outside the tokens', () => {
  expect(tokens.size).toBeGreaterThan(15)
})
