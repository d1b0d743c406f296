// A recovery before any log can be seen: the sheets themselves say whether they belong together, and prove it to a server.
import type { ProblemError } from '@lykta/incident'
import {
  combineSheets, findSheetHead, isStatementBy, makeRecovery, readSheet, renderRows, renderSheet, type RecoveryStatement, sheetRows, signStatement, splitRecovery,
} from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import { network } from './network.ts'

const [recovery, other] = [await makeRecovery(), await makeRecovery()]
const [sheets, others] = [await splitRecovery(recovery), await splitRecovery(other)]
const head = { network, genesis: 'ab'.repeat(32) }
const codesOf = (work: Promise<unknown>) => work.then(() => [], (error: unknown) => (error as ProblemError).problems.map(({ code }) => code))

describe('two sheets without a log', () => {
  test('give the key when they belong together', async () => {
    expect(await combineSheets([sheets[2]!, sheets[0]!], null)).toEqual(recovery)
  })

  test('are refused when they are of two keys, one sheet twice, one alone, or altered', async () => {
    expect(await codesOf(combineSheets([sheets[0]!, others[1]!], null))).toEqual(['seal.sheets-of-two-keys'])
    expect(await codesOf(combineSheets([sheets[1]!, { ...sheets[1]! }], null))).toEqual(['seal.sheets-too-few'])
    expect(await codesOf(combineSheets([sheets[1]!], null))).toEqual(['seal.sheets-too-few'])
    expect(await codesOf(combineSheets([], null))).toEqual(['seal.sheets-too-few'])
    const altered = { ...sheets[1]!, content: Uint8Array.from(sheets[1]!.content, (byte, index) => (index === 5 ? byte ^ 1 : byte)) }
    expect(await codesOf(combineSheets([sheets[0]!, altered], null))).toEqual(['seal.sheets-do-not-fit'])
    // Shares of another key under this one's mark.
    expect(await codesOf(combineSheets([{ ...others[0]!, mark: sheets[0]!.mark }, sheets[1]!], null))).toEqual(['seal.sheets-do-not-fit'])
  })
})

test('the text says network and first line, as rendered, as printed in groups, and not at all where only rows were typed', () => {
  const text = renderSheet(sheets[0]!, head)
  expect(renderRows(sheets[0]!, sheetRows(sheets[0]!), head)).toBe(text)
  expect(readSheet(text, 'network')).toEqual(sheets[0])
  expect(findSheetHead(text)).toEqual(head)
  const printed = `Nätverk\n${network}\nMedlemsloggens första rad\n${head.genesis.replaceAll(/(.{8})(?!$)/g, '$1 ')}\n`
  expect(findSheetHead(printed)).toEqual(head)
  expect(findSheetHead(text.split('\n\n')[1]!)).toBeNull()
  expect(findSheetHead(`${network}\n${head.genesis.slice(1)}`)).toBeNull()
})

test('a statement holds for its network, its act and its time, and by nobody else', async () => {
  const statement: RecoveryStatement = { v: 1, network, act: 'look', at: '2026-02-03T04:05:06.007Z' }
  const signature = await signStatement(recovery, statement)
  expect(isStatementBy(recovery.subject, statement, signature)).toBe(true)
  expect(isStatementBy(other.subject, statement, signature)).toBe(false)
  for (const changed of [{ act: 'complete' as const }, { at: '2026-02-03T04:05:06.008Z' }, { network: network.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }]) {
    expect(isStatementBy(recovery.subject, { ...statement, ...changed }, signature)).toBe(false)
  }
  expect(isStatementBy(recovery.subject, statement, 'nonsense')).toBe(false)
})
