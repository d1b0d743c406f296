// The bytes of a text file as text: UTF-8, or Windows-1252 when they cannot be UTF-8.
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'

export type DecodedText = {
  readonly text: string
  readonly encoding: 'utf-8' | 'windows-1252'
}

/**
 * Decodes without a byte order mark. Throws ProblemError for what is no text (UTF-16 included: its NUL bytes show), for what people take for a table, and for
 * text that is partly UTF-8: read as Windows-1252 its good letters would silently turn into pairs of wrong ones.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '').trimStart().toLowerCase()
  if (start.startsWith('%pdf-')) throw new ProblemError([knownProblem('import.file-pdf', {})])
  if (/^<(?:!doctype html|html|head|body|table)\b/.test(start)) throw new ProblemError([knownProblem('import.file-web-page', {})])
  if (isBinary(bytes)) throw new ProblemError([knownProblem('import.file-kind', {})])
  return decode(bytes)
}

/** Control characters by the hundred are no text; a few are slips in single cells, which are reported there. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 100_000)
  const controls = sample.reduce((sum, byte) => sum + (byte < 0x20 && !textControls.has(byte) ? 1 : 0), 0)
  return controls > 3 + sample.length / 1000
}

/** Tab, line feed, vertical tab, form feed, carriage return and escape. */
const textControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b])

function decode(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    if (/[\u0080-\ufffc]/.test(lenient)) throw new ProblemError([knownProblem('import.encoding-mixed', {})])
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}
