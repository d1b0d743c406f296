// What is still to be reported: the delay against a published triangle, its intervals against the truth, and the gates that mostly say nothing can be told.
import { describe, expect, test } from 'vitest'
import { completionOf, type DelayedReports, sayCompletion } from '../src/index.ts'
import { reportingDelay } from '../src/reporting-delay.ts'

/** G. C. Taylor & F. R. Ashe, J. Econometrics 23 (1983): a row for each year of occurrence, a column for each year of delay, as T. Mack (1993) uses it. */
const triangle = [
  [357_848, 766_940, 610_542, 482_940, 527_326, 574_398, 146_342, 139_950, 227_229, 67_948],
  [352_118, 884_021, 933_894, 1_183_289, 445_745, 320_996, 527_804, 266_172, 425_046],
  [290_507, 1_001_799, 926_219, 1_016_654, 750_816, 146_923, 495_992, 280_405],
  [310_608, 1_108_250, 776_189, 1_562_400, 272_482, 352_053, 206_286],
  [443_160, 693_190, 991_983, 769_488, 504_851, 470_639],
  [396_132, 937_085, 847_498, 805_037, 705_960],
  [440_832, 847_631, 1_131_398, 1_063_269],
  [359_480, 1_061_648, 1_443_370],
  [376_686, 986_608],
  [344_014],
]

test('the delay of the published triangle, and what its chain ladder says is still to come', () => {
  const reports = triangle.flatMap((row, occurred) => row.map((count, delay): DelayedReports => ({ occurred, reported: occurred + delay, count })))
  const { arrived } = reportingDelay(reports, 9, 9)
  const missing = triangle.map((row) => {
    const total = row.reduce((sum, one) => sum + one, 0)
    return total / arrived[row.length - 1]! - total
  })
  // Mack 1993, table 1 and its total; the last digit of each is rounded there.
  expect(missing.map(Math.round)).toEqual([0, 94_634, 469_511, 709_638, 984_889, 1_419_459, 2_177_641, 3_920_301, 4_278_972, 4_625_811])
  expect(Math.round(missing.reduce((sum, one) => sum + one, 0))).toBe(18_680_856)
})

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()]
  for (const least = Math.exp(-mean); product > least; product *= random()) count += 1
  return count
}

/** `months` months of collection from month 0; `slow`: the chance that a report waits one month more. */
function drawn(random: () => number, months: number, mean: number, slow: (month: number) => number): readonly DelayedReports[] {
  return Array.from({ length: months }, (_, occurred) => Array.from({ length: poisson(mean, random) }, () => {
    let delay = 0
    while (random() < slow(occurred)) delay += 1
    return { occurred, reported: occurred + delay, count: 1 }
  })).flat()
}

test('the interval holds the number that comes later as often as it says, and not always by being wide', () => {
  const random = randomFrom(20_261_126)
  const runs = process.env['LYKTA_PROVE'] ? 2000 : 200
  let [told, held, width] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const all = drawn(random, 60, 8, () => 0.4)
    const { missing, reported } = completionOf(all, { from: 54, to: 59 }, { since: 0, until: 59 })
    if (!missing) continue
    const truth = all.filter(({ occurred, reported: at }) => occurred >= 54 && at - occurred <= 12).length - reported
    told += 1
    width += missing.upper - missing.lower
    if (missing.lower <= truth && truth <= missing.upper) held += 1
  }
  expect(told).toBeGreaterThan(0.85 * runs)
  expect(held / told).toBeGreaterThanOrEqual(0.95)
  expect(width / told).toBeLessThan(25)
})

describe('gates', () => {
  const collected = { since: 0, until: 59 }
  const usual = drawn(randomFrom(3), 60, 8, () => 0.4)
  const recent = { from: 54, to: 59 }
  test.each([
    ['short-history', usual, recent, { since: 40, until: 59 }],
    ['few-reports', usual.slice(0, 30), recent, collected],
    ['thin-step', usual.filter(({ occurred }, index) => occurred >= 48 || index % 9 === 0), recent, { since: 34, until: 59 }],
    ['still-arriving', drawn(randomFrom(5), 60, 8, () => 0.85), recent, collected],
    ['changing', drawn(randomFrom(6), 60, 12, (month) => (month < 24 ? 0.75 : 0.2)), recent, collected],
    ['too-new', drawn(randomFrom(8), 60, 12, () => 0.7), { from: 59, to: 59 }, collected],
  ] as const)('%s', (reason, reports, period, of) => {
    const found = completionOf(reports, period, of)
    expect(found.reasons).toContain(reason)
    expect([found.missing, found.arrived]).toEqual([null, null])
    for (const language of ['sv', 'en'] as const) expect(sayCompletion('2019', found, language)).toMatch(language === 'sv' ? /går inte att uppskatta: / : /cannot be estimated: /)
  })

  test('a town of thirty a year gets no number in its first two years, and a wide one after them', () => {
    const town = drawn(randomFrom(9), 26, 2.4, () => 0.4)
    expect(completionOf(town, { from: 14, to: 22 }, { since: 0, until: 22 })).toMatchObject({ missing: null, reasons: ['short-history'] })
    const { reported, missing } = completionOf(town, { from: 14, to: 25 }, { since: 0, until: 25 })
    expect(missing!.upper - missing!.lower).toBeGreaterThan(reported / 3)
  })

  test('a period that is a year old is complete, and one with the number is said with it', () => {
    expect(completionOf(usual, { from: 24, to: 35 }, collected)).toMatchObject({ arrived: 1, missing: { estimate: 0, lower: 0, upper: 0 } })
    const found = completionOf(usual, recent, collected)
    expect(found.reasons).toEqual([])
    expect(sayCompletion('2019', found, 'en')).toMatch(/^2019: \d+ reported, about \d\d per cent of those that come within a year\. Expect about \d+ more \(95 % \d+–\d+\), if reports come as fast as until now\.$/)
    expect(sayCompletion('2019', found, 'sv')).toMatch(/^2019: \d+ rapporterade, omkring \d\d procent/)
  })
})
